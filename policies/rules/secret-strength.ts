import { all, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { isCredentialName } from "./credential-name";

/** What people write until they have the real value. */
const placeholder =
  /(change|replace)[-_ ]?(me|this|it)|place[-_ ]?holder|fix[-_ ]?me|your[-_ ]|dummy|qwerty|12345678|^(<[\w -]+>|\$\{[\w.-]+\}|\{\{[\w. -]+\}\})$/i;

/** Fewer different characters than these are no chance: `aaaa`, `abab`. */
const leastDifferent = 5;

export const secretStrong = resourceRule({
  id: "secret-strong",
  requires: "Values of secrets that are known are long enough and no placeholders.",
  why: "A secret that was set up with changeme, and works, stays so: nobody can see it any more.",
  fix: "Take the value from a generated one, or set the real one as a secure: configuration value.",
  severity: "high",
  standards: {},
  types: ["aws:secretsmanager/secretVersion:SecretVersion"],
  settings: {
    minimumCharacters: {
      kind: "integer",
      description: "Characters of a password, token or key at least.",
      minimum: 8,
      maximum: 128,
      default: 16,
      stricter: "higher",
    },
  },
  exemptible: true,
  check: (version, { minimumCharacters }) => {
    const texts = ["secretString", "secretStringWo"].map((key) => version.at(key));
    const values = texts.flatMap(credentialsIn).filter(({ isSet }) => isSet);
    return values.length === 0
      ? notApplicable("it holds no password, token or key by name")
      : all(...values.map((value) => mustBeStrong(value, minimumCharacters)));
  },
});

/** The values whose names say that they are credentials; a text that is no JSON is one as a whole. */
function credentialsIn(text: Property): readonly Property[] {
  const json = text.json ?? text;
  return isComposite(json) ? leaves(json) : [json];
}

function leaves(owner: Property): readonly Property[] {
  return [...owner.items, ...owner.entries].flatMap((value) => {
    if (isComposite(value)) return leaves(value);
    return isCredentialName(value.path.replace(/(\[\d+\])+$/, "")) ? [value] : [];
  });
}

function isComposite({ value }: Property): boolean {
  return typeof value === "object";
}

function mustBeStrong(property: Property, minimumCharacters: number): Judgement {
  const { value, path } = property;
  if (property.isUnknown) return undecided(path);
  if (typeof value === "boolean") return pass;
  const text = String(value);
  const isStrong =
    text.length >= minimumCharacters &&
    new Set(text).size >= leastDifferent &&
    !placeholder.test(text);
  if (isStrong) return pass;
  return fail(
    `${path} must be at least ${minimumCharacters.toString()} characters and no placeholder, got a value that is not shown`,
  );
}
