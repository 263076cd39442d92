import { mustBeAtLeast } from "../must";
import { stackRule } from "../rule";
import { judgeFewest } from "./kubernetes-scaling";
import { whereSaid } from "./pod-judge";
import { Workload, withPatches } from "./pod-workload";
import { named } from "./title";

export const podReplicasEnough = stackRule({
  id: "pod-replicas-enough",
  requires: "There are always enough pods of a Deployment or StatefulSet for one to be lost.",
  why: "With a single pod every node that is replaced, and every zone that is lost, is an outage.",
  fix: "Set spec.replicas, or minReplicas of its HorizontalPodAutoscaler, to that many.",
  severity: "medium",
  standards: {},
  types: withPatches("apps/v1:Deployment", "apps/v1:StatefulSet"),
  settings: {
    minimumPods: {
      kind: "integer",
      description: "Pods that there are at least.",
      minimum: 1,
      maximum: 100,
      default: 2,
      stricter: "higher",
    },
  },
  exemptible: true,
  profiles: { staging: { level: "disabled" } },
  check: (resource, { minimumPods }, stack) => {
    const floor = { minimum: minimumPods, unit: "pods", absent: 1 };
    const workload = new Workload(resource);
    return judgeFewest(resource, stack, (fewest, owner) => {
      const judgement = mustBeAtLeast(fewest, floor);
      return owner === resource ? whereSaid(workload, fewest, judgement) : named(owner, judgement);
    });
  },
});
