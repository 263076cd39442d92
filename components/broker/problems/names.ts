import { unless } from "../../problems/phrases";
import type { Settings } from "../broker-settings";
import { brokersLabel } from "../security-group";

/** What is wrong with the names of a broker. */
export function nameProblems(settings: Settings): readonly string[] {
  const { clusterName, allowedSecurityGroups, monitoringSecurityGroups } = settings;
  return [
    ...unless(
      /^[0-9A-Za-z][0-9A-Za-z-]{0,63}$/.test(clusterName),
      `clusterName must be letters, digits and hyphens, a letter or digit first, at most 64, got ${clusterName}`,
    ),
    ...labelProblems("allowedSecurityGroups", allowedSecurityGroups),
    ...labelProblems("monitoringSecurityGroups", monitoringSecurityGroups),
  ];
}

function labelProblems(path: string, groups: object): readonly string[] {
  return Object.keys(groups).flatMap((label) =>
    unless(
      /^[a-z][a-z0-9-]{0,31}$/.test(label) && label !== brokersLabel,
      `${path} must be labelled by lower-case letters, digits and hyphens, at most 32, but not ${brokersLabel}, got ${label}`,
    ),
  );
}
