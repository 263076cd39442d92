import { podNonRoot, podUserHigh } from "../../../policies/rules/pod-user";
import { unknown } from "../kit";
import { suite } from "../suite";
import { securityOf, types } from "./pods";

const pod = "spec.template.spec.securityContext";
const container = "spec.template.spec.containers[0].securityContext";

describe("pod-non-root", () => {
  const rule = suite(
    podNonRoot,
    types.deployment,
    securityOf({}, { securityContext: { runAsNonRoot: true, runAsUser: 10001 } }),
  );
  rule.passes("passes a pod that refuses root", {});
  rule.passes("passes a container that does", securityOf({ runAsNonRoot: true }));
  rule.fails(
    "fails when nothing is said",
    securityOf({}),
    `${pod}.runAsNonRoot must be true, but is not set`,
  );
  rule.fails(
    "fails when the container takes back what its pod says",
    securityOf(
      { runAsNonRoot: false, runAsUser: 0 },
      { securityContext: { runAsNonRoot: true, runAsUser: 10001 } },
    ),
    `${container}.runAsNonRoot must be true, got false`,
    `${container}.runAsUser must not be 0, got 0`,
  );
  rule.isUndecided(
    "is undecided while it is not known",
    securityOf({ runAsNonRoot: unknown, runAsUser: unknown }),
    `${container}.runAsNonRoot`,
    `${container}.runAsUser`,
  );
});

describe("pod-user-high", () => {
  const rule = suite(podUserHigh, types.deployment, securityOf({ runAsUser: 10000 }));
  rule.passes("passes the lowest of the high ones", {});
  rule.passes("passes one of the pod", securityOf({}, { securityContext: { runAsUser: 65535 } }));
  rule.fails(
    "fails when it is lower",
    securityOf({ runAsUser: 9999 }),
    `${container}.runAsUser must be at least 10000, got 9999`,
  );
  rule.fails(
    "fails when the image decides",
    securityOf({}),
    `${pod}.runAsUser must be at least 10000, but is not set`,
  );
  rule.isUndecided(
    "is undecided while it is not known",
    securityOf({ runAsUser: unknown }),
    `${container}.runAsUser`,
  );
  rule.doesNotApply(
    "does not apply to Windows",
    securityOf({}, { os: { name: "windows" } }),
    "Windows has none of it",
  );
  suite(podUserHigh, types.deployment, securityOf({ runAsUser: 1000 }), {
    minimumUser: 1000,
  }).passes("passes a lower one where configuration allows it", {});
});
