import { all, fail, type Judgement } from "../judgement";
import { mustBeSet } from "../must";
import { resourceRule } from "../rule";
import { removedApis } from "./kubernetes-removed-apis";
import { withPatches, workloadTypes } from "./pod-workload";

export const podManaged = resourceRule({
  id: "pod-managed",
  requires: "Pods are made by something that makes them anew.",
  why: "A pod on its own is gone with its node, and nothing brings it back.",
  fix: "Create a Deployment, a StatefulSet, a DaemonSet or a Job in its place.",
  severity: "medium",
  standards: {},
  types: ["kubernetes:core/v1:Pod"],
  exemptible: true,
  check: () => fail("it must be made by a Deployment, a StatefulSet, a DaemonSet or a Job"),
});

export const kubernetesLabelsSet = resourceRule({
  id: "kubernetes-labels-set",
  requires: "Workloads and services bear the labels that tools know them by.",
  why: "Whoever finds an object during an incident must know what it belongs to, and who keeps it.",
  fix: "Set these labels in metadata.labels.",
  severity: "low",
  standards: {},
  types: [...workloadTypes.filter((type) => !type.endsWith("Patch")), "kubernetes:core/v1:Service"],
  settings: {
    labels: {
      kind: "texts",
      description: "Labels that must be there.",
      form: "names of labels",
      pattern: "^[A-Za-z0-9./_-]+$",
      default: [
        "app.kubernetes.io/managed-by",
        "app.kubernetes.io/name",
        "app.kubernetes.io/part-of",
      ],
      stricter: "more",
    },
  },
  exemptible: true,
  level: "advisory",
  check: (resource, { labels }) => {
    const own = resource.at("metadata").at("labels");
    return all(...labels.map((label) => mustBeSet(own.at(label))));
  },
});

export const kubernetesApiServed = resourceRule({
  id: "kubernetes-api-served",
  requires: "Objects are of API versions that supported versions of Kubernetes serve.",
  why: "The API server refuses the others, some of them only once the cluster is upgraded.",
  fix: "Use the resource of the version that is named.",
  severity: "high",
  standards: {},
  types: Object.keys(removedApis).flatMap((type) => withPatches(type)),
  exemptible: true,
  check: ({ type }): Judgement => {
    const [, version = ""] = /^kubernetes:(.*):/.exec(type) ?? [];
    const current = removedApis[type.replace(/^kubernetes:|Patch$/g, "")];
    return fail(
      current === undefined
        ? `its API version ${version} is no longer served, and no other took its place`
        : `its API version must be ${current}, got ${version}`,
    );
  },
});
