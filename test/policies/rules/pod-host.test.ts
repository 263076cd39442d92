import {
  podHostNamespacesOwn,
  podHostPathsAbsent,
  podHostPortsAbsent,
  podUnprivileged,
  podVolumesLimited,
} from "../../../policies/rules/pod-host";
import { unknown } from "../kit";
import { suite } from "../suite";
import { containerOf, deploymentOf, securityOf, types } from "./pods";

const path = "spec.template.spec";
const compliant = containerOf({ name: "orders" });

describe("pod-unprivileged", () => {
  const rule = suite(podUnprivileged, types.deployment, compliant);
  rule.passes("passes containers that say nothing", {});
  rule.passes("passes containers that say no", securityOf({ privileged: false }));
  rule.fails(
    "fails when a pod runs on its Windows host",
    containerOf(
      { securityContext: { windowsOptions: { hostProcess: true } } },
      { securityContext: { windowsOptions: { hostProcess: true } } },
    ),
    `${path}.containers[0].securityContext.windowsOptions.hostProcess must not be true, got true`,
    `${path}.securityContext.windowsOptions.hostProcess must not be true, got true`,
  );
  rule.isUndecided(
    "is undecided while it is not known",
    securityOf({ privileged: unknown }),
    `${path}.containers[0].securityContext.privileged`,
  );
});

describe("pod-host-namespaces-own", () => {
  const rule = suite(podHostNamespacesOwn, types.daemonSet, compliant);
  rule.passes("passes a pod that says nothing", {});
  rule.passes("passes a pod that says no", deploymentOf({ hostNetwork: false }));
  for (const key of ["hostIPC", "hostNetwork", "hostPID"]) {
    rule.fails(
      `fails when ${key} is on`,
      deploymentOf({ [key]: true }),
      `${path}.${key} must not be true, got true`,
    );
    rule.isUndecided(
      `is undecided while ${key} is not known`,
      deploymentOf({ [key]: unknown }),
      `${path}.${key}`,
    );
  }
});

describe("pod-host-paths-absent", () => {
  const volumes = [{ name: "tmp", emptyDir: {} }];
  const rule = suite(podHostPathsAbsent, types.deployment, deploymentOf({ volumes }));
  rule.passes("passes other volumes", {});
  rule.passes("passes a pod without volumes", compliant);
  rule.fails(
    "fails when a file of the node is mounted",
    deploymentOf({ volumes: [...volumes, { name: "logs", hostPath: { path: "/var/log" } }] }),
    `${path}.volumes[1].hostPath must not be set, got an object`,
  );
  rule.isUndecided(
    "is undecided while it is not known whether it is",
    deploymentOf({ volumes: [{ name: "logs", hostPath: unknown }] }),
    `${path}.volumes[0].hostPath`,
  );
  rule.isUndecided(
    "is undecided while a volume is not known",
    deploymentOf({ volumes: [unknown] }),
    `${path}.volumes[0]`,
  );
  rule.isUndecided(
    "is undecided while none is known",
    deploymentOf({ volumes: unknown }),
    `${path}.volumes`,
  );
});

describe("pod-volumes-limited", () => {
  const kinds = [
    ...["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "hostPath", "image"],
    ...["persistentVolumeClaim", "projected", "secret"],
  ];
  const volumes = kinds.map((kind) => ({ name: "data", [kind]: {} }));
  const rule = suite(podVolumesLimited, types.statefulSet, deploymentOf({ volumes }));
  rule.passes("passes claims, maps, scratch space, and what has a rule of its own", {});
  rule.passes("passes a pod without volumes", compliant);
  rule.fails(
    "fails when storage is mounted by its address",
    deploymentOf({ volumes: [{ name: "data", nfs: { server: "203.0.113.7", path: "/" } }] }),
    `${path}.volumes[0].nfs must be a claim, scratch space or a map of the cluster's own, got an object`,
  );
  rule.isUndecided(
    "is undecided while it is not known whether it is",
    deploymentOf({ volumes: [{ name: "data", nfs: unknown }] }),
    `${path}.volumes[0].nfs`,
  );
});

describe("pod-host-ports-absent", () => {
  const rule = suite(
    podHostPortsAbsent,
    types.deployment,
    containerOf({ ports: [{ containerPort: 3000 }] }),
  );
  rule.passes("passes ports of the container", {});
  rule.passes("passes a port of the node that is none", containerOf({ ports: [{ hostPort: 0 }] }));
  rule.passes("passes a container without ports", compliant);
  rule.fails(
    "fails when a port of the node is opened",
    containerOf({ ports: [{ containerPort: 3000, hostPort: 3000 }] }),
    `${path}.containers[0].ports[0].hostPort must not be set, got 3000`,
  );
  rule.isUndecided(
    "is undecided while ports are not known",
    containerOf({ ports: unknown }),
    `${path}.containers[0].ports`,
  );
});
