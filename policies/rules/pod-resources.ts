import { all, type Judgement, pass } from "../judgement";
import { must } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { judgeContainers, lastingLists, whereSaid } from "./pod-judge";
import { type Container, workloadTypes } from "./pod-workload";

export const podRequestsSet = resourceRule({
  id: "pod-requests-set",
  requires: "Containers say how much of the processor and of memory they need.",
  why: "Without requests the scheduler packs nodes until they fall over, and the autoscaler does not know when to add one.",
  fix: "Set resources.requests.cpu and resources.requests.memory in every container.",
  severity: "medium",
  standards: { checkov: ["CKV_K8S_10", "CKV_K8S_12"] },
  types: workloadTypes,
  exemptible: true,
  check: (resource) =>
    judgeContainers(
      resource,
      (container) => mustHave(container, ["cpu", "memory"], ["requests", "limits"]),
      lastingLists,
    ),
});

export const podLimitsSet = resourceRule({
  id: "pod-limits-set",
  requires:
    "Containers are limited in the memory they take, and in the processor where configuration says so.",
  why: "A leak without a limit takes the node's memory, and with it its neighbours.",
  fix: "Set resources.limits.memory and resources.limits.cpu in every container.",
  severity: "medium",
  standards: { checkov: ["CKV_K8S_11", "CKV_K8S_13"] },
  types: workloadTypes,
  settings: {
    cpu: {
      kind: "boolean",
      description: "Whether the processor must be limited too.",
      default: true,
    },
  },
  exemptible: true,
  check: (resource, { cpu }) =>
    judgeContainers(
      resource,
      (container) => mustHave(container, cpu ? ["cpu", "memory"] : ["memory"], ["limits"]),
      lastingLists,
    ),
});

/**
 * The container must have an amount of each resource in one of the maps; Kubernetes takes a limit for the request
 * that is not there, and the pod's amounts for those of all its containers.
 */
function mustHave(
  container: Container,
  resources: readonly string[],
  maps: readonly string[],
): Judgement {
  const owners = [container.at("resources"), container.workload.pod.at("resources")];
  return all(
    ...resources.map((resource) => {
      const [own, ...others] = owners.flatMap((owner) =>
        maps.map((map) => owner.at(map).at(resource)),
      );
      const said = [own, ...others].find((place) => place?.isSet === true) ?? own;
      return said === undefined ? pass : mustBeAnAmount(container, said);
    }),
  );
}

function mustBeAnAmount({ workload }: Container, amount: Property): Judgement {
  const judgement = must(amount, "be more than 0", (value) => Number.parseFloat(String(value)) > 0);
  return whereSaid(workload, amount, judgement);
}
