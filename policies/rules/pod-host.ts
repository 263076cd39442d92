import { all, type Judgement, pass, undecided } from "../judgement";
import { must, mustNotBe } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { keyOf } from "./kubernetes-selector";
import { judgeContainers } from "./pod-judge";
import { type Container, Workload, workloadTypes } from "./pod-workload";

const baseline = ["baseline"];

export const podUnprivileged = resourceRule({
  id: "pod-unprivileged",
  requires: "No container is privileged, nor a process of its Windows host.",
  why: "A privileged container is root on its node: whoever takes it over has the pods, secrets and role of that node.",
  fix: "Leave privileged out, and add the single capabilities that the container needs.",
  severity: "critical",
  standards: { checkov: ["CKV_K8S_16"], podSecurity: baseline },
  types: workloadTypes,
  exemptible: true,
  check: (resource) => {
    const workload = new Workload(resource);
    const windows = workload.security("windowsOptions").at("hostProcess");
    return all(
      mustNotBe(windows, true),
      judgeContainers(resource, (container) =>
        all(
          mustNotBe(container.own("privileged"), true),
          mustNotBe(container.own("windowsOptions").at("hostProcess"), true),
        ),
      ),
    );
  },
});

export const podHostNamespacesOwn = resourceRule({
  id: "pod-host-namespaces-own",
  requires: "Pods share neither processes, nor memory, nor the network with their node.",
  why: "In the node's network a pod takes the node's role from the metadata service and passes by every NetworkPolicy; among its processes it reads what they hold.",
  fix: "Leave hostNetwork, hostPID and hostIPC out.",
  severity: "critical",
  standards: { checkov: ["CKV_K8S_17", "CKV_K8S_18", "CKV_K8S_19"], podSecurity: baseline },
  types: workloadTypes,
  exemptible: true,
  check: (resource) => {
    const { pod } = new Workload(resource);
    return all(...["hostNetwork", "hostPID", "hostIPC"].map((key) => mustNotBe(pod.at(key), true)));
  },
});

export const podHostPathsAbsent = resourceRule({
  id: "pod-host-paths-absent",
  requires: "Pods mount nothing of their node's files, its container socket least of all.",
  why: "Whoever writes to a node's files, or talks to its container runtime, runs what they like on it.",
  fix: "Mount an emptyDir, a claim, a ConfigMap or a secret in place of hostPath.",
  severity: "critical",
  standards: { checkov: ["CKV_K8S_27"], podSecurity: baseline },
  types: workloadTypes,
  exemptible: true,
  check: (resource) =>
    judgeVolumes(new Workload(resource), (volume) =>
      must(volume.at("hostPath"), "not be set", (value) => value === undefined),
    ),
});

/** What the Pod Security Standard `restricted` lets a volume be, its name, and a host path, which has its own rule. */
const volumeKinds = [
  ...["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "hostPath", "image"],
  ...["name", "persistentVolumeClaim", "projected", "secret"],
];

export const podVolumesLimited = resourceRule({
  id: "pod-volumes-limited",
  requires: "Pods mount storage by claims, not by its address.",
  why: "A volume named in the pod is whatever its author writes: any share that the node reaches, without a class, a size or encryption that anybody decided on.",
  fix: "Make a PersistentVolumeClaim of an encrypted storage class, and mount that.",
  severity: "medium",
  standards: { podSecurity: ["restricted"] },
  types: workloadTypes,
  exemptible: true,
  check: (resource) =>
    judgeVolumes(new Workload(resource), (volume) =>
      all(
        ...volume.entries
          .filter((kind) => !volumeKinds.includes(keyOf(kind, volume)))
          .map((kind) =>
            must(
              kind,
              "be a claim, scratch space or a map of the cluster's own",
              (value) => value === undefined,
            ),
          ),
        pass,
      ),
    ),
});

function judgeVolumes({ pod }: Workload, judge: (volume: Property) => Judgement): Judgement {
  const volumes = pod.at("volumes");
  if (volumes.isUnknown) return undecided(volumes.path);
  return all(
    ...volumes.items.map((volume) => (volume.isUnknown ? undecided(volume.path) : judge(volume))),
    pass,
  );
}

export const podHostPortsAbsent = resourceRule({
  id: "pod-host-ports-absent",
  requires: "Containers open no port of their node.",
  why: "A port of the node is reached around services and NetworkPolicies, and only one pod a node can have it.",
  fix: "Leave hostPort out, and reach the pods through a Service.",
  severity: "high",
  standards: { checkov: ["CKV_K8S_26"], podSecurity: baseline },
  types: workloadTypes,
  exemptible: true,
  check: (resource) => judgeContainers(resource, mustOpenNoHostPort),
});

function mustOpenNoHostPort(container: Container): Judgement {
  const ports = container.at("ports");
  if (ports.isUnknown) return undecided(ports.path);
  return all(
    ...ports.items.map((port) =>
      must(port.at("hostPort"), "not be set", (value) => value === undefined || value === 0),
    ),
    pass,
  );
}
