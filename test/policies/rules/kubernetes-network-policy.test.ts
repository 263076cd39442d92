import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import {
  kubernetesNamespaceIsolated,
  kubernetesNetworkPolicyLimited,
  podIsolated,
} from "../../../policies/rules/kubernetes-network-policy";
import { resource, type Resource, unknown } from "../kit";
import { suite } from "../suite";
import { kinds, namespace, object, verdictOn, workload } from "./objects";
import { labels, types } from "./pods";

const policyTypes = ["Ingress", "Egress"];
const policy = (spec: Data, more: Data = {}): Resource =>
  object(kinds.policy, { spec: { policyTypes, ...spec }, ...more });
const own = { podSelector: { matchLabels: labels } };

describe("pod-isolated", () => {
  const pods = workload(types.deployment);
  const verdict = (...policies: readonly Resource[]) => verdictOn(podIsolated, pods, ...policies);
  const open = (direction: string): string =>
    `it must be selected by a ${kinds.policy} for ${direction}, but none selects it`;
  const both = ["fail", `${open("Egress")}\n${open("Ingress")}`];

  it("passes pods that a policy is about both ways", async () => {
    assert.equal(await verdict(policy(own)), "pass");
  });

  it("passes pods of a namespace whose policy is about all", async () => {
    assert.equal(await verdict(policy({ podSelector: {} })), "pass");
    assert.equal(await verdict(policy({})), "pass");
  });

  it("passes pods that two policies are about, each one way", async () => {
    const [enters, leaves] = policyTypes.map((type) =>
      resource(
        kinds.policy,
        { metadata: { namespace: "shop" }, spec: { ...own, policyTypes: [type] } },
        { name: type },
      ),
    );
    assert.ok(enters !== undefined && leaves !== undefined);
    assert.equal(await verdict(enters, leaves), "pass");
  });

  it("takes what a policy lists for what it is about, where it does not say", async () => {
    const silent = { ...own, policyTypes: undefined };
    const spec = JSON.parse(JSON.stringify(silent)) as Data;
    assert.deepEqual(await verdict(object(kinds.policy, { spec })), ["fail", open("Egress")]);
    const listing = object(kinds.policy, { spec: { ...spec, egress: [] } });
    assert.equal(await verdict(listing), "pass");
  });

  it("fails when there is none", async () => {
    assert.deepEqual(await verdict(), both);
  });

  it("fails when a policy is about one way alone", async () => {
    assert.deepEqual(await verdict(policy({ ...own, policyTypes: ["Ingress"] })), [
      "fail",
      open("Egress"),
    ]);
  });

  it("fails when the policy is about others, or in another namespace", async () => {
    const others = { podSelector: { matchLabels: { app: "payments" } } };
    assert.deepEqual(await verdict(policy(others)), both);
    assert.deepEqual(await verdict(policy(own, { metadata: { namespace: "a" } })), both);
  });

  it("is undecided while it is not known whom a policy is about", async () => {
    assert.deepEqual(await verdict(policy({ podSelector: unknown })), [
      "undecided",
      "not known until deployed: spec.podSelector",
    ]);
  });

  it("is undecided while it is not known what a policy is about", async () => {
    assert.deepEqual(await verdict(policy({ ...own, policyTypes: unknown })), [
      "undecided",
      "not known until deployed: spec.policyTypes",
    ]);
  });

  it("finds policies by the namespace that both are made from while its name is not known", async () => {
    const metadata = { namespace: unknown };
    const dependencies = { metadata: [namespace] };
    const inside = { ...workload(types.job), inputs: { ...pods.inputs, metadata }, dependencies };
    const about = { ...policy(own, { metadata }), dependencies };
    assert.equal(await verdictOn(podIsolated, inside, namespace, about), "pass");
    const elsewhere = { ...about, dependencies: {} };
    assert.deepEqual(await verdictOn(podIsolated, inside, namespace, elsewhere), [
      "undecided",
      "not known until deployed: metadata.namespace",
    ]);
  });
});

describe("kubernetes-namespace-isolated", () => {
  const verdict = (...others: readonly Resource[]) =>
    verdictOn(kubernetesNamespaceIsolated, namespace, ...others);
  const open = (direction: string): string =>
    `the namespace must have a ${kinds.policy} that denies all ${direction}, but has none`;
  const both = ["fail", `${open("Egress")}\n${open("Ingress")}`];

  it("passes a namespace where all is denied", async () => {
    assert.equal(await verdict(policy({ podSelector: {} })), "pass");
  });

  it("fails when nothing is", async () => {
    assert.deepEqual(await verdict(), both);
  });

  it("fails when some pods are closed, and not those that were forgotten", async () => {
    assert.deepEqual(await verdict(policy(own)), both);
  });

  it("fails when something is let through to all", async () => {
    assert.deepEqual(await verdict(policy({ podSelector: {}, egress: [{}] })), [
      "fail",
      open("Egress"),
    ]);
  });

  it("fails when another namespace is closed", async () => {
    const other = policy({ podSelector: {} }, { metadata: { namespace: "a" } });
    assert.deepEqual(await verdict(other), both);
  });

  it("is undecided while it is not known which pods are closed", async () => {
    assert.deepEqual(await verdict(policy({ podSelector: unknown })), [
      "undecided",
      "not known until deployed: spec.podSelector",
    ]);
  });

  it("is undecided while it is not known what is let through", async () => {
    assert.deepEqual(await verdict(policy({ podSelector: {}, egress: unknown })), [
      "undecided",
      "not known until deployed: spec.egress",
    ]);
  });

  it("does not apply where a chart is installed, by name or made from the namespace", async () => {
    const reason = ["notApplicable", "a Helm chart is installed in it"];
    assert.deepEqual(await verdict(resource(kinds.release, { namespace: "shop" })), reason);
    const made = resource(
      kinds.release,
      { namespace: unknown },
      { dependencies: { namespace: [namespace] } },
    );
    assert.deepEqual(await verdict(made), reason);
  });

  it("is undecided while it is not known where a chart is installed", async () => {
    assert.deepEqual(await verdict(resource(kinds.release, { namespace: unknown })), [
      "undecided",
      `not known until deployed: namespace of ${kinds.release} "example"`,
    ]);
  });

  it("fails when a chart is installed elsewhere", async () => {
    assert.deepEqual(await verdict(resource(kinds.release, { namespace: "a" })), both);
  });
});

describe("kubernetes-network-policy-limited", () => {
  const ports = [{ protocol: "TCP", port: 3000 }];
  const allowing = (ingress: unknown, egress: unknown = []) => ({ spec: { ingress, egress } });
  const rule = suite(
    kubernetesNetworkPolicyLimited,
    kinds.policy,
    allowing([{ from: [{ podSelector: {} }] }], [{ ports }]),
  );
  rule.passes("passes rules with peers or ports", {});
  rule.passes("passes a policy without rules", { spec: {} });
  rule.fails(
    "fails when a rule names neither",
    allowing([{}], [{ ports }, { to: [] }]),
    "spec.egress[1] must name peers or ports, but lets everything through",
    "spec.ingress[0] must name peers or ports, but lets everything through",
  );
  rule.isUndecided("is undecided while rules are not known", allowing(unknown), "spec.ingress");
  rule.isUndecided(
    "is undecided while a rule is not known",
    allowing([unknown]),
    "spec.ingress[0]",
  );
  rule.isUndecided(
    "is undecided while its peers are not known",
    allowing([{ from: unknown }]),
    "spec.ingress[0].from",
  );
});
