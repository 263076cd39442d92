import ipaddr from "ipaddr.js";
import { outsideOf, unless } from "../../problems/phrases";
import { isOutside, type Edge } from "../edge";
import type { WorkloadSettings } from "../workload-settings";

/** What is wrong with what a workload connects to. */
export function edgesProblems({ connectsTo }: WorkloadSettings): readonly string[] {
  return connectsTo.flatMap(edgeProblems);
}

function edgeProblems(
  { to, destination }: Edge,
  index: number,
  all: readonly Edge[],
): readonly string[] {
  const path = `connectsTo.${to}`;
  return [
    ...unless(
      all.findIndex((edge) => edge.to === to) === index,
      `connectsTo must lead to each place once, got ${to} again`,
    ),
    ...outsideOf(`${path}.port`, destination?.port, 1, 65_535),
    ...(destination !== undefined && isOutside(destination)
      ? [
          ...unless(
            destination.cidrBlocks.length > 0,
            `${path}.cidrBlocks must have a range at least, got none`,
          ),
          ...rangeProblems(`${path}.cidrBlocks`, destination.cidrBlocks),
          ...rangeProblems(`${path}.exceptCidrBlocks`, destination.exceptCidrBlocks ?? []),
        ]
      : []),
  ];
}

/** A problem for each that is no range of addresses. */
export function rangeProblems(path: string, ranges: readonly string[]): readonly string[] {
  return ranges.flatMap((range) =>
    unless(
      ipaddr.IPv4.isValidCIDRFourPartDecimal(range),
      `${path} must be IPv4 ranges such as 203.0.113.0/24, got ${range}`,
    ),
  );
}
