import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import { podAccountOwn, podTokenUnmounted } from "../../../policies/rules/pod-account";
import { type Resource, unknown } from "../kit";
import { suite } from "../suite";
import { kinds, object, verdictOn, workload } from "./objects";
import { deploymentOf, types } from "./pods";

const pod = "spec.template.spec";

describe("pod-account-own", () => {
  const named = (serviceAccountName: unknown) => deploymentOf({ serviceAccountName });
  const rule = suite(podAccountOwn, types.deployment, named("orders"));
  const own = `${pod}.serviceAccountName must be set, and not "default"`;
  rule.passes("passes an account of its own", {});
  rule.fails("fails when it is the default", named("default"), `${own}, got "default"`);
  rule.fails("fails when none is named", deploymentOf({}), `${own}, but is not set`);
  rule.isUndecided(
    "is undecided while it is not known",
    named(unknown),
    `${pod}.serviceAccountName`,
  );
  suite(podAccountOwn, types.patch, deploymentOf({})).doesNotApply(
    "does not apply to a patch that leaves it as it is",
    {},
    "a patch says only what it changes",
  );
});

describe("pod-token-unmounted", () => {
  const pods = (spec: Data, type: string = types.deployment): Resource =>
    workload(type, {}, { serviceAccountName: "orders", ...spec });
  const account = (automountServiceAccountToken: unknown, metadata: Data = {}): Resource =>
    object(kinds.account, { metadata, automountServiceAccountToken });
  const verdict = (...stack: readonly [Resource, ...Resource[]]) =>
    verdictOn(podTokenUnmounted, ...stack);
  const mounted = `${pod}.automountServiceAccountToken must be false`;
  const silent = ["fail", `${mounted}, but is not set`];

  it("passes pods that get none", async () => {
    assert.equal(await verdict(pods({ automountServiceAccountToken: false })), "pass");
  });

  it("passes pods whose account gets none", async () => {
    assert.equal(await verdict(pods({}), account(false)), "pass");
  });

  it("passes pods that are made from an account that gets none while its name is not known", async () => {
    const made = account(false);
    const from = { ...pods({ serviceAccountName: unknown }), dependencies: { spec: [made] } };
    assert.equal(await verdict(from, made), "pass");
  });

  it("fails when nothing is said", async () => {
    assert.deepEqual(await verdict(pods({})), silent);
    assert.deepEqual(await verdict(pods({}), account(undefined)), silent);
  });

  it("fails when another account gets none", async () => {
    assert.deepEqual(await verdict(pods({}), account(false, { name: "payments" })), silent);
    assert.deepEqual(await verdict(pods({}), account(false, { namespace: "a" })), silent);
  });

  it("fails when the pods ask for one that their account would not get", async () => {
    const asking = pods({ automountServiceAccountToken: true });
    assert.deepEqual(await verdict(asking, account(false)), ["fail", `${mounted}, got true`]);
  });

  it("is undecided while it is not known what the pods, or their account, say", async () => {
    assert.deepEqual(await verdict(pods({ automountServiceAccountToken: unknown })), [
      "undecided",
      `not known until deployed: ${pod}.automountServiceAccountToken`,
    ]);
    assert.deepEqual(await verdict(pods({}), account(unknown)), [
      "undecided",
      "not known until deployed: automountServiceAccountToken",
    ]);
  });

  it("is undecided while it is not known which account it is", async () => {
    assert.deepEqual(await verdict(pods({ serviceAccountName: unknown }), account(false)), [
      "undecided",
      `not known until deployed: ${kinds.account} "example"`,
    ]);
  });

  it("does not apply to a patch that leaves it as it is", async () => {
    assert.deepEqual(await verdict(pods({}, types.patch)), [
      "notApplicable",
      "a patch says only what it changes",
    ]);
  });
});
