import ipaddr from "ipaddr.js";
import { outsideOf, unless } from "../../problems/phrases";
import { isOutside, type Edge } from "../edge";
import type { Settings } from "../service-settings";

/** What is wrong with who connects to a service, and what it connects to. */
export function connectionProblems(settings: Settings): readonly string[] {
  const { connectsTo, callers, metricsCallers, metricsPort, targetGroupArn } = settings;
  const calledForMetrics = Object.values(metricsCallers).some(({ length }) => length > 0);
  return [
    ...rangeProblems("callers.cidrBlocks", callers.cidrBlocks),
    ...rangeProblems("metricsCallers.cidrBlocks", metricsCallers.cidrBlocks),
    ...unless(
      targetGroupArn === undefined || callers.cidrBlocks.length > 0,
      "callers.cidrBlocks must have the load balancer's subnets with targetGroupArn, got none",
    ),
    ...unless(
      metricsPort !== undefined || !calledForMetrics,
      "metricsPort must be set with metricsCallers, got nothing",
    ),
    ...connectsTo.flatMap(edgeProblems),
  ];
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

function rangeProblems(path: string, ranges: readonly string[]): readonly string[] {
  return ranges.flatMap((range) =>
    unless(
      ipaddr.IPv4.isValidCIDRFourPartDecimal(range),
      `${path} must be IPv4 ranges such as 203.0.113.0/24, got ${range}`,
    ),
  );
}
