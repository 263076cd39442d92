import { all, any, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { given, must } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { judgeContainers, lastingLists, whereSaid } from "./pod-judge";
import { type Container, servingTypes, Workload, workloadTypes } from "./pod-workload";

export const podLivenessProbed = resourceRule({
  id: "pod-liveness-probed",
  requires: "Containers that serve are asked whether they still work.",
  why: "A process that hangs stays in service until somebody notices; one that is asked is started anew.",
  fix: "Set livenessProbe in every container.",
  severity: "medium",
  standards: { checkov: ["CKV_K8S_8"] },
  types: servingTypes,
  exemptible: true,
  check: (resource) => mustBeProbed(resource, "livenessProbe"),
});

export const podReadinessProbed = resourceRule({
  id: "pod-readiness-probed",
  requires: "Containers that serve are asked whether they can, before they get requests.",
  why: "Without it a new version gets requests before it listens, and a rolling update takes the old ones away too early.",
  fix: "Set readinessProbe in every container.",
  severity: "medium",
  standards: { checkov: ["CKV_K8S_9"] },
  types: servingTypes,
  exemptible: true,
  check: (resource) => mustBeProbed(resource, "readinessProbe"),
});

/** What runs to its end needs no probes. */
function mustBeProbed(resource: Workload["resource"], key: string): Judgement {
  const workload = new Workload(resource);
  const restart = workload.pod.at("restartPolicy");
  if ((restart.value ?? "Always") !== "Always") return notApplicable("its pods run to their end");
  const judge = (container: Container): Judgement => {
    const probe = container.at(key);
    const judgement = probe.isSet ? pass : fail(`${probe.path} must be set`);
    return whereSaid(workload, probe, judgement);
  };
  return given(restart, judgeContainers(resource, judge, ["containers"]));
}

const probes = ["livenessProbe", "readinessProbe", "startupProbe"];
const hooks = ["postStart", "preStop"];

/** Where a probe says which port it asks. */
const askers = ["httpGet", "tcpSocket", "grpc"];

export const podProbePortsDeclared = resourceRule({
  id: "pod-probe-ports-declared",
  requires: "Probes ask ports that their pod declares.",
  why: "A probe of a port that nobody listens at starts a sound container anew for ever.",
  fix: "Set port of the probe to one in ports of the container, by name or number.",
  severity: "medium",
  standards: {},
  types: workloadTypes,
  exemptible: true,
  check: (resource) =>
    judgeContainers(
      resource,
      (container) =>
        all(
          ...probes.flatMap((probe) =>
            askers.map((asker) => mustBeDeclared(container.at(probe).at(asker), container)),
          ),
        ),
      lastingLists,
    ),
});

/** A name is one of the container's own ports, a number one of any container's: they share their addresses. */
function mustBeDeclared(asker: Property, container: Container): Judgement {
  const port = asker.at("port");
  if (port.isUnknown) return undecided(port.path);
  if (!port.isSet || container.workload.isPatch) return pass;
  const isName = Number.isNaN(Number(port.value));
  const places = isName
    ? [container.at("ports")]
    : ["containers", "initContainers"].map((list) => container.workload.pod.at(list));
  const lists = isName ? places : places.flatMap(elementsOf).map((each) => each.at("ports"));
  const declared = lists
    .flatMap(elementsOf)
    .map((each) => each.at(isName ? "name" : "containerPort"));
  const open = [...places, ...lists].filter(({ isUnknown }) => isUnknown);
  return any(
    [
      ...declared.map((one) => must(one, "", (value) => isSamePort(value, port.value))),
      ...open.map(({ path }) => undecided(path)),
    ],
    `${port.path} must be one of the pod's ports, ${port.finding}`,
  );
}

function elementsOf({ items }: Property): readonly Property[] {
  return items;
}

function isSamePort(one: unknown, other: unknown): boolean {
  return one === other || (one !== undefined && Number(one) === Number(other));
}

export const podProbesLocal = resourceRule({
  id: "pod-probes-local",
  requires: "Probes and hooks ask the pod itself, and no other host.",
  why: "They are asked by the node, past every NetworkPolicy: with a host of their own they reach what the pod may not.",
  fix: "Leave host out of httpGet and tcpSocket; put the name of a virtual host into httpHeaders.",
  severity: "medium",
  standards: { podSecurity: ["baseline"] },
  types: workloadTypes,
  exemptible: true,
  check: (resource) =>
    judgeContainers(resource, (container) => {
      const asking = [
        ...probes.map((probe) => container.at(probe)),
        ...hooks.map((hook) => container.at("lifecycle").at(hook)),
      ];
      const hosts = asking.flatMap((each) =>
        ["httpGet", "tcpSocket"].map((way) => each.at(way).at("host")),
      );
      return all(
        ...hosts.map((host) =>
          must(host, "not be set", (value) => value === undefined || value === ""),
        ),
      );
    }),
});
