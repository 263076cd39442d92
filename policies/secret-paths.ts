import { Secret } from "@pulumi/policy";

/** The keys by which Pulumi marks a secret on the wire. */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/**
 * The paths of the secrets among a resource's inputs, written as {@link Property.path} writes them.
 * Takes inputs as the engine sends them, or as the policy SDK hands them to a remediation.
 */
export function secretPathsOf(inputs: object): ReadonlySet<string> {
  return new Set(pathsIn(unwrapped(inputs), ""));
}

function* pathsIn(value: unknown, path: string): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  if (value instanceof Secret || Reflect.get(value, signatureKey) === secretSignature) {
    yield path;
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    yield* pathsIn(child, pathOf(path, key, Array.isArray(value)));
  }
}

function pathOf(parent: string, key: string, isElement: boolean): string {
  if (isElement) return `${parent}[${key}]`;
  return parent === "" ? key : `${parent}.${key}`;
}

/** The SDK's proxies hide secrets, but answer to these two keys with what they stand for. */
function unwrapped(value: object): object {
  let target = value;
  while (Reflect.get(target, "__isSpecialProxy") === true) {
    target = Reflect.get(target, "__getSpecialProxyTarget") as object;
  }
  return target;
}
