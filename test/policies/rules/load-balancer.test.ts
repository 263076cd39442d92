import assert from "node:assert/strict";
import { listenerTypes, loadBalancerTypes } from "../../../policies/rules/load-balancer-kind";
import {
  loadBalancerAccessLogged,
  loadBalancerCrossZone,
  loadBalancerDeletionProtected,
  loadBalancerExposureDeclared,
  loadBalancerFirewalled,
  loadBalancerMalformedRefused,
  loadBalancerZones,
} from "../../../policies/rules/load-balancer";
import { resource, unknown } from "../kit";
import { made, verdictOn, waiting } from "../made";
import { suite } from "../suite";

const type = "aws:lb/loadBalancer:LoadBalancer";

describe("the types of load balancers", () => {
  it("are those of the provider, and those it had before", () => {
    assert.deepEqual(loadBalancerTypes, [
      type,
      "aws:alb/loadBalancer:LoadBalancer",
      "aws:elasticloadbalancingv2/loadBalancer:LoadBalancer",
      "aws:applicationloadbalancing/loadBalancer:LoadBalancer",
    ]);
    assert.equal(listenerTypes[1], "aws:alb/listener:Listener");
  });
});

describe("load-balancer-access-logged", () => {
  const accessLogs = { bucket: unknown, enabled: true };
  const rule = suite(loadBalancerAccessLogged, type, { accessLogs });
  rule.passes("passes logs in a bucket that is not known yet", {});
  rule.passes("passes a Network Load Balancer", { loadBalancerType: "network" });
  rule.fails(
    "fails when nothing is said",
    { accessLogs: undefined },
    "accessLogs.bucket must be set",
    "accessLogs.enabled must be true, but is not set",
  );
  rule.fails(
    "fails when they are not switched on",
    { accessLogs: { bucket: "logs" } },
    "accessLogs.enabled must be true, but is not set",
  );
  rule.isUndecided(
    "is undecided while it is not known whether they are",
    { accessLogs: { bucket: "logs", enabled: unknown } },
    "accessLogs.enabled",
  );
  rule.isUndecided(
    "is undecided while the load balancer's kind is not known",
    { accessLogs: undefined, loadBalancerType: unknown },
    "loadBalancerType",
  );
  rule.doesNotApply(
    "does not apply to a Gateway Load Balancer",
    { loadBalancerType: "gateway" },
    "a Gateway Load Balancer passes packets on, whatever they say",
  );
});

describe("load-balancer-deletion-protected", () => {
  const rule = suite(loadBalancerDeletionProtected, type, { enableDeletionProtection: true });
  rule.passes("passes a load balancer that AWS keeps", {});
  rule.fails(
    "fails when it may be deleted",
    { enableDeletionProtection: false },
    "enableDeletionProtection must be true, got false",
  );
  rule.isUndecided(
    "is undecided while it is not known",
    { enableDeletionProtection: unknown },
    "enableDeletionProtection",
  );
});

describe("load-balancer-malformed-refused", () => {
  const strict = { dropInvalidHeaderFields: true, desyncMitigationMode: "strictest" };
  const rule = suite(loadBalancerMalformedRefused, type, strict);
  rule.passes("passes the strictest", {});
  rule.passes("passes AWS's own mode", { desyncMitigationMode: undefined });
  rule.passes("passes one that says of what kind it is", { loadBalancerType: "application" });
  rule.fails(
    "fails when everything is passed on",
    { dropInvalidHeaderFields: undefined, desyncMitigationMode: "monitor" },
    'desyncMitigationMode must be defensive or strictest, got "monitor"',
    "dropInvalidHeaderFields must be true, but is not set",
  );
  rule.isUndecided(
    "is undecided while the mode is not known",
    { desyncMitigationMode: unknown },
    "desyncMitigationMode",
  );
  rule.isUndecided(
    "is undecided while the kind is not known",
    { dropInvalidHeaderFields: false, loadBalancerType: unknown },
    "loadBalancerType",
  );
  rule.doesNotApply(
    "does not apply to a Network Load Balancer",
    { loadBalancerType: "network" },
    "it is no Application Load Balancer",
  );
});

