import { all } from "../judgement";
import { must, mustBe, mustNotBe } from "../must";
import { resourceRule } from "../rule";
import { judgeContainers, unlessWindows, whereSaid } from "./pod-judge";
import { workloadTypes } from "./pod-workload";

export const podNonRoot = resourceRule({
  id: "pod-non-root",
  requires: "Containers are run as users other than root, and refused where their image says root.",
  why: "Root in a container is root on the node for whatever gets out of it, by a hole in the kernel or a file that is shared.",
  fix: "Set securityContext.runAsNonRoot to true in the pod, and runAsUser to a number where the image names its user.",
  severity: "high",
  standards: { checkov: ["CKV_K8S_23"], podSecurity: ["restricted"] },
  types: workloadTypes,
  exemptible: true,
  check: (resource) =>
    judgeContainers(resource, (container) => {
      const { workload } = container;
      const nonRoot = container.security("runAsNonRoot");
      return all(
        whereSaid(workload, nonRoot, mustBe(nonRoot, true)),
        mustNotBe(container.security("runAsUser"), 0),
      );
    }),
});

export const podUserHigh = resourceRule({
  id: "pod-user-high",
  requires: "Containers are run as users whose numbers no user of a node has.",
  why: "What gets out of a container has the rights that its number has on the node; a high one has none.",
  fix: "Set securityContext.runAsUser to a number from 10000 on in the pod.",
  severity: "low",
  standards: { checkov: ["CKV_K8S_40"] },
  types: workloadTypes,
  settings: {
    minimumUser: {
      kind: "integer",
      description: "Number of a user at least.",
      minimum: 1,
      maximum: 65535,
      default: 10000,
      stricter: "higher",
    },
  },
  exemptible: true,
  level: "advisory",
  check: (resource, { minimumUser }) =>
    judgeContainers(resource, (container) => {
      const user = container.security("runAsUser");
      const judgement = must(user, `be at least ${minimumUser.toString()}`, (value) =>
        isAtLeast(value, minimumUser),
      );
      return unlessWindows(container.workload, whereSaid(container.workload, user, judgement));
    }),
});

function isAtLeast(value: unknown, minimum: number): boolean {
  return typeof value === "number" && value >= minimum;
}
