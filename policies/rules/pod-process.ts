import { all, fail, type Judgement, pass, undecided } from "../judgement";
import { must, mustBe, mustNotBe } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { judgeContainers, unlessWindows, whereSaid } from "./pod-judge";
import { type Container, workloadTypes } from "./pod-workload";

const restricted = ["restricted"];

export const podCapabilitiesLimited = resourceRule({
  id: "pod-capabilities-limited",
  requires: "Containers get no capability of root but those that configuration allows.",
  why: "A capability is a part of root: with SYS_ADMIN a container gets out, with NET_RAW it speaks in its neighbours' names.",
  fix: "Remove it from capabilities.add; a port from 1024 on needs none.",
  severity: "high",
  standards: { checkov: ["CKV_K8S_25", "CKV_K8S_39"], podSecurity: ["baseline", ...restricted] },
  types: workloadTypes,
  settings: {
    allowed: {
      kind: "texts",
      description: "Capabilities that containers may add.",
      form: "names of capabilities in capitals, without CAP_",
      pattern: "^[A-Z][A-Z_]*$",
      default: ["NET_BIND_SERVICE"],
      stricter: "fewer",
    },
  },
  exemptible: true,
  check: (resource, { allowed }) =>
    judgeContainers(resource, (container) => {
      const added = container.own("capabilities").at("add");
      if (added.isUnknown) return undecided(added.path);
      const requirement =
        allowed.length === 0 ? "not be there" : `be one of ${[...allowed].sort().join(", ")}`;
      const judgement = all(
        ...added.items.map((item) =>
          must(item, requirement, (value) => allowed.some((name) => name === bare(value))),
        ),
        pass,
      );
      return unlessWindows(container.workload, judgement);
    }),
});

/** A capability as Kubernetes calls it: `NET_RAW`. */
function bare(capability: unknown): string {
  return String(capability).replace(/^CAP_/, "");
}

export const podCapabilitiesDropped = resourceRule({
  id: "pod-capabilities-dropped",
  requires: "Containers drop all capabilities of root that they would have.",
  why: "A container starts with fourteen of them, NET_RAW among them; hardly any program needs one.",
  fix: 'Set securityContext.capabilities.drop to ["ALL"] in every container.',
  severity: "medium",
  standards: { checkov: ["CKV_K8S_28", "CKV_K8S_37"], podSecurity: restricted },
  types: workloadTypes,
  exemptible: true,
  check: (resource) =>
    judgeContainers(resource, (container) => {
      const dropped = container.own("capabilities").at("drop");
      return unlessWindows(
        container.workload,
        whereSaid(container.workload, dropped, mustIncludeAll(dropped)),
      );
    }),
});

function mustIncludeAll(dropped: Property): Judgement {
  const judgements = dropped.items.map((item) => mustBe(item, "ALL"));
  if (judgements.some(({ verdict }) => verdict === "pass")) return pass;
  const isOpen = dropped.isUnknown || judgements.some(({ verdict }) => verdict === "undecided");
  return isOpen
    ? undecided(dropped.path)
    : fail(`${dropped.path} must include "ALL", ${dropped.finding}`);
}

export const podEscalationRefused = resourceRule({
  id: "pod-escalation-refused",
  requires: "No process of a container gets more rights than the one that started it.",
  why: "One forgotten file with the set-uid bit makes root of a user that has no rights.",
  fix: "Set securityContext.allowPrivilegeEscalation to false in every container.",
  severity: "high",
  standards: { checkov: ["CKV_K8S_20"], podSecurity: restricted },
  types: workloadTypes,
  exemptible: true,
  check: (resource) =>
    judgeContainers(resource, (container) =>
      onLinux(container, container.own("allowPrivilegeEscalation"), (escalation) =>
        mustBe(escalation, false),
      ),
    ),
});

export const podSeccompDefault = resourceRule({
  id: "pod-seccomp-default",
  requires:
    "Containers may only make the system calls of their runtime's profile, or of one of their own.",
  why: "Without a profile a container may make every call that the kernel has, the ones with the holes in them too.",
  fix: 'Set securityContext.seccompProfile to { type: "RuntimeDefault" } in the pod.',
  severity: "medium",
  standards: { checkov: ["CKV_K8S_31"], podSecurity: ["baseline", ...restricted] },
  types: workloadTypes,
  exemptible: true,
  check: (resource) =>
    judgeContainers(resource, (container) =>
      onLinux(container, container.security("seccompProfile").at("type"), (type) =>
        must(type, 'be "RuntimeDefault" or "Localhost"', (value) =>
          ["RuntimeDefault", "Localhost"].includes(String(value)),
        ),
      ),
    ),
});

export const podRootReadOnly = resourceRule({
  id: "pod-root-read-only",
  requires: "Containers write to no file of their image.",
  why: "Whoever gets into a container whose files cannot be changed cannot leave anything behind in it.",
  fix: "Set securityContext.readOnlyRootFilesystem to true, and mount an emptyDir where the program writes.",
  severity: "medium",
  standards: { checkov: ["CKV_K8S_22"] },
  types: workloadTypes,
  exemptible: true,
  check: (resource) =>
    judgeContainers(resource, (container) => {
      const readOnly = container.own("readOnlyRootFilesystem");
      return whereSaid(container.workload, readOnly, mustBe(readOnly, true));
    }),
});

export const podProcMasked = resourceRule({
  id: "pod-proc-masked",
  requires: "What /proc shows of the node stays hidden from containers.",
  why: "Unmasked, /proc shows the kernel's memory and lets a container change settings of its node.",
  fix: "Leave securityContext.procMount out.",
  severity: "high",
  standards: { podSecurity: ["baseline"] },
  types: workloadTypes,
  exemptible: true,
  check: (resource) =>
    judgeContainers(resource, (container) => mustNotBe(container.own("procMount"), "Unmasked")),
});

/** Judges a setting that only Linux has, which a patch may leave out. */
function onLinux(
  { workload }: Container,
  property: Property,
  judge: (property: Property) => Judgement,
): Judgement {
  return unlessWindows(workload, whereSaid(workload, property, judge(property)));
}
