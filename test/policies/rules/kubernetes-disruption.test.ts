import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import {
  kubernetesBudgetSatisfiable,
  kubernetesBudgetUnhealthyEvicted,
  podDisruptionBudgeted,
} from "../../../policies/rules/kubernetes-disruption";
import { type Resource, unknown } from "../kit";
import { suite } from "../suite";
import { kinds, object, verdictOn, workload } from "./objects";
import { labels, types } from "./pods";

const selector = { matchLabels: labels };
const budget = (spec: Data, metadata: Data = {}): Resource =>
  object(kinds.budget, { metadata, spec: { selector, ...spec } });
const scaler = (minReplicas: unknown): Resource =>
  object(kinds.scaler, {
    spec: { scaleTargetRef: { kind: "Deployment", name: "orders" }, minReplicas },
  });
const pods = (replicas: unknown): Resource => workload(types.deployment, { replicas });

describe("pod-disruption-budgeted", () => {
  const verdict = (...stack: readonly [Resource, ...Resource[]]) =>
    verdictOn(podDisruptionBudgeted, ...stack);
  const none = ["fail", `it must have an ${kinds.budget} that selects its pods, but none does`];

  it("passes pods with a budget", async () => {
    assert.equal(await verdict(pods(3), budget({ maxUnavailable: 1 })), "pass");
    const set = workload(types.statefulSet, { replicas: 3 });
    assert.equal(await verdict(set, budget({ maxUnavailable: 1 })), "pass");
  });

  it("fails when they have none", async () => {
    assert.deepEqual(await verdict(pods(3)), none);
  });

  it("fails when an autoscaler makes several and they have none", async () => {
    assert.deepEqual(await verdict(workload(types.deployment), scaler(3)), none);
  });

  it("fails when the budget is of others, of none or in another namespace", async () => {
    const others = { matchLabels: { app: "payments" } };
    assert.deepEqual(await verdict(pods(3), budget({ selector: others })), none);
    assert.deepEqual(await verdict(pods(3), object(kinds.budget, { spec: {} })), none);
    assert.deepEqual(await verdict(pods(3), budget({}, { namespace: "a" })), none);
  });

  it("does not apply to a single pod", async () => {
    const reason = ["notApplicable", "it has one pod at most"];
    assert.deepEqual(await verdict(pods(1)), reason);
    assert.deepEqual(await verdict(workload(types.deployment)), reason);
  });

  it("is undecided while a budget may be its own", async () => {
    assert.deepEqual(await verdict(pods(3), budget({ selector: unknown })), [
      "undecided",
      `not known until deployed: ${kinds.budget} "example"`,
    ]);
  });

  it("is undecided while it is not known whether there are several", async () => {
    assert.deepEqual(await verdict(pods(unknown)), [
      "undecided",
      "not known until deployed: spec.replicas",
    ]);
  });
});

describe("kubernetes-budget-satisfiable", () => {
  const verdict = (...stack: readonly [Resource, ...Resource[]]) =>
    verdictOn(kubernetesBudgetSatisfiable, ...stack);
  const ofPods = `${types.deployment} "example"`;

  it("passes a budget that lets one go", async () => {
    assert.equal(await verdict(budget({ maxUnavailable: 1 }), pods(3)), "pass");
    assert.equal(await verdict(budget({ maxUnavailable: "10%" }), pods(3)), "pass");
    assert.equal(await verdict(budget({ minAvailable: 2 }), pods(3)), "pass");
    assert.equal(await verdict(budget({ minAvailable: "50%" }), pods(3)), "pass");
  });

  for (const none of [0, "0%"]) {
    it(`fails when ${none.toString()} may go`, async () => {
      assert.deepEqual(await verdict(budget({ maxUnavailable: none }), pods(3)), [
        "fail",
        `spec.maxUnavailable must be more than 0, got ${JSON.stringify(none)}`,
      ]);
    });
  }

  it("fails when all must stay, whoever they are", async () => {
    assert.deepEqual(await verdict(budget({ minAvailable: "100%" })), [
      "fail",
      'spec.minAvailable must be less than 100%, got "100%"',
    ]);
  });

  it("fails when as many must stay as there are", async () => {
    assert.deepEqual(await verdict(budget({ minAvailable: 3 }), pods(3)), [
      "fail",
      `spec.minAvailable must be less than the 3 of ${ofPods}, got 3`,
    ]);
  });

  it("fails when a share of the pods is all of them, rounded up", async () => {
    assert.deepEqual(await verdict(budget({ minAvailable: "60%" }), pods(2)), [
      "fail",
      `spec.minAvailable must be less than the 2 of ${ofPods}, got "60%"`,
    ]);
  });

  it("fails when as many must stay as the autoscaler leaves", async () => {
    assert.deepEqual(await verdict(budget({ minAvailable: 2 }), pods(5), scaler(2)), [
      "fail",
      `spec.minAvailable must be less than the 2 of ${kinds.scaler} "example", got 2`,
    ]);
  });

  it("passes a budget whose pods are switched off", async () => {
    assert.equal(await verdict(budget({ minAvailable: 1 }), pods(0)), "pass");
  });

  it("counts only the pods that it selects", async () => {
    const others = { matchLabels: { app: "payments" } };
    assert.equal(await verdict(budget({ minAvailable: 1, selector: others }), pods(1)), "pass");
  });

  it("is undecided while it is not known how many there are", async () => {
    assert.deepEqual(await verdict(budget({ minAvailable: 1 }), pods(unknown)), [
      "undecided",
      "not known until deployed: spec.replicas",
    ]);
  });

  it("is undecided while it is not known which they are", async () => {
    assert.deepEqual(await verdict(budget({ minAvailable: 1, selector: unknown }), pods(1)), [
      "undecided",
      "not known until deployed: spec.selector",
    ]);
  });

  it("is undecided while it is not known how many may go", async () => {
    assert.deepEqual(await verdict(budget({ maxUnavailable: unknown }), pods(3)), [
      "undecided",
      "not known until deployed: spec.maxUnavailable",
    ]);
  });
});

describe("kubernetes-budget-unhealthy-evicted", () => {
  const evicting = (unhealthyPodEvictionPolicy: unknown) => ({
    spec: { unhealthyPodEvictionPolicy },
  });
  const rule = suite(kubernetesBudgetUnhealthyEvicted, kinds.budget, evicting("AlwaysAllow"));
  rule.passes("passes a budget that lets broken pods go", {});
  rule.fails(
    "fails when it waits for them",
    evicting("IfHealthyBudget"),
    'spec.unhealthyPodEvictionPolicy must be "AlwaysAllow", got "IfHealthyBudget"',
  );
  rule.fails(
    "fails when nothing is said",
    { spec: {} },
    'spec.unhealthyPodEvictionPolicy must be "AlwaysAllow", but is not set',
  );
  rule.isUndecided(
    "is undecided while it is not known",
    evicting(unknown),
    "spec.unhealthyPodEvictionPolicy",
  );
});
