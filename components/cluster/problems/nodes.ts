import { outsideOf, unless } from "../../problems/phrases";
import type { NodeGroupSettings, Settings } from "../cluster-settings";

/** What is wrong with the nodes of a cluster. */
export function nodeProblems({ nodeGroups }: Settings): readonly string[] {
  const groups = Object.entries(nodeGroups);
  return [
    ...unless(groups.length > 0, "nodeGroups must be one at least, got none"),
    ...groups.flatMap(([label, group]) => [
      ...labelProblems(label),
      ...groupProblems(`nodeGroups.${label}`, group),
    ]),
  ];
}

function labelProblems(label: string): readonly string[] {
  return unless(
    /^[a-z][a-z0-9-]{0,29}$/.test(label),
    `nodeGroups must be labelled by lower-case letters, digits and hyphens, at most 30, got ${label}`,
  );
}

function groupProblems(path: string, group: NodeGroupSettings): readonly string[] {
  const { instanceTypes, minimum, maximum, desired, volumeGiB, maxPods } = group;
  return [
    ...unless(instanceTypes.length > 0, `${path}.instanceTypes must be one at least, got none`),
    ...outsideOf(`${path}.minimum`, minimum, 0, 450),
    ...outsideOf(`${path}.maximum`, maximum, Math.max(minimum, 1), 450),
    ...outsideOf(`${path}.desired`, desired, minimum, maximum),
    ...outsideOf(`${path}.volumeGiB`, volumeGiB, 20, 16384),
    ...outsideOf(`${path}.maxPods`, maxPods, 1, 250),
  ];
}