describe("load-balancer-zones", () => {
  const rule = suite(loadBalancerZones, type, { subnets: ["subnet-1", "subnet-2"] });
  rule.passes("passes two subnets", {});
  rule.passes("passes two subnets with addresses of their own", {
    subnets: undefined,
    subnetMappings: [{ subnetId: unknown }, { subnetId: unknown }],
  });
  rule.fails(
    "fails when there is one",
    { subnets: [unknown] },
    "subnets must name at least 2 subnets, but names 1",
  );
  rule.fails(
    "fails when there is one with an address of its own",
    { subnets: undefined, subnetMappings: [{ subnetId: "subnet-1" }] },
    "subnetMappings must name at least 2 subnets, but names 1",
  );
  rule.fails(
    "fails when there is none",
    { subnets: undefined },
    "subnets must name at least 2 subnets, but names 0",
  );
  rule.isUndecided("is undecided while they are not known", { subnets: unknown }, "subnets");
  suite(loadBalancerZones, type, { subnets: ["subnet-1", "subnet-2"] }, { minimumZones: 3 }).fails(
    "fails when configuration asks for more",
    {},
    "subnets must name at least 3 subnets, but names 2",
  );
});

describe("load-balancer-cross-zone", () => {
  const network = { loadBalancerType: "network", enableCrossZoneLoadBalancing: true };
  const rule = suite(loadBalancerCrossZone, type, network);
  rule.passes("passes a Network Load Balancer that does", {});
  rule.fails(
    "fails when it does not",
    { enableCrossZoneLoadBalancing: undefined },
    "enableCrossZoneLoadBalancing must be true, but is not set",
  );
  rule.isUndecided(
    "is undecided while its kind is not known",
    { loadBalancerType: unknown, enableCrossZoneLoadBalancing: false },
    "loadBalancerType",
  );
  for (const loadBalancerType of [undefined, "application"]) {
    rule.doesNotApply(
      `does not apply to an Application Load Balancer, said by ${String(loadBalancerType)}`,
      { loadBalancerType },
      "an Application Load Balancer always does",
    );
  }
});

describe("load-balancer-exposure-declared", () => {
  const rule = suite(loadBalancerExposureDeclared, type, { internal: false });
  rule.passes("passes one that is meant for the internet", {});
  rule.passes("passes one that is not", { internal: true });
  rule.fails("fails when nothing is said", { internal: undefined }, "internal must be set");
});

describe("load-balancer-firewalled", () => {
  const rule = loadBalancerFirewalled;
  const associationType = "aws:wafv2/webAclAssociation:WebAclAssociation";
  const about = resource(type, { internal: false }, { name: "public" });

  it("passes one that a web ACL is put before", async () => {
    const association = made(associationType, "public", { resourceArn: about });
    assert.deepEqual(await verdictOn({ rule, about, among: [association] }), ["pass"]);
  });

  it("fails when none is", async () => {
    const other = resource(type, {}, { name: "other" });
    const association = made(associationType, "other", { resourceArn: other });
    assert.deepEqual(await verdictOn({ rule, about, among: [other, association] }), [
      "fail",
      `the load balancer must have an ${associationType}, but none refers to it`,
    ]);
  });

  it("is undecided while one may be put before it", async () => {
    const open = resource(associationType, { resourceArn: unknown }, { name: "open" });
    assert.deepEqual(
      await verdictOn({ rule, about, among: [open] }),
      waiting(`resourceArn of ${associationType} "open"`),
    );
  });

  it("is undecided while it is not known whether the internet reaches it", async () => {
    const open = resource(type, { internal: unknown });
    assert.deepEqual(await verdictOn({ rule, about: open }), waiting("internal"));
  });

  it("does not apply to an internal one", async () => {
    const internal = resource(type, { internal: true });
    assert.deepEqual(await verdictOn({ rule, about: internal }), [
      "notApplicable",
      "it is not reached from the internet",
    ]);
  });

  it("does not apply to a Network Load Balancer", async () => {
    const network = resource(type, { loadBalancerType: "network" });
    assert.deepEqual(await verdictOn({ rule, about: network }), [
      "notApplicable",
      "it is no Application Load Balancer",
    ]);
  });
});
