import { all, fail, type Judgement, pass, undecided } from "../judgement";
import { mustBeAtLeast } from "../must";
import { resourceRule } from "../rule";
import type { Subject } from "../subject";

/** The special characters that the random provider takes where none are given. */
const providerSpecials = "!@#$%&*()-_=+[]{}<>:?";

/** A class of characters of a generated password, with the inputs that switch it and demand some. */
interface CharacterClass {
  readonly switches: readonly string[];
  readonly minimum: string;
  readonly characters: string;
}

const fixedClasses: readonly CharacterClass[] = [
  { switches: ["lower"], minimum: "minLower", characters: "abcdefghijklmnopqrstuvwxyz" },
  { switches: ["upper"], minimum: "minUpper", characters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ" },
  { switches: ["numeric", "number"], minimum: "minNumeric", characters: "0123456789" },
];

export const generatedSecretStrong = resourceRule({
  id: "generated-secret-strong",
  requires:
    "Generated passwords and keys are long enough, and drawn from enough characters, not to be guessed.",
  why: "Whoever steals a hash or a signed token tries billions of keys a second; only length out of many characters withstands that.",
  fix: "Raise length, and leave lower, upper and numeric on.",
  severity: "high",
  standards: {},
  types: ["random:index/randomPassword:RandomPassword", "random:index/randomBytes:RandomBytes"],
  settings: {
    minimumCharacters: {
      kind: "integer",
      description: "Characters of a password at least.",
      minimum: 8,
      maximum: 128,
      default: 32,
      stricter: "higher",
    },
    minimumBits: {
      kind: "integer",
      description: "Entropy of a password at least, in bits.",
      minimum: 64,
      maximum: 512,
      default: 128,
      stricter: "higher",
    },
    minimumBytes: {
      kind: "integer",
      description: "Random bytes of a key at least.",
      minimum: 16,
      maximum: 1024,
      default: 32,
      stricter: "higher",
    },
  },
  exemptible: true,
  check: (secret, { minimumCharacters, minimumBits, minimumBytes }) => {
    const length = secret.at("length");
    if (secret.type.endsWith(":RandomBytes")) {
      return mustBeAtLeast(length, { minimum: minimumBytes, unit: "bytes" });
    }
    return all(
      mustBeAtLeast(length, { minimum: minimumCharacters, unit: "characters" }),
      mustHaveEntropy(secret, minimumBits),
    );
  },
});

function mustHaveEntropy(password: Subject, minimumBits: number): Judgement {
  const classes = classesOf(password);
  const keys = ["length", "special", "overrideSpecial", "minSpecial"];
  const inputs = [
    ...keys,
    ...fixedClasses.flatMap(({ switches, minimum }) => [...switches, minimum]),
  ].map((key) => password.at(key));
  const unknown = inputs.filter((input) => input.isUnknown);
  if (unknown.length > 0) return undecided(...unknown.map(({ path }) => path));
  const bits = Math.floor(entropyBits(password, classes));
  return bits >= minimumBits
    ? pass
    : fail(`its entropy must be at least ${minimumBits.toString()} bits, got ${bits.toString()}`);
}

function classesOf(password: Subject): readonly CharacterClass[] {
  const given = password.at("overrideSpecial").value;
  const special: CharacterClass = {
    switches: ["special"],
    minimum: "minSpecial",
    characters: typeof given === "string" && given !== "" ? given : providerSpecials,
  };
  return [...fixedClasses, special].filter(({ switches }) =>
    switches.every((key) => password.at(key).value !== false),
  );
}

/**
 * The least entropy of the passwords the provider draws: each class gives the characters demanded of
 * it, all classes together the rest; that they are shuffled afterwards takes nothing away.
 */
function entropyBits(password: Subject, classes: readonly CharacterClass[]): number {
  const everything = classes.map(({ characters }) => characters).join("");
  const demanded = classes.map(({ minimum, characters }) => ({
    count: numberAt(password, minimum),
    characters,
  }));
  const rest = numberAt(password, "length") - demanded.reduce((sum, { count }) => sum + count, 0);
  return [...demanded, { count: Math.max(rest, 0), characters: everything }].reduce(
    (bits, { count, characters }) => bits + count * bitsPerCharacter(characters),
    0,
  );
}

/** By the likeliest character: one that is listed twice is drawn twice as often. */
function bitsPerCharacter(characters: string): number {
  const counts = new Map<string, number>();
  for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1);
  return characters === "" ? 0 : Math.log2(characters.length / Math.max(...counts.values()));
}

function numberAt(password: Subject, key: string): number {
  const { value } = password.at(key);
  return typeof value === "number" && Number.isFinite(value) ? Math.max(value, 0) : 0;
}
