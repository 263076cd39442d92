import { podSeccompDefault } from "../../../policies/rules/pod-process";
import { podUnprivileged } from "../../../policies/rules/pod-host";
import { unknown } from "../kit";
import { suite } from "../suite";
import { containerOf, deploymentOf, types } from "./pods";

const profile = { seccompProfile: { type: "RuntimeDefault" } };
const pod = { containers: [{ name: "orders", securityContext: profile }] };

/** Where each kind says what its pods are. */
const places = {
  "kubernetes:apps/v1:DaemonSet": ["spec.template.spec", deploymentOf],
  "kubernetes:apps/v1:DaemonSetPatch": ["spec.template.spec", deploymentOf],
  "kubernetes:apps/v1:Deployment": ["spec.template.spec", deploymentOf],
  "kubernetes:apps/v1:DeploymentPatch": ["spec.template.spec", deploymentOf],
  "kubernetes:apps/v1:ReplicaSet": ["spec.template.spec", deploymentOf],
  "kubernetes:apps/v1:ReplicaSetPatch": ["spec.template.spec", deploymentOf],
  "kubernetes:apps/v1:StatefulSet": ["spec.template.spec", deploymentOf],
  "kubernetes:apps/v1:StatefulSetPatch": ["spec.template.spec", deploymentOf],
  "kubernetes:batch/v1:CronJob": [
    "spec.jobTemplate.spec.template.spec",
    (spec: unknown) => ({ spec: { jobTemplate: deploymentOf(spec) } }),
  ],
  "kubernetes:batch/v1:CronJobPatch": [
    "spec.jobTemplate.spec.template.spec",
    (spec: unknown) => ({ spec: { jobTemplate: deploymentOf(spec) } }),
  ],
  "kubernetes:batch/v1:Job": ["spec.template.spec", deploymentOf],
  "kubernetes:batch/v1:JobPatch": ["spec.template.spec", deploymentOf],
  "kubernetes:core/v1:Pod": ["spec", (spec: unknown) => ({ spec })],
  "kubernetes:core/v1:PodPatch": ["spec", (spec: unknown) => ({ spec })],
} as const;

for (const [type, [path, inputsOf]] of Object.entries(places)) {
  describe(`the pods of ${type}`, () => {
    const rule = suite(podUnprivileged, type, inputsOf(pod));
    rule.passes("are found", {});
    rule.fails(
      "are judged by every container, of whatever list",
      inputsOf({
        containers: [{}, { securityContext: { privileged: true } }],
        initContainers: [{ securityContext: { privileged: true } }],
        ephemeralContainers: [{ securityContext: { privileged: true } }],
      }),
      `${path}.containers[1].securityContext.privileged must not be true, got true`,
      `${path}.ephemeralContainers[0].securityContext.privileged must not be true, got true`,
      `${path}.initContainers[0].securityContext.privileged must not be true, got true`,
    );
    rule.isUndecided(
      "are undecided while they are not known",
      inputsOf(unknown),
      `${path}.containers`,
      `${path}.ephemeralContainers`,
      `${path}.initContainers`,
      `${path}.securityContext.windowsOptions.hostProcess`,
    );
  });
}

describe("a container", () => {
  const rule = suite(podSeccompDefault, types.deployment, deploymentOf(pod));
  const path = "spec.template.spec";
  const requirement = 'must be "RuntimeDefault" or "Localhost"';
  rule.passes(
    "has what its pod says where it says nothing",
    containerOf({ name: "orders" }, { securityContext: profile }),
  );
  rule.fails(
    "has what it says itself where its pod says something else",
    containerOf(
      { securityContext: { seccompProfile: { type: "Unconfined" } } },
      { securityContext: profile },
    ),
    `${path}.containers[0].securityContext.seccompProfile.type ${requirement}, got "Unconfined"`,
  );
  rule.fails(
    "fails by its pod where neither says anything",
    containerOf({ name: "orders" }),
    `${path}.securityContext.seccompProfile.type ${requirement}, but is not set`,
  );
  rule.isUndecided(
    "is undecided while what it says is not known",
    containerOf({ securityContext: unknown }),
    `${path}.containers[0].securityContext.seccompProfile.type`,
  );
  rule.isUndecided(
    "is undecided while it is not known whether it is for Windows",
    containerOf({ name: "orders" }, { os: unknown }),
    `${path}.os.name`,
  );
  rule.isUndecided(
    "is undecided where one of several is not known",
    deploymentOf({ containers: [{ name: "orders", securityContext: profile }, unknown] }),
    `${path}.containers[1]`,
  );
  rule.doesNotApply(
    "is not judged by what Windows has none of",
    containerOf({ name: "orders" }, { os: { name: "windows" } }),
    "Windows has none of it",
  );
  rule.doesNotApply(
    "is not judged where there is none",
    deploymentOf({}),
    "it names no containers",
  );
});

describe("a patch", () => {
  const rule = suite(podSeccompDefault, types.patch, deploymentOf(pod));
  rule.doesNotApply(
    "is not judged by what it leaves as it is",
    containerOf({ name: "orders", image: "orders:1.4.2" }),
    "a patch says only what it changes",
  );
  rule.fails(
    "fails by what it changes",
    containerOf({ securityContext: { seccompProfile: { type: "Unconfined" } } }),
    'spec.template.spec.containers[0].securityContext.seccompProfile.type must be "RuntimeDefault" or "Localhost", got "Unconfined"',
  );
});
