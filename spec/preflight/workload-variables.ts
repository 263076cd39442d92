import { pathOf } from "../path";
import type { Problem } from "../problem";
import { rule } from "./rule";
import { workloadsOf, type PlacedWorkload } from "./workloads";

/** Variables by which EKS tells a pod of its role. */
const reserved = ["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];

/** What the variables of a connection are called after its prefix. */
const endings = {
  database: ["HOST", "PORT", "NAME", "SSLMODE", "POOL_SIZE", "USERNAME", "PASSWORD"],
  cache: ["HOST", "PORT", "TLS", "USERNAME", "PASSWORD"],
  broker: ["BOOTSTRAP_SERVERS", "SASL_MECHANISM"],
} as const;

/** Variables of a container that say one thing each. */
export const workloadVariableRules = [
  rule(["services", "jobs"], (workloads) =>
    workloadsOf(workloads).flatMap((placed) => {
      const variables = [...written(placed), ...derived(placed)];
      return variables.flatMap((variable, index) => [
        ...notReserved(variable),
        ...once(variable, variables.slice(0, index)),
      ]);
    }),
  ),
];

/** A variable, and the path of what gives it. */
interface Variable {
  readonly name: string;
  readonly path: string;
  /** What is written there. */
  readonly value: string;
  readonly fix: string;
}

/** Those that the spec names. */
function written({ section, name, workload }: PlacedWorkload): readonly Variable[] {
  const { environment, connectsTo } = workload;
  const at = (variable: string, ...keys: readonly string[]) => ({
    name: variable,
    path: pathOf([section, name, ...keys]),
    value: variable,
    fix: "rename it",
  });
  return [
    ...Object.keys(environment).map((variable) => at(variable, "environment", variable)),
    ...Object.entries(connectsTo.buckets).map(([label, { variable }]) =>
      at(variable, "connectsTo", "buckets", label, "variable"),
    ),
    ...Object.entries(connectsTo.secrets).flatMap(([label, variables]) =>
      Object.keys(variables).map((variable) =>
        at(variable, "connectsTo", "secrets", label, variable),
      ),
    ),
    ...Object.entries(connectsTo.services).map(([label, { variable }]) =>
      at(variable, "connectsTo", "services", label, "variable"),
    ),
  ];
}

/** Those that follow from the prefix of a connection. */
function derived({ path, workload: { connectsTo } }: PlacedWorkload): readonly Variable[] {
  return (["database", "cache", "broker"] as const).flatMap((to) => {
    const prefix = connectsTo[to]?.variablePrefix;
    if (prefix === undefined) return [];
    return endings[to].map((ending) => ({
      name: `${prefix}_${ending}`,
      path: `${path}.connectsTo.${to}.variablePrefix`,
      value: prefix,
      fix: "write another prefix, or rename the other",
    }));
  });
}

function notReserved({ name, path, value, fix }: Variable): readonly Problem[] {
  if (!reserved.includes(name)) return [];
  return [{ path, value, rule: "must be no variable by which EKS tells a pod of its role", fix }];
}

function once(
  { name, path, value, fix }: Variable,
  before: readonly Variable[],
): readonly Problem[] {
  const taken = before.find((other) => other.name === name);
  if (taken === undefined) return [];
  return [{ path, value, rule: `must give other variables than ${taken.path}`, fix }];
}
