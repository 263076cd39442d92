import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { sectionRule } from "./rule";

type Cluster = NonNullable<Spec["cluster"]>;
type NodeGroup = Cluster["nodeGroups"][string];

/** Nodes that EKS starts. */
export const clusterNodeRules = [
  sectionRule("cluster", [], ({ nodeGroups }) => some("nodeGroups", nodeGroups)),
  sectionRule("cluster", [], ({ nodeGroups }) =>
    Object.entries(nodeGroups).flatMap(([label, group]) => {
      const path = `cluster.nodeGroups.${label}`;
      return [...ofOneArchitecture(path, group), ...inOrder(path, group)];
    }),
  ),
  sectionRule("cluster", [], ({ nodeGroups }) => everywhere(nodeGroups)),
];

/** A problem where there is none of something that there must be one of. */
export function some(name: string, entries: Readonly<Record<string, unknown>>): readonly Problem[] {
  if (Object.keys(entries).length > 0) return [];
  return [
    { path: `cluster.${name}`, rule: "must be one at least", fix: `add one to cluster.${name}` },
  ];
}

/**
 * Instance types whose processors run the image. Those of Graviton have a g after the number of their generation.
 *
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
function ofOneArchitecture(
  path: string,
  { instanceTypes, amiType }: NodeGroup,
): readonly Problem[] {
  const wanted = amiType.includes("_ARM_64") ? "arm64" : "x86-64";
  return instanceTypes
    .map((value, index) => ({ path: `${path}.instanceTypes[${index}]`, value }))
    .filter(({ value }) => architectureOf(value) !== wanted)
    .map((type) => ({
      ...type,
      rule: `must have ${wanted} processors, for the image ${amiType}`,
      fix:
        wanted === "arm64"
          ? "write a type of Graviton such as m7g.large, or an image of x86_64"
          : "write a type such as m7i.large, or an image of ARM_64",
    }));
}

function architectureOf(instanceType: string): "arm64" | "x86-64" {
  const [family = ""] = instanceType.split(".");
  return family === "a1" || /^[a-z]+\d+g/.test(family) ? "arm64" : "x86-64";
}

function inOrder(path: string, { minimum, maximum, desired }: NodeGroup): readonly Problem[] {
  return [
    ...(minimum <= maximum
      ? []
      : [
          {
            path: `${path}.maximum`,
            value: maximum,
            rule: `must be at least minimum ${minimum}`,
            fix: `raise it to ${minimum} or more`,
          },
        ]),
    ...(desired === undefined || (minimum <= desired && desired <= maximum)
      ? []
      : [
          {
            path: `${path}.desired`,
            value: desired,
            rule: `must be from minimum ${minimum} to maximum ${maximum}`,
            fix: "leave it out, and it is minimum",
          },
        ]),
  ];
}

/** What the cluster itself runs tolerates no taints, and needs nodes before any autoscaler adds some. */
function everywhere(nodeGroups: Cluster["nodeGroups"]): readonly Problem[] {
  const groups = Object.values(nodeGroups);
  const repels = ({ taints }: NodeGroup) =>
    taints.some(({ effect }) => effect !== "PREFER_NO_SCHEDULE");
  if (groups.length === 0 || groups.some((group) => group.minimum > 0 && !repels(group))) return [];
  return [
    {
      path: "cluster.nodeGroups",
      rule: "must have a group with nodes from the start and without taints, for what the cluster itself runs",
      fix: "give one group a minimum above 0 and no taints",
    },
  ];
}
