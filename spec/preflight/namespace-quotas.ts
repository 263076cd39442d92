import { pathOf } from "../path";
import type { Problem } from "../problem";
import { amountOf } from "./quantity";
import { sectionRule } from "./rule";
import { podsAtMost, workloadsOf, type PlacedWorkload } from "./workloads";

type Resources = PlacedWorkload["workload"]["resources"];

/** What a pod takes of each quota, by the quota's name. Other quotas are of what workloads do not have. */
const taken: Readonly<Record<string, (resources: Resources) => number>> = {
  cpu: ({ requests }) => amountOf(requests.cpu),
  memory: ({ requests }) => amountOf(requests.memory),
  "requests.cpu": ({ requests }) => amountOf(requests.cpu),
  "requests.memory": ({ requests }) => amountOf(requests.memory),
  "limits.cpu": ({ limits }) => amountOf(limits.cpu),
  "limits.memory": ({ limits }) => amountOf(limits.memory),
  pods: () => 1,
  "count/pods": () => 1,
};

/**
 * Quotas that leave room for every pod of their namespace when there are most, those of an update among them.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
export const namespaceQuotaRules = [
  sectionRule("cluster", ["services", "jobs"], ({ namespaces }, spec) =>
    Object.entries(namespaces).flatMap(([namespace, { quota }]) => {
      const inside = workloadsOf(spec).filter(({ workload }) => workload.namespace === namespace);
      return Object.entries(quota).flatMap(([name, most]) =>
        enough(
          { path: pathOf(["cluster", "namespaces", namespace, "quota", name]), name, most },
          inside,
        ),
      );
    }),
  ),
];

/** A quota of a namespace, and the path it was written at. */
interface Quota {
  readonly path: string;
  readonly name: string;
  readonly most: string;
}

function enough(
  { path, name, most }: Quota,
  inside: readonly PlacedWorkload[],
): readonly Problem[] {
  const ofPod = Object.hasOwn(taken, name) ? taken[name] : undefined;
  if (ofPod === undefined) return [];
  const pods = inside.reduce((sum, placed) => sum + podsAtMost(placed), 0);
  const wanted = inside.reduce(
    (sum, placed) => sum + podsAtMost(placed) * ofPod(placed.workload.resources),
    0,
  );
  if (wanted <= amountOf(most)) return [];
  const least = name.endsWith("memory")
    ? `${Math.ceil(wanted / 1024 ** 2)}Mi`
    : String(Math.ceil(wanted * 1000) / 1000);
  return [
    {
      path,
      value: most,
      rule: `must be at least ${least}, for the ${pods} pods that the namespace has at most, those of an update among them`,
      fix: `raise it to ${least} or more, or lower replicas.maximum`,
    },
  ];
}
