import assert from "node:assert/strict";
import {
  kubernetesNamespaceDefaultsSet,
  kubernetesNamespaceOwn,
  kubernetesNamespacePodSecurity,
  kubernetesNamespaceQuotaSet,
} from "../../../policies/rules/kubernetes-namespace";
import { resource, type Resource, unknown } from "../kit";
import { suite } from "../suite";
import { kinds, namespace, object, verdictOn } from "./objects";
import { types } from "./pods";

describe("kubernetes-namespace-own", () => {
  const inside = (name: unknown) => ({ metadata: { name: "orders", namespace: name } });
  for (const type of [types.deployment, types.cronJob, "kubernetes:core/v1:Service"]) {
    suite(kubernetesNamespaceOwn, type, inside("shop")).passes(`passes a ${type} in one`, {});
  }
  const rule = suite(kubernetesNamespaceOwn, types.deployment, inside("shop"));
  rule.fails(
    "fails when it is the default",
    inside("default"),
    'metadata.namespace must be set, and not "default", got "default"',
  );
  rule.fails(
    "fails when none is named",
    { metadata: { name: "orders" } },
    'metadata.namespace must be set, and not "default", but is not set',
  );
  rule.isUndecided("is undecided while it is not known", inside(unknown), "metadata.namespace");
});

describe("kubernetes-namespace-pod-security", () => {
  const label = "pod-security.kubernetes.io/enforce";
  const labelled = (level: unknown) => ({ metadata: { labels: { [label]: level } } });
  const rule = suite(kubernetesNamespacePodSecurity, kinds.namespace, labelled("restricted"));
  rule.passes("passes the strictest level", {});
  rule.fails(
    "fails when it is another",
    labelled("baseline"),
    `metadata.labels.${label} must be restricted, got "baseline"`,
  );
  rule.fails(
    "fails when there is none",
    { metadata: {} },
    `metadata.labels.${label} must be restricted, but is not set`,
  );
  rule.isUndecided(
    "is undecided while it is not known",
    labelled(unknown),
    `metadata.labels.${label}`,
  );
  const lax = suite(kubernetesNamespacePodSecurity, kinds.namespace, labelled("baseline"), {
    restricted: false,
  });
  lax.passes("passes the level below where configuration allows it", {});
  lax.fails(
    "fails when it is privileged where configuration allows the level below",
    labelled("privileged"),
    `metadata.labels.${label} must be restricted or baseline, got "privileged"`,
  );
});

describe("kubernetes-namespace-quota-set", () => {
  const verdict = (...others: readonly Resource[]) =>
    verdictOn(kubernetesNamespaceQuotaSet, namespace, ...others);
  const quota = (hard: unknown, inside: unknown = "shop"): Resource =>
    object(kinds.quota, { metadata: { namespace: inside }, spec: { hard } });
  const none = ["fail", `the namespace must have a ${kinds.quota} with limits, but has none`];

  it("passes a namespace with one", async () => {
    assert.equal(await verdict(quota({ pods: "50" })), "pass");
  });

  it("fails when it has none, an empty one or another has it", async () => {
    assert.deepEqual(await verdict(), none);
    assert.deepEqual(await verdict(quota({})), none);
    assert.deepEqual(await verdict(quota({ pods: "50" }, "a")), none);
  });

  it("is undecided while it is not known what it limits, or whom", async () => {
    const waiting = (value: string) => ["undecided", `not known until deployed: ${value}`];
    assert.deepEqual(await verdict(quota(unknown)), waiting("spec.hard"));
    assert.deepEqual(await verdict(quota({ pods: "50" }, unknown)), waiting("metadata.namespace"));
  });

  it("does not apply where a chart is installed", async () => {
    assert.deepEqual(await verdict(resource(kinds.release, { namespace: "shop" })), [
      "notApplicable",
      "a Helm chart is installed in it",
    ]);
  });
});

describe("kubernetes-namespace-defaults-set", () => {
  const verdict = (...others: readonly Resource[]) =>
    verdictOn(kubernetesNamespaceDefaultsSet, namespace, ...others);

  it("passes a namespace with a LimitRange", async () => {
    assert.equal(await verdict(object(kinds.range, {})), "pass");
  });

  it("fails when it has none", async () => {
    const none = ["fail", `the namespace must have a ${kinds.range}, but has none`];
    assert.deepEqual(await verdict(), none);
    assert.deepEqual(await verdict(object(kinds.range, { metadata: { namespace: "a" } })), none);
  });
});
