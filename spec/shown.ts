/** What stands for a value that must not be shown. */
const hidden = "(hidden)";

/** Names of fields whose values are secret wherever they stand. */
const secretName = /(password|passwd|pwd|secret|token|api[-_]?key|private[-_]?key|credentials?)$/i;

/** Forms that a secret has by itself: keys of AWS, tokens of services, private keys, addresses with a password. */
const secretForm =
  /(AKIA|ASIA)[A-Z0-9]{12,}|gh[pousr]_\w{20,}|xox[abp]-[\w-]+|eyJ[\w.-]{10,}|-----BEGIN[^]*|:\/\/[^/\s:]+:[^@\s]+@/g;

/** Fields of a secret's declaration: they say how it is made, not what it is. */
const declaring = [
  "generate",
  "bytes",
  "encoding",
  "length",
  "specialCharacters",
  "supplied",
  "version",
];

const longest = 60;

/**
 * A value as a message may show it: plain data, nothing secret, nothing long.
 *
 * @returns undefined where there is no value.
 */
export function shown(path: readonly PropertyKey[], value: unknown): unknown {
  if (typeof value === "string") return isSecret(path, value) ? hidden : shortened(value);
  if (Array.isArray(value)) return value.map((item: unknown) => shown(path, item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [concealed(key), shown([...path, key], item)]),
  );
}

/** Text less what has the form of a secret. */
export function concealed(text: string): string {
  return text.replace(secretForm, hidden);
}

/** The value as text, as it follows "got": short, on one line. */
export function written(value: unknown): string {
  if (value === hidden) return hidden;
  return shortened(JSON.stringify(value));
}

function isSecret(path: readonly PropertyKey[], value: string): boolean {
  const name = String(path.at(-1) ?? "");
  return (
    secretName.test(name) || concealed(value) !== value || isDeclaredValue(path) || isRandom(value)
  );
}

/** Whoever puts a secret itself into the spec puts it where its declaration belongs. */
function isDeclaredValue(path: readonly PropertyKey[]): boolean {
  const values = path.indexOf("values");
  if (!path.includes("secrets") || values === -1) return false;
  return !declaring.includes(String(path.at(-1))) || path.length < values + 3;
}

/** A long word of letters, digits and more in no order is taken for a key. */
function isRandom(value: string): boolean {
  return (
    /^[\w+/=.~-]{24,}$/.test(value) &&
    /[a-z]/.test(value) &&
    /[A-Z]/.test(value) &&
    /\d/.test(value)
  );
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
