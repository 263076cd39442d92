import {
  targetGroupEncrypted,
  targetGroupHealthChecked,
  targetGroupNotSticky,
} from "../../../policies/rules/target-group";
import { unknown } from "../kit";
import { suite } from "../suite";

const type = "aws:lb/targetGroup:TargetGroup";

describe("target-group-health-checked", () => {
  const http = { protocol: "HTTP", healthCheck: { path: "/api/v1/health" } };
  const rule = suite(targetGroupHealthChecked, type, http);
  rule.passes("passes a path of its own", {});
  rule.fails(
    "fails when nothing is said",
    { healthCheck: undefined },
    "healthCheck.path must be set",
  );
  rule.fails(
    "fails when nobody asks",
    { healthCheck: { path: "/health", enabled: false } },
    "healthCheck.enabled must not be false, got false",
  );
  rule.isUndecided(
    "is undecided while the protocol is not known",
    { protocol: unknown, healthCheck: undefined },
    "protocol",
  );
  rule.doesNotApply(
    "does not apply to TCP",
    { protocol: "TCP", healthCheck: undefined },
    "it does not speak HTTP or HTTPS",
  );
  rule.doesNotApply(
    "does not apply to a function",
    { protocol: undefined, targetType: "lambda" },
    "it does not speak HTTP or HTTPS",
  );
});

describe("target-group-encrypted", () => {
  const https = { protocol: "HTTPS", healthCheck: { protocol: "HTTPS" } };
  suite(targetGroupEncrypted, type, https).doesNotApply(
    "says nothing until configuration asks for it",
    { protocol: "HTTP" },
    "configuration does not ask for it",
  );
  const rule = suite(targetGroupEncrypted, type, https, { required: true });
  rule.passes("passes HTTPS", {});
  rule.passes("passes TLS, whose targets are asked by TCP", {
    protocol: "TLS",
    healthCheck: undefined,
  });
  rule.fails(
    "fails when neither is encrypted",
    { protocol: "HTTP", healthCheck: { protocol: "HTTP" } },
    'healthCheck.protocol must be HTTPS, got "HTTP"',
    'protocol must be HTTPS or TLS, got "HTTP"',
  );
  rule.fails(
    "fails when health is asked by HTTP, as AWS does",
    { healthCheck: undefined },
    "healthCheck.protocol must be HTTPS, but is not set",
  );
  rule.fails(
    "fails when it is asked by HTTP beside TLS",
    { protocol: "TLS", healthCheck: { protocol: "HTTP" } },
    'healthCheck.protocol must be HTTPS, got "HTTP"',
  );
  rule.isUndecided(
    "is undecided while the protocol is not known",
    { protocol: unknown },
    "protocol",
  );
  rule.doesNotApply(
    "does not apply to UDP",
    { protocol: "UDP" },
    "it does not speak HTTP or HTTPS or TCP or TLS",
  );
});

describe("target-group-not-sticky", () => {
  const rule = suite(targetGroupNotSticky, type, { stickiness: { enabled: false } });
  rule.passes("passes a group that ties nobody", {});
  rule.passes("passes a group that says nothing", { stickiness: undefined });
  rule.fails(
    "fails when it does",
    { stickiness: { enabled: true, type: "lb_cookie" } },
    "stickiness.enabled must be false, got true",
  );
  rule.fails(
    "fails when it does by default",
    { stickiness: { type: "lb_cookie" } },
    "stickiness.enabled must be false, but is not set",
  );
  rule.isUndecided(
    "is undecided while it is not known",
    { stickiness: unknown },
    "stickiness.enabled",
  );
});

for (const [listenerType, input] of [
  ["aws:lb/listener:Listener", "defaultActions"],
  ["aws:lb/listenerRule:ListenerRule", "actions"],
] as const) {
  describe(`target-group-not-sticky, on ${listenerType}`, () => {
    const forwarding = (stickiness: unknown) => ({
      [input]: [{ type: "forward", forward: { stickiness } }],
    });
    const rule = suite(targetGroupNotSticky, listenerType, forwarding(null));
    rule.passes("passes actions that tie nobody to a group", {});
    rule.passes("passes actions that say so", forwarding({ enabled: false, duration: 60 }));
    rule.fails(
      "fails when they do",
      forwarding({ enabled: true, duration: 60 }),
      `${input}[0].forward.stickiness.enabled must not be true, got true`,
    );
    rule.isUndecided(
      "is undecided while it is not known",
      forwarding({ enabled: unknown }),
      `${input}[0].forward.stickiness.enabled`,
    );
  });
}
