import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { some } from "./cluster-nodes";
import { sectionRule } from "./rule";

type Cluster = NonNullable<Spec["cluster"]>;

/** Namespaces of Kubernetes, and of what the program installs. */
const takenNamespaces = ["default", "external-secrets"];

/** One part of a label's name or a label's value. */
const segment = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;
/** A domain, the part of a label's name before the slash. */
const domain = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/**
 * Names and labels that Kubernetes and EKS accept.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
 */
export const clusterNameRules = [
  sectionRule("cluster", [], ({ namespaces }) => some("namespaces", namespaces)),
  sectionRule("cluster", [], ({ namespaces }) => Object.keys(namespaces).flatMap(namespaceName)),
  sectionRule("cluster", [], ({ nodeGroups }) =>
    Object.entries(nodeGroups).flatMap(([label, group]) =>
      nodeLabels(`cluster.nodeGroups.${label}`, group),
    ),
  ),
];

function namespaceName(name: string): readonly Problem[] {
  const path = `cluster.namespaces.${name}`;
  const fix = "rename it";
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) {
    const rule = "must be named by lower-case letters, digits and hyphens, at most 63";
    return [{ path, rule, fix }];
  }
  if (takenNamespaces.includes(name) || name.startsWith("kube-")) {
    return [{ path, rule: "must not be a namespace of Kubernetes or of the program's own", fix }];
  }
  return [];
}

function nodeLabels(
  path: string,
  { labels, taints }: Cluster["nodeGroups"][string],
): readonly Problem[] {
  const named = [
    ...Object.entries(labels).map(([key, value]) => ({ at: `labels.${key}`, key, value })),
    ...taints.map(({ key, value = "" }, index) => ({ at: `taints[${index}]`, key, value })),
  ];
  return named
    .filter(({ key, value }) => !isLabelName(key) || !(value === "" || segment.test(value)))
    .map(({ at, key, value }) => ({
      path: `${path}.${at}`,
      value: `${key}=${value}`,
      rule: "must be names and values of labels as Kubernetes has them, at most 63 letters, digits, hyphens, underscores and dots",
      fix: "rename it",
    }));
}

function isLabelName(key: string): boolean {
  const [name = "", prefix, ...others] = key.split("/").reverse();
  return segment.test(name) && (prefix === undefined || domain.test(prefix)) && others.length === 0;
}
