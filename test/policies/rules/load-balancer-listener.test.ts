import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import {
  loadBalancerHeadersSet,
  loadBalancerHttpRedirected,
  loadBalancerTlsCurrent,
} from "../../../policies/rules/load-balancer-listener";
import { resource, unknown } from "../kit";
import { made, verdictOn } from "../made";
import { suite } from "../suite";

const type = "aws:lb/listener:Listener";
const redirect = { type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301" } };

describe("load-balancer-http-redirected", () => {
  const http = { protocol: "HTTP", port: 80, defaultActions: [redirect] };
  const rule = suite(loadBalancerHttpRedirected, type, http);
  rule.passes("passes a listener that sends to HTTPS", {});
  rule.fails(
    "fails when it answers itself",
    { defaultActions: [{ type: "forward", targetGroupArn: unknown }] },
    'defaultActions[0].type must be "redirect", got "forward"',
  );
  rule.fails(
    "fails when it speaks HTTP without saying so",
    { protocol: undefined, defaultActions: [{ type: "forward" }] },
    'defaultActions[0].type must be "redirect", got "forward"',
  );
  rule.fails(
    "fails when it sends to HTTP again",
    { defaultActions: [{ type: "redirect", redirect: { host: "example.com" } }] },
    'defaultActions[0].redirect.protocol must be "HTTPS", but is not set',
  );
  rule.fails(
    "fails when it does nothing",
    { defaultActions: [] },
    "defaultActions must redirect to HTTPS",
  );
  rule.isUndecided(
    "is undecided while it is not known what it does",
    { defaultActions: unknown },
    "defaultActions",
  );
  rule.isUndecided(
    "is undecided while it is not known what it speaks",
    { protocol: unknown, defaultActions: [{ type: "forward" }] },
    "protocol",
  );
  rule.doesNotApply(
    "does not apply to HTTPS",
    { protocol: "HTTPS", defaultActions: [{ type: "forward" }] },
    "it does not speak HTTP",
  );
  rule.doesNotApply(
    "does not apply to a listener of a Gateway Load Balancer",
    { protocol: undefined, port: undefined },
    "it does not speak HTTP",
  );

  it("fails when one of its rules answers", async () => {
    const about = resource(type, http, { name: "http" });
    const rules = [redirect, { type: "forward" }].map((action, index) =>
      made(
        "aws:lb/listenerRule:ListenerRule",
        index.toString(),
        { listenerArn: about },
        { actions: [action] },
      ),
    );
    assert.deepEqual(await verdictOn({ rule: loadBalancerHttpRedirected, about, among: rules }), [
      "fail",
      'aws:lb/listenerRule:ListenerRule "1": actions[0].type must be "redirect", got "forward"',
    ]);
  });
});

describe("load-balancer-tls-current", () => {
  const https = { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" };
  const rule = suite(loadBalancerTlsCurrent, type, https);
  rule.passes("passes TLS 1.2 and 1.3", {});
  rule.passes("passes TLS of a Network Load Balancer", {
    protocol: "TLS",
    sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06",
  });
  rule.fails(
    "fails when older versions are taken",
    { sslPolicy: "ELBSecurityPolicy-TLS13-1-0-2021-06" },
    'sslPolicy must be one that the configuration allows, got "ELBSecurityPolicy-TLS13-1-0-2021-06"',
  );
  rule.fails(
    "fails when AWS's default holds",
    { sslPolicy: undefined },
    "sslPolicy must be one that the configuration allows, but is not set",
  );
  rule.isUndecided("is undecided while it is not known", { sslPolicy: unknown }, "sslPolicy");
  rule.isUndecided(
    "is undecided while it is not known whether it speaks TLS",
    { protocol: unknown, sslPolicy: undefined },
    "protocol",
  );
  rule.doesNotApply(
    "does not apply to HTTP",
    { protocol: "HTTP" },
    "it does not speak HTTPS or TLS",
  );
  const allowedPolicies = ["ELBSecurityPolicy-TLS13-1-3-2021-06"];
  suite(loadBalancerTlsCurrent, type, https, { allowedPolicies }).fails(
    "fails when configuration allows another one alone",
    {},
    'sslPolicy must be one that the configuration allows, got "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"',
  );
});

describe("load-balancer-headers-set", () => {
  const transport = "routingHttpResponseStrictTransportSecurityHeaderValue";
  const types = "routingHttpResponseXContentTypeOptionsHeaderValue";
  const frames = "routingHttpResponseXFrameOptionsHeaderValue";
  const headers: Data = {
    protocol: "HTTPS",
    [transport]: "max-age=31536000; includeSubDomains",
    [types]: "nosniff",
    [frames]: "DENY",
  };
  const rule = suite(loadBalancerHeadersSet, type, headers);
  rule.passes("passes the three headers", {});
  rule.passes("passes frames of the same origin", { [frames]: "SAMEORIGIN" });
  rule.passes("passes a year in quotes, after another directive", {
    [transport]: 'includeSubDomains; max-age="31536000"',
  });
  rule.fails(
    "fails when there are none",
    { [transport]: undefined, [types]: undefined, [frames]: undefined },
    `${transport} must say max-age=31536000 or more, but is not set`,
    `${types} must be "nosniff", but is not set`,
    `${frames} must be DENY or SAMEORIGIN, but is not set`,
  );
  rule.fails(
    "fails when browsers forget after a day",
    { [transport]: "max-age=86400" },
    `${transport} must say max-age=31536000 or more, got "max-age=86400"`,
  );
  rule.fails(
    "fails when the number is part of another directive",
    { [transport]: "xmax-age=31536000" },
    `${transport} must say max-age=31536000 or more, got "xmax-age=31536000"`,
  );
  rule.isUndecided("is undecided while one is not known", { [types]: unknown }, types);
  rule.doesNotApply("does not apply to HTTP", { protocol: "HTTP" }, "it does not speak HTTPS");
  suite(loadBalancerHeadersSet, type, headers, { minimumSeconds: 86400 }).passes(
    "passes what configuration asks for",
    { [transport]: "max-age=86400" },
  );
});
