import { unless } from "../../problems/phrases";
import { rangeProblems } from "../../workload/problems/edges";
import type { Settings } from "../service-settings";

/** What is wrong with who connects to a service. */
export function callerProblems(settings: Settings): readonly string[] {
  const { callers, metricsCallers, metricsPort, targetGroupArn } = settings;
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
  ];
}
