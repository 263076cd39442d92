import { nearest } from "../spec/nearest";
import type { Problem } from "../spec/problem";
import type { Spec } from "../spec/spec";
import { valueName } from "../spec/secrets";
import { namespace, suppliedPrefix } from "./keys";
import type { Config } from "./read-config";

/** A value of a secret that the operator supplies. */
export interface SuppliedName {
  readonly entry: string;
  readonly value: string;
}

/** Key of a supplied value in the namespace of the settings. */
export function suppliedKey({ entry, value }: SuppliedName): string {
  return `${suppliedPrefix}${entry}.${value}`;
}

/** The supplied values that go into a spec's secrets: the declared ones, and what else a secret takes. */
export function suppliedNames(secrets: Spec["secrets"], config: Config): readonly SuppliedName[] {
  return [...declaredNames(secrets), ...furtherNames(secrets, config)];
}

/** Holds what is supplied against what a spec wants. No value is looked at. */
export function checkSupplied(
  secrets: Spec["secrets"],
  config: Config,
  secretKeys: readonly string[],
): readonly Problem[] {
  const declared = declaredNames(secrets).map(qualified);
  const known = [...declared, ...furtherNames(secrets, config).map(qualified)];
  const given = Object.keys(config).filter((key) => key.startsWith(prefix));
  return [
    ...declared.filter((key) => !given.includes(key)).map(missing),
    ...given.filter((key) => !known.includes(key)).map((key) => superfluous(key, declared)),
    ...given.filter((key) => !secretKeys.includes(key)).map(plain),
  ];
}

function declaredNames({ entries }: Spec["secrets"]): readonly SuppliedName[] {
  return Object.entries(entries).flatMap(([entry, { values }]) =>
    Object.entries(values).flatMap(([value, made]) =>
      "supplied" in made ? [{ entry, value }] : [],
    ),
  );
}

function furtherNames({ entries }: Spec["secrets"], config: Config): readonly SuppliedName[] {
  return Object.keys(config).flatMap((key) => {
    const name = nameOf(key);
    const secret = name === undefined ? undefined : entries[name.entry];
    if (name === undefined || secret?.furtherValues !== "supplied") return [];
    return Object.hasOwn(secret.values, name.value) ? [] : [name];
  });
}

const prefix = `${namespace}:${suppliedPrefix}`;

function qualified(name: SuppliedName): string {
  return `${namespace}:${suppliedKey(name)}`;
}

/** The name in a key of a stack's configuration; undefined for any other key. */
function nameOf(key: string): SuppliedName | undefined {
  if (!key.startsWith(prefix)) return undefined;
  const [entry = "", value = "", ...more] = key.slice(prefix.length).split(".");
  return valueName.test(value) && more.length === 0 ? { entry, value } : undefined;
}

function missing(path: string): Problem {
  return {
    path,
    rule: "must be supplied: the stack has a secret that is made of it",
    fix: `run: pulumi config set --secret ${path}`,
  };
}

function superfluous(path: string, known: readonly string[]): Problem {
  const meant = nearest(path, known);
  return {
    path,
    rule: "must be a value that one of the spec's secrets declares as supplied",
    fix: meant === undefined ? "remove it" : `rename it to ${meant}`,
  };
}

function plain(path: string): Problem {
  return {
    path,
    rule: "must be encrypted",
    fix: `run: pulumi config set --secret ${path}, and replace the secret where it was in use`,
  };
}
