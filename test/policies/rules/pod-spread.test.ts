import { podSpread, podUpdateRolling } from "../../../policies/rules/pod-spread";
import { unknown } from "../kit";
import { suite } from "../suite";
import { deploymentOf, labels, types } from "./pods";

const zone = "topology.kubernetes.io/zone";
const selector = { matchLabels: labels };
const constraint = { topologyKey: zone, labelSelector: selector };
const pod = "spec.template.spec";

describe("pod-spread", () => {
  const spreading = (...topologySpreadConstraints: readonly unknown[]) =>
    deploymentOf({ topologySpreadConstraints });
  const apart = (podAntiAffinity: unknown) => deploymentOf({ affinity: { podAntiAffinity } });
  const rule = suite(podSpread, types.deployment, spreading(constraint));
  const none = `${pod}.topologySpreadConstraints must spread the pods over zones by a labelSelector that matches them`;
  rule.passes("passes pods that are spread over zones", {});
  rule.passes(
    "passes pods that stay out of each other's zone",
    apart({ requiredDuringSchedulingIgnoredDuringExecution: [constraint] }),
  );
  rule.passes(
    "passes pods that do so where they can",
    apart({
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: constraint }],
    }),
  );
  rule.fails("fails when nothing is said", deploymentOf({}), none);
  rule.fails(
    "fails when they are spread over nodes alone",
    spreading({ ...constraint, topologyKey: "kubernetes.io/hostname" }),
    none,
  );
  rule.fails("fails when it is about no pods", spreading({ topologyKey: zone }), none);
  rule.fails(
    "fails when it is about others",
    spreading({ ...constraint, labelSelector: { matchLabels: { app: "payments" } } }),
    none,
  );
  rule.isUndecided(
    "is undecided while a constraint is not known",
    spreading(unknown),
    `${pod}.topologySpreadConstraints[0]`,
  );
  rule.isUndecided(
    "is undecided while none is known",
    deploymentOf({ topologySpreadConstraints: unknown }),
    `${pod}.topologySpreadConstraints`,
  );
  rule.isUndecided(
    "is undecided while it is not known whether there are several",
    deploymentOf({}, { replicas: unknown }),
    "spec.replicas",
  );
  rule.doesNotApply(
    "does not apply to a single pod",
    deploymentOf({}, { replicas: 1 }),
    "it has one pod at most",
  );
  const patch = suite(podSpread, types.patch, {
    spec: { template: { spec: { topologySpreadConstraints: [constraint] } } },
  });
  patch.passes("passes a patch that leaves the labels as they are", {});
  patch.doesNotApply(
    "does not apply to a patch that says nothing of it",
    deploymentOf({}),
    "a patch says only what it changes",
  );
});

describe("pod-update-rolling, on a Deployment", () => {
  const updating = (strategy: unknown, spec = {}) => deploymentOf({}, { strategy, ...spec });
  const allowing = (maxUnavailable: unknown, replicas: unknown = 3) =>
    updating({ type: "RollingUpdate", rollingUpdate: { maxUnavailable } }, { replicas });
  const rule = suite(podUpdateRolling, types.deployment, allowing(0));
  const leaves = "spec.strategy.rollingUpdate.maxUnavailable must leave pods";
  rule.passes("passes pods that are replaced once their successors serve", {});
  rule.passes("passes the default", deploymentOf({}));
  rule.passes("passes a share", allowing("25%"));
  rule.passes("passes fewer than there are", allowing(2));
  rule.fails(
    "fails when all go first",
    updating({ type: "Recreate" }),
    'spec.strategy.type must be "RollingUpdate", got "Recreate"',
  );
  rule.fails("fails when all may be away", allowing("100%"), `${leaves}, got "100%"`);
  rule.fails("fails when as many may be away as there are", allowing(3), `${leaves}, got 3`);
  rule.isUndecided(
    "is undecided while it is not known",
    allowing(unknown),
    "spec.strategy.rollingUpdate.maxUnavailable",
  );
  rule.isUndecided(
    "is undecided while the kind of update is not known",
    updating({ type: unknown }),
    "spec.strategy.type",
  );
});

for (const type of [types.daemonSet, types.statefulSet]) {
  describe(`pod-update-rolling, on ${type}`, () => {
    const updating = (updateStrategy: unknown) => deploymentOf({}, { updateStrategy });
    const rule = suite(podUpdateRolling, type, updating({ type: "RollingUpdate" }));
    rule.passes("passes pods that are replaced one after another", {});
    rule.fails(
      "fails when nobody replaces them",
      updating({ type: "OnDelete" }),
      'spec.updateStrategy.type must be "RollingUpdate", got "OnDelete"',
    );
  });
}
