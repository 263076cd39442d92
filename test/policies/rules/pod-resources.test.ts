import { podLimitsSet, podRequestsSet } from "../../../policies/rules/pod-resources";
import { unknown } from "../kit";
import { suite } from "../suite";
import { containerOf, deploymentOf, types } from "./pods";

const amounts = { cpu: "500m", memory: "512Mi" };
const path = "spec.template.spec.containers[0].resources";
const having = (resources: unknown) => containerOf({ name: "orders", resources });

describe("pod-requests-set", () => {
  const rule = suite(podRequestsSet, types.deployment, having({ requests: amounts }));
  rule.passes("passes a container that says what it needs", {});
  rule.passes("passes limits, which count as requests", having({ limits: amounts }));
  rule.passes(
    "passes a pod that says it for all of its containers",
    containerOf({ name: "orders" }, { resources: { requests: amounts } }),
  );
  rule.passes("passes a number", having({ requests: { cpu: 1, memory: "1Gi" } }));
  rule.fails(
    "fails when nothing is said",
    having({}),
    `${path}.requests.cpu must be more than 0, but is not set`,
    `${path}.requests.memory must be more than 0, but is not set`,
  );
  rule.fails(
    "fails when it is nothing",
    having({ requests: { ...amounts, cpu: "0" } }),
    `${path}.requests.cpu must be more than 0, got "0"`,
  );
  rule.fails(
    "fails when a container before the others says nothing",
    deploymentOf({
      containers: [{ resources: { requests: amounts } }],
      initContainers: [{ resources: { requests: { cpu: "1" } } }],
    }),
    "spec.template.spec.initContainers[0].resources.requests.memory must be more than 0, but is not set",
  );
  rule.passes(
    "passes a container for debugging, which can have none",
    deploymentOf({
      containers: [{ resources: { requests: amounts } }],
      ephemeralContainers: [{ name: "debug" }],
    }),
  );
  rule.isUndecided(
    "is undecided while it is not known",
    having({ requests: { ...amounts, memory: unknown } }),
    `${path}.requests.memory`,
  );
  suite(podRequestsSet, types.patch, having({})).doesNotApply(
    "does not apply to a patch that leaves them as they are",
    {},
    "a patch says only what it changes",
  );
});

describe("pod-limits-set", () => {
  const rule = suite(podLimitsSet, types.job, having({ limits: amounts }));
  rule.passes("passes a container with limits", {});
  rule.fails(
    "fails when only requests are said",
    having({ requests: amounts }),
    `${path}.limits.cpu must be more than 0, but is not set`,
    `${path}.limits.memory must be more than 0, but is not set`,
  );
  rule.isUndecided(
    "is undecided while they are not known",
    having({ limits: unknown }),
    `${path}.limits.cpu`,
    `${path}.limits.memory`,
  );
  const memory = { limits: { memory: "512Mi" } };
  suite(podLimitsSet, types.deployment, having(memory), { cpu: false }).passes(
    "passes a limit of memory alone where configuration asks for no other",
    {},
  );
});
