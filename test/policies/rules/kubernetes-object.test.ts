import assert from "node:assert/strict";
import {
  kubernetesApiServed,
  kubernetesLabelsSet,
  podManaged,
} from "../../../policies/rules/kubernetes-object";
import { unknown } from "../kit";
import { suite } from "../suite";
import { types } from "./pods";

describe("pod-managed", () => {
  suite(podManaged, types.pod, {}).fails(
    "fails when a pod stands on its own",
    {},
    "it must be made by a Deployment, a StatefulSet, a DaemonSet or a Job",
  );
});

describe("kubernetes-labels-set", () => {
  const prefix = "app.kubernetes.io";
  const labels = {
    [`${prefix}/managed-by`]: "pulumi",
    [`${prefix}/name`]: "orders",
    [`${prefix}/part-of`]: "shop",
  };
  const rule = suite(kubernetesLabelsSet, types.deployment, { metadata: { labels } });
  rule.passes("passes an object with all of them", {});
  rule.passes("passes labels that are not known yet", { metadata: { labels: unknown } });
  rule.fails(
    "fails when one is missing",
    { metadata: { labels: { [`${prefix}/name`]: "orders" } } },
    `metadata.labels.${prefix}/managed-by must be set`,
    `metadata.labels.${prefix}/part-of must be set`,
  );
  suite(
    kubernetesLabelsSet,
    "kubernetes:core/v1:Service",
    { metadata: { labels } },
    { labels: ["team"] },
  ).fails(
    "fails when one is missing that configuration asks for",
    {},
    "metadata.labels.team must be set",
  );
});

describe("kubernetes-api-served", () => {
  for (const [type, failure] of [
    [
      "kubernetes:extensions/v1beta1:Deployment",
      "its API version must be apps/v1, got extensions/v1beta1",
    ],
    [
      "kubernetes:extensions/v1beta1:IngressPatch",
      "its API version must be networking.k8s.io/v1, got extensions/v1beta1",
    ],
    ["kubernetes:batch/v1beta1:CronJob", "its API version must be batch/v1, got batch/v1beta1"],
    [
      "kubernetes:policy/v1beta1:PodSecurityPolicy",
      "its API version policy/v1beta1 is no longer served, and no other took its place",
    ],
    [
      "kubernetes:flowcontrol.apiserver.k8s.io/v1beta3:FlowSchema",
      "its API version must be flowcontrol.apiserver.k8s.io/v1, got flowcontrol.apiserver.k8s.io/v1beta3",
    ],
  ] as const) {
    suite(kubernetesApiServed, type, {}).fails(`fails when it is a ${type}`, {}, failure);
  }

  it("judges versions that are not served, and no others", () => {
    const { types: judged } = kubernetesApiServed;
    assert.deepEqual(
      judged.filter((type) => !/\/v\d(alpha|beta)\d:/.test(type)),
      [],
    );
    assert.ok(!judged.includes("kubernetes:storage.k8s.io/v1beta1:VolumeAttributesClass"));
  });
});
