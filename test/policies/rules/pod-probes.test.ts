import assert from "node:assert/strict";
import {
  podLivenessProbed,
  podProbePortsDeclared,
  podProbesLocal,
  podReadinessProbed,
} from "../../../policies/rules/pod-probes";
import { unknown } from "../kit";
import { suite } from "../suite";
import { containerOf, deploymentOf, types } from "./pods";

const probe = { httpGet: { path: "/health", port: 3000 } };
const pod = "spec.template.spec";
const path = `${pod}.containers[0]`;

for (const [rule, key] of [
  [podLivenessProbed, "livenessProbe"],
  [podReadinessProbed, "readinessProbe"],
] as const) {
  describe(rule.id, () => {
    const tests = suite(rule, types.deployment, containerOf({ [key]: probe }));
    tests.passes("passes a container that is asked", {});
    tests.passes("passes a probe that is not known yet", containerOf({ [key]: unknown }));
    tests.passes(
      "passes a container that comes before the others",
      deploymentOf({ containers: [{ [key]: probe }], initContainers: [{ name: "migrate" }] }),
    );
    tests.fails("fails when it is not", containerOf({}), `${path}.${key} must be set`);
    tests.isUndecided(
      "is undecided while it is not known whether its pods run to their end",
      containerOf({}, { restartPolicy: unknown }),
      `${pod}.restartPolicy`,
    );
    suite(rule, types.pod, { spec: { containers: [{}], restartPolicy: "Never" } }).doesNotApply(
      "does not apply to a pod that runs to its end",
      {},
      "its pods run to their end",
    );
    suite(rule, types.patch, containerOf({})).doesNotApply(
      "does not apply to a patch that leaves it as it is",
      {},
      "a patch says only what it changes",
    );
    it("does not apply to jobs", () => {
      assert.deepEqual(
        rule.types.filter((type) => type.includes("Job")),
        [],
      );
    });
  });
}

describe("pod-probe-ports-declared", () => {
  const ports = [{ name: "http", containerPort: 3000 }];
  const asking = (livenessProbe: unknown, more = {}) =>
    containerOf({ ports, livenessProbe, ...more });
  const http = (port: unknown) => asking({ httpGet: { path: "/health", port } });
  const rule = suite(podProbePortsDeclared, types.deployment, http(3000));
  rule.passes("passes a port of the container by its number", {});
  rule.passes("passes one by its name", http("http"));
  rule.passes("passes a probe that runs a command", asking({ exec: { command: ["true"] } }));
  rule.passes(
    "passes a port of a container beside it",
    deploymentOf({ containers: [{ ports }, { livenessProbe: { tcpSocket: { port: 3000 } } }] }),
  );
  rule.fails(
    "fails when no container declares the number",
    http(3001),
    `${path}.livenessProbe.httpGet.port must be one of the pod's ports, got 3001`,
  );
  rule.fails(
    "fails when the name is another container's",
    deploymentOf({ containers: [{ ports }, { readinessProbe: { tcpSocket: { port: "http" } } }] }),
    `${pod}.containers[1].readinessProbe.tcpSocket.port must be one of the pod's ports, got "http"`,
  );
  rule.fails(
    "fails when no port is declared",
    containerOf({ startupProbe: { grpc: { port: 3000 } } }),
    `${path}.startupProbe.grpc.port must be one of the pod's ports, got 3000`,
  );
  rule.isUndecided(
    "is undecided while the port is not known",
    http(unknown),
    `${path}.livenessProbe.httpGet.port`,
  );
  rule.isUndecided(
    "is undecided while the ports are not known",
    containerOf({ ports: unknown, livenessProbe: probe }),
    `${path}.ports`,
  );
  suite(podProbePortsDeclared, types.patch, containerOf({ livenessProbe: probe })).passes(
    "passes a patch that leaves the ports as they are",
    {},
  );
});

describe("pod-probes-local", () => {
  const rule = suite(
    podProbesLocal,
    types.deployment,
    containerOf({ livenessProbe: probe, lifecycle: { preStop: { httpGet: { host: "" } } } }),
  );
  rule.passes("passes probes of the pod itself", {});
  rule.fails(
    "fails when another host is asked",
    containerOf({
      readinessProbe: { tcpSocket: { host: "203.0.113.7", port: 80 } },
      lifecycle: { postStart: { httpGet: { host: "203.0.113.7", port: 80 } } },
    }),
    `${path}.lifecycle.postStart.httpGet.host must not be set, got "203.0.113.7"`,
    `${path}.readinessProbe.tcpSocket.host must not be set, got "203.0.113.7"`,
  );
  rule.isUndecided(
    "is undecided while it is not known",
    containerOf({ livenessProbe: { httpGet: { host: unknown } } }),
    `${path}.livenessProbe.httpGet.host`,
  );
});
