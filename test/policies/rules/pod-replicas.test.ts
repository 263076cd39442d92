import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import { podReplicasEnough } from "../../../policies/rules/pod-replicas";
import { type Resource, unknown } from "../kit";
import { kinds, object, verdictOn, workload } from "./objects";
import { types } from "./pods";

const pods = (spec: Data, type: string = types.deployment): Resource => workload(type, spec);
const scaler = (target: Data, more: Data = {}, metadata: Data = {}): Resource =>
  object(kinds.scaler, {
    metadata,
    spec: { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", ...target }, ...more },
  });
const verdict = (...stack: readonly [Resource, ...Resource[]]) =>
  verdictOn(podReplicasEnough, ...stack);
const single = ["fail", "spec.replicas must be at least 2 pods, but is not set"];
const title = `${kinds.scaler} "example"`;

describe("pod-replicas-enough", () => {
  for (const type of [types.deployment, types.statefulSet]) {
    it(`passes a ${type} with several pods`, async () => {
      assert.equal(await verdict(pods({ replicas: 2 }, type)), "pass");
    });
  }

  it("fails when there is one", async () => {
    assert.deepEqual(await verdict(pods({})), single);
    assert.deepEqual(await verdict(pods({ replicas: 1 })), [
      "fail",
      "spec.replicas must be at least 2 pods, got 1",
    ]);
  });

  it("counts the fewest of its autoscaler, whatever its own", async () => {
    const enough = scaler({ name: "orders" }, { minReplicas: 2 });
    assert.equal(await verdict(pods({ replicas: 1 }), enough), "pass");
  });

  it("fails when its autoscaler goes down to one", async () => {
    assert.deepEqual(await verdict(pods({ replicas: 3 }), scaler({ name: "orders" })), [
      "fail",
      `${title}: spec.minReplicas must be at least 2 pods, but is not set`,
    ]);
  });

  for (const [what, other] of [
    ["another object's", scaler({ name: "payments" }, { minReplicas: 2 })],
    ["of another kind", scaler({ kind: "StatefulSet", name: "orders" }, { minReplicas: 2 })],
    ["in another namespace", scaler({ name: "orders" }, { minReplicas: 2 }, { namespace: "a" })],
  ] as const) {
    it(`does not count an autoscaler that is ${what}`, async () => {
      assert.deepEqual(await verdict(pods({}), other), single);
    });
  }

  it("finds its autoscaler by what it is made from while no name is known", async () => {
    const target = { ...pods({}), inputs: { ...pods({}).inputs, metadata: { namespace: "shop" } } };
    const made = {
      ...scaler({ name: unknown }, { minReplicas: 2 }),
      dependencies: { spec: [target] },
    };
    assert.equal(await verdict(target, made), "pass");
  });

  it("is undecided while an autoscaler may be its own", async () => {
    assert.deepEqual(await verdict(pods({}), scaler({ name: unknown }, { minReplicas: 2 })), [
      "undecided",
      `not known until deployed: scaleTargetRef of ${title}`,
    ]);
  });

  it("is undecided while the number is not known", async () => {
    assert.deepEqual(await verdict(pods({ replicas: unknown })), [
      "undecided",
      "not known until deployed: spec.replicas",
    ]);
  });

  it("does not apply to a patch that leaves it as it is", async () => {
    assert.deepEqual(await verdict(pods({}, types.patch)), [
      "notApplicable",
      "a patch says only what it changes",
    ]);
  });
});
