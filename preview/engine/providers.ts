import { standIns, type ProviderRequest, type StandIn } from "../providers/stand-in";
import type { Resource } from "./resource";
import { holdsUnknown, isData, isSecret, mapValues, secret, type Data } from "./wire";

/** What a provider makes of a resource. */
export interface Answer {
  /** Its id; empty before the deployment. */
  readonly id: string;
  readonly inputs: Data;
  readonly outputs: Data;
}

/**
 * Asks the stand-in of a resource's package; a provider whose own inputs are unknown knows nothing yet.
 *
 * @param deployed - Whether the resource is there, so that all of it is known.
 */
export function answer(
  request: Omit<ProviderRequest, "provider">,
  provider: Resource,
  deployed: boolean,
): Answer {
  if (holdsUnknown(provider.inputs)) return { id: "", inputs: request.inputs, outputs: {} };
  const standIn = standInOf(request.type);
  const asked = { ...request, provider: settingsOf(provider.inputs) };
  const inputs = standIn.check(asked);
  const checked = { ...asked, inputs };
  if (deployed) return { inputs, ...standIn.create(checked) };
  return { id: "", inputs, outputs: standIn.preview(checked) };
}

/** The stand-in for the package of a type or function token. */
export function standInOf(token: string): StandIn {
  const pkg = packageOf(token);
  const standIn = standIns[pkg];
  if (standIn === undefined) {
    throw new Error(
      `the offline preview has no stand-in for the provider of ${token}: it knows ${Object.keys(standIns).join(", ")}`,
    );
  }
  return standIn;
}

export function packageOf(token: string): string {
  return token.split(":")[0] ?? "";
}

/** The outputs with those marked that the program wants kept secret, or gave as secrets. */
export function withSecrets(outputs: Data, names: readonly string[], inputs: Data): Data {
  const marked = Object.entries(outputs).map(([name, value]) => [
    name,
    names.includes(name) || isSecret(inputs[name]) ? secret(value) : value,
  ]);
  return Object.fromEntries(marked) as Data;
}

/** A provider's settings: the SDK sends those that are not text as JSON. */
export function settingsOf(inputs: Data): Data {
  return mapValues(inputs, (value) => {
    if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
    const parsed: unknown = JSON.parse(value);
    return isData(parsed) || Array.isArray(parsed) ? parsed : value;
  });
}
