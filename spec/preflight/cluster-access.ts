import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { sectionRule } from "./rule";

type Cluster = NonNullable<Spec["cluster"]>;
type Entries = readonly (readonly [label: string, entry: Cluster["accessEntries"][string]])[];

const administers = "AmazonEKSClusterAdminPolicy";

/**
 * Access by which the cluster can be worked with.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
 */
export const clusterAccessRules = [
  sectionRule("cluster", [], ({ accessEntries }) => administered(Object.entries(accessEntries))),
  sectionRule("cluster", [], ({ accessEntries }) => once(Object.entries(accessEntries))),
  sectionRule("cluster", [], ({ accessEntries }) => groups(Object.entries(accessEntries))),
  sectionRule("cluster", [], ({ accessEntries, namespaces }) =>
    within(Object.entries(accessEntries), Object.keys(namespaces)),
  ),
];

function administered(entries: Entries): readonly Problem[] {
  const all = entries.flatMap(([, { policies }]) => policies);
  if (all.some((each) => each.policy === administers && each.namespaces === undefined)) return [];
  return [
    {
      path: "cluster.accessEntries",
      rule: `must let one identity administer the cluster: whoever makes it has no rights in it, and what runs in it is made by the same program`,
      fix: `give the role that runs Pulumi the policy ${administers}`,
    },
  ];
}

function once(entries: Entries): readonly Problem[] {
  return entries.flatMap(([label, { principal }], index) => {
    const earlier = entries.slice(0, index).find(([, entry]) => entry.principal === principal);
    if (earlier === undefined) return [];
    return [
      {
        path: `cluster.accessEntries.${label}.principal`,
        value: principal,
        rule: `must be another identity than that of ${earlier[0]}: EKS takes one entry for each`,
        fix: "give both their rights in one entry",
      },
    ];
  });
}

function groups(entries: Entries): readonly Problem[] {
  return entries.flatMap(([label, { kubernetesGroups }]) =>
    kubernetesGroups
      .filter((group) => group.startsWith("system:"))
      .map((value) => ({
        path: `cluster.accessEntries.${label}.kubernetesGroups`,
        value,
        rule: "must not begin with system:, which EKS refuses",
        fix: "use one of policies, or a group of your own",
      })),
  );
}

function within(entries: Entries, namespaces: readonly string[]): readonly Problem[] {
  return entries.flatMap(([label, { policies }]) =>
    policies
      .flatMap(({ namespaces: named = [] }) => named)
      .filter((name) => !namespaces.includes(name))
      .map((value) => ({
        path: `cluster.accessEntries.${label}.policies`,
        value,
        rule: "must name namespaces of the cluster",
        fix: `choose one of ${namespaces.join(", ")}`,
      })),
  );
}
