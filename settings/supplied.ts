import { nearest } from "../spec/nearest";
import type { Problem } from "../spec/problem";
import type { Spec } from "../spec/spec";
import { namespace, suppliedPrefix } from "./keys";
import type { Config } from "./read-config";

/** A value of a secret that the operator supplies. */
export interface SuppliedName {
  readonly entry: string;
  readonly value: string;
}

/** The values that a spec wants supplied. */
export function suppliedNames(secrets: Spec["secrets"]): readonly SuppliedName[] {
  return Object.entries(secrets.entries).flatMap(([entry, { values }]) =>
    Object.entries(values).flatMap(([value, made]) =>
      "supplied" in made ? [{ entry, value }] : [],
    ),
  );
}

/** Key of a supplied value in the namespace of the settings. */
export function suppliedKey({ entry, value }: SuppliedName): string {
  return `${suppliedPrefix}${entry}.${value}`;
}

/** Holds what is supplied against what a spec wants. No value is looked at. */
export function checkSupplied(
  wanted: readonly SuppliedName[],
  config: Config,
  secretKeys: readonly string[],
): readonly Problem[] {
  const known = wanted.map((name) => `${namespace}:${suppliedKey(name)}`);
  const given = Object.keys(config).filter((key) =>
    key.startsWith(`${namespace}:${suppliedPrefix}`),
  );
  return [
    ...known.filter((key) => !given.includes(key)).map(missing),
    ...given.filter((key) => !known.includes(key)).map((key) => superfluous(key, known)),
    ...given.filter((key) => !secretKeys.includes(key)).map(plain),
  ];
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
