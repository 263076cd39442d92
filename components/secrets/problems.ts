import type { SecretsArgs } from "../secrets";

/**
 * Everything that is wrong with the arguments of `Secrets`, a sentence each; none when they are
 * right.
 */
export function problemsOf({
  entries,
  supplied = {},
  replicaRegion,
  replicaKeyArn,
}: SecretsArgs): string[] {
  const declared = Object.entries(entries).flatMap(([entry, { values }]) =>
    Object.entries(values).flatMap(([key, value]) =>
      "supplied" in value ? [`${entry}.${key}`] : [],
    ),
  );
  const given = Object.entries(supplied).flatMap(([entry, values]) =>
    Object.keys(values).map((key) => `${entry}.${key}`),
  );
  const further = Object.entries(supplied).flatMap(([entry, values]) =>
    furtherOf(entries[entry], values).map((key) => `${entry}.${key}`),
  );
  return [
    ...without(declared, given).map((path) => `supplied.${path} must be set, got undefined`),
    ...without(given, [...declared, ...further]).map(
      (path) => `supplied.${path} must be a value that an entry declares as supplied`,
    ),
    ...halfReplica(replicaRegion, replicaKeyArn),
  ];
}

/** The values that a secret takes though it does not declare them: those of no generated value. */
function furtherOf(
  entry: SecretsArgs["entries"][string] | undefined,
  values: object,
): readonly string[] {
  if (entry?.furtherValues !== "supplied") return [];
  return Object.keys(values).filter((key) => !Object.hasOwn(entry.values, key));
}

function without(paths: readonly string[], others: readonly string[]): string[] {
  return paths.filter((path) => !others.includes(path));
}

function halfReplica(region: unknown, keyArn: unknown): string[] {
  if ((region === undefined) === (keyArn === undefined)) return [];
  const [missing, set] =
    region === undefined ? ["replicaRegion", "replicaKeyArn"] : ["replicaKeyArn", "replicaRegion"];
  return [`${missing} must be set together with ${set}, got undefined`];
}
