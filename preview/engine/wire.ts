/**
 * The engine's wire form of values: plain data in which a secret is an object with a signature and an
 * unknown is a sentinel string. The constants are Pulumi's own protocol.
 */
export type Data = Readonly<Record<string, unknown>>;

const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const resourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";

/** The value that stands for one that is not known before the deployment. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isUnknown(value: unknown): boolean {
  return value === unknown;
}

/** A secret in wire form. */
export function secret(value: unknown): Data {
  return isSecret(value) ? value : { [signatureKey]: secretSignature, value };
}

export function isSecret(value: unknown): value is Data & { readonly value: unknown } {
  return isData(value) && value[signatureKey] === secretSignature;
}

/** Tells whether any part of a value is not known yet. */
export function holdsUnknown(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsUnknown);
  if (isData(value)) return Object.values(value).some(holdsUnknown);
  return isUnknown(value);
}

/**
 * Turns what the SDK sends into what the engine keeps: output values and resource references become
 * plain. A text that an unknown was written into is not known either.
 */
export function normalize(value: unknown): unknown {
  if (typeof value === "string") return value.includes(unknown) ? unknown : value;
  if (Array.isArray(value)) return value.map(normalize);
  if (!isData(value)) return value;
  switch (value[signatureKey]) {
    case outputSignature:
      return fromOutputValue(value);
    case resourceSignature:
      return value["id"] ?? value["urn"];
    default:
      return mapValues(value, normalize);
  }
}

function fromOutputValue(output: Data): unknown {
  const value = "value" in output ? normalize(output["value"]) : unknown;
  return output["secret"] === true ? secret(value) : value;
}

/** The opposite: secrets and unknowns become output values, which is how a transform receives them. */
export function toOutputValues(value: unknown): unknown {
  if (value === unknown) return { [signatureKey]: outputSignature };
  if (isSecret(value)) {
    const inner = toOutputValues(value.value);
    const known =
      isData(inner) && inner[signatureKey] === outputSignature ? inner : { value: inner };
    return { ...known, [signatureKey]: outputSignature, secret: true };
  }
  if (Array.isArray(value)) return value.map(toOutputValues);
  return isData(value) ? mapValues(value, toOutputValues) : value;
}

/** A record with every value replaced by what `change` makes of it. */
export function mapValues(record: Data, change: (value: unknown) => unknown): Data {
  const changed: Record<string, unknown> = {};
  for (const key of Object.keys(record)) changed[key] = change(record[key]);
  return changed;
}

/** The value without its secret wrappers. */
export function reveal(value: unknown): unknown {
  if (isSecret(value)) return reveal(value.value);
  if (Array.isArray(value)) return value.map(reveal);
  return isData(value) ? mapValues(value, reveal) : value;
}

/** What may be printed: secrets and unknowns become marks, keys are sorted. */
export function redact(value: unknown): unknown {
  if (isSecret(value)) return { $secret: true };
  if (isUnknown(value)) return { $unknown: true };
  if (Array.isArray(value)) return value.map(redact);
  if (!isData(value)) return value;
  return mapValues(sortKeys(value), redact);
}

/** The record with its keys in order. */
export function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  const sorted: Record<string, T> = {};
  for (const key of Object.keys(record).sort()) sorted[key] = record[key] as T;
  return sorted;
}
