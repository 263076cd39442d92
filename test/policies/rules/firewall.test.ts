import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import type { Rule } from "../../../policies/rule";
import {
  firewallBlocks,
  firewallManagedRulesApplied,
  firewallMetered,
  firewallRateLimited,
  firewallRulesSet,
} from "../../../policies/rules/firewall";
import { resource, type Resource, unknown } from "../kit";
import { made, verdictOn, waiting } from "../made";
import { suite } from "../suite";

const type = "aws:wafv2/webAcl:WebAcl";
const ruleType = "aws:wafv2/webAclRule:WebAclRule";
const associationType = "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation";

const group = "AWSManagedRulesKnownBadInputsRuleSet";
const managed: Data = {
  name: "known",
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: "AWS", name: group } },
};
const limiting: Data = {
  name: "rate",
  action: { block: {} },
  statement: { rateBasedStatement: { aggregateKeyType: "IP", limit: 2000 } },
};
const managedJson = JSON.stringify([
  {
    Name: "known",
    OverrideAction: { None: {} },
    Statement: { ManagedRuleGroupStatement: { VendorName: "AWS", Name: group } },
  },
  {
    Name: "rate",
    Action: { Block: {} },
    Statement: { RateBasedStatement: { Limit: 2000, EvaluationWindowSec: 300 } },
  },
]);

const webAcl = resource(type, { scope: "REGIONAL" }, { name: "edge" });
const ruleOf = (inputs: Data, name = "one"): Resource =>
  made(ruleType, name, { webAclArn: webAcl }, inputs);

/** The verdict on a web ACL with these inputs, or with these resources beside it. */
function ask(
  rule: Rule,
  stack: Data | readonly Resource[],
  settings: Data = {},
): Promise<readonly unknown[]> {
  return Array.isArray(stack)
    ? verdictOn({ rule, about: webAcl, among: stack as readonly Resource[], settings })
    : verdictOn({ rule, about: resource(type, stack as Data), settings });
}

const openRule = resource(ruleType, { webAclArn: unknown }, { name: "open" });
const waits = waiting(`webAclArn of ${ruleType} "open"`);

describe("firewall-rules-set", () => {
  const rule = firewallRulesSet;

  it("passes rules wherever they are written", async () => {
    assert.deepEqual(await ask(rule, { rules: [managed, limiting] }), ["pass"]);
    assert.deepEqual(await ask(rule, { ruleJson: managedJson }), ["pass"]);
    assert.deepEqual(await ask(rule, [ruleOf(managed)]), ["pass"]);
    assert.deepEqual(
      await ask(rule, [
        made(
          associationType,
          "one",
          { webAclArn: webAcl },
          { managedRuleGroup: { vendorName: "AWS", name: group } },
        ),
      ]),
      ["pass"],
    );
  });

  it("passes a group of one's own, which does what its rules say", async () => {
    const inputs = { ruleGroupReference: { arn: unknown } };
    const own = made(associationType, "own", { webAclArn: webAcl }, inputs);
    assert.deepEqual(await ask(rule, [own]), ["pass"]);
  });

  it("fails when there are none", async () => {
    const none = ["fail", "it must have rules, but has none"];
    assert.deepEqual(await ask(rule, {}), none);
    assert.deepEqual(await ask(rule, { rules: [] }), none);
    assert.deepEqual(await ask(rule, { ruleJson: "[" }), none);
  });

  it("fails when a rule does nothing", async () => {
    const idle = { name: "idle", statement: {} };
    assert.deepEqual(await ask(rule, { rules: [managed, idle] }), [
      "fail",
      "rules[1].action must be set, or rules[1].overrideAction",
    ]);
    assert.deepEqual(await ask(rule, [ruleOf(idle)]), [
      "fail",
      `${ruleType} "one": action must be set, or overrideAction`,
    ]);
  });

  it("is undecided while the rules are not known", async () => {
    assert.deepEqual(await ask(rule, { rules: unknown }), waiting("rules"));
    assert.deepEqual(await ask(rule, { ruleJson: unknown }), waiting("ruleJson"));
    assert.deepEqual(await ask(rule, [openRule]), waits);
  });
});

describe("firewall-managed-rules-applied", () => {
  const rule = firewallManagedRulesApplied;
  const missing = (name: string) => `it must apply ${name}, but does not`;

  it("passes the group wherever it is applied", async () => {
    assert.deepEqual(await ask(rule, { rules: [limiting, managed] }), ["pass"]);
    assert.deepEqual(await ask(rule, { ruleJson: managedJson }), ["pass"]);
    assert.deepEqual(await ask(rule, [ruleOf(managed)]), ["pass"]);
    const inputs = { managedRuleGroup: { vendorName: "AWS", name: group } };
    const association = made(associationType, "one", { webAclArn: webAcl }, inputs);
    assert.deepEqual(await ask(rule, [association]), ["pass"]);
  });

  it("fails when it is not", async () => {
    assert.deepEqual(await ask(rule, { rules: [limiting] }), ["fail", missing(group)]);
  });

  it("fails when one that configuration asks for is not", async () => {
    const groups = [group, "AWSManagedRulesCommonRuleSet"];
    assert.deepEqual(await ask(rule, [ruleOf(managed)], { groups }), [
      "fail",
      missing("AWSManagedRulesCommonRuleSet"),
    ]);
  });

  it("asks for nothing where configuration names no group", async () => {
    assert.deepEqual(await ask(rule, {}, { groups: [] }), ["pass"]);
  });

  it("is undecided while a rule may be the one", async () => {
    assert.deepEqual(await ask(rule, [ruleOf(limiting), openRule]), waits);
    assert.deepEqual(
      await ask(rule, { rules: [{ ...managed, statement: unknown }] }),
      waiting("rules[0].statement.managedRuleGroupStatement.name"),
    );
  });
});

describe("firewall-rate-limited", () => {
  const rule = firewallRateLimited;
  const limitOf = (statement: Data): Data => ({
    rules: [{ ...limiting, statement: { rateBasedStatement: statement } }],
  });

  it("passes a limit wherever it is set", async () => {
    assert.deepEqual(await ask(rule, { rules: [managed, limiting] }), ["pass"]);
    assert.deepEqual(await ask(rule, { ruleJson: managedJson }), ["pass"]);
    assert.deepEqual(await ask(rule, [ruleOf(limiting)]), ["pass"]);
  });

  it("passes one strict limit among lax ones", async () => {
    const lax = { ...limiting, statement: { rateBasedStatement: { limit: 100000 } } };
    assert.deepEqual(await ask(rule, { rules: [lax, limiting] }), ["pass"]);
  });

  it("fails when there is none", async () => {
    assert.deepEqual(await ask(rule, { rules: [managed] }), [
      "fail",
      "it must limit requests by address, but does not",
    ]);
  });

  it("fails when it is too high for its window", async () => {
    assert.deepEqual(await ask(rule, limitOf({ limit: 2001 })), [
      "fail",
      "rules[0].statement.rateBasedStatement.limit must be at most 2000 in 300 seconds, got 2001",
    ]);
    assert.deepEqual(await ask(rule, limitOf({ limit: 401, evaluationWindowSec: 60 })), [
      "fail",
      "rules[0].statement.rateBasedStatement.limit must be at most 400 in 60 seconds, got 401",
    ]);
    const alone = ruleOf({ ...limiting, statement: { rateBasedStatement: { limit: 2001 } } });
    assert.deepEqual(await ask(rule, [alone]), [
      "fail",
      `${ruleType} "one": statement.rateBasedStatement.limit must be at most 2000 in 300 seconds, got 2001`,
    ]);
  });

  it("passes what configuration allows", async () => {
    assert.deepEqual(await ask(rule, limitOf({ limit: 2001 }), { maximumRequests: 5000 }), [
      "pass",
    ]);
  });

  it("is undecided while a value is not known", async () => {
    const path = "rules[0].statement.rateBasedStatement";
    assert.deepEqual(await ask(rule, limitOf({ limit: unknown })), waiting(`${path}.limit`));
    assert.deepEqual(
      await ask(rule, limitOf({ limit: 2001, evaluationWindowSec: unknown })),
      waiting(`${path}.evaluationWindowSec`),
    );
    assert.deepEqual(await ask(rule, [ruleOf(managed), openRule]), waits);
  });
});

describe("firewall-blocks", () => {
  const rule = firewallBlocks;

  it("passes rules that refuse", async () => {
    assert.deepEqual(await ask(rule, { rules: [managed, limiting] }), ["pass"]);
    assert.deepEqual(await ask(rule, { ruleJson: managedJson }), ["pass"]);
  });

  it("passes a rule of one's own that counts beside them", async () => {
    const own = { name: "own", action: { count: {} }, statement: { geoMatchStatement: {} } };
    assert.deepEqual(await ask(rule, { rules: [managed, own] }), ["pass"]);
  });

  it("fails when a group is only counted", async () => {
    const counting = { ...managed, overrideAction: { count: {} } };
    assert.deepEqual(await ask(rule, { rules: [counting] }), [
      "fail",
      "rules[0].overrideAction must not be to count only",
    ]);
    const inputs = { managedRuleGroup: { name: group }, overrideAction: "count" };
    const association = made(associationType, "one", { webAclArn: webAcl }, inputs);
    assert.deepEqual(await ask(rule, [association]), [
      "fail",
      `${associationType} "one": overrideAction must not be to count only`,
    ]);
  });

  it("fails when a limit is", async () => {
    assert.deepEqual(await ask(rule, [ruleOf({ ...limiting, action: { count: {} } })]), [
      "fail",
      `${ruleType} "one": action must not be to count only`,
    ]);
    const ruleJson = managedJson.replace('"Block"', '"Count"');
    assert.deepEqual(await ask(rule, { ruleJson }), [
      "fail",
      "ruleJson[1].Action must not be to count only",
    ]);
  });

  it("is undecided while it is not known what they do", async () => {
    assert.deepEqual(
      await ask(rule, { rules: [{ ...limiting, action: unknown }] }),
      waiting("rules[0].action"),
    );
    assert.deepEqual(
      await ask(rule, { rules: [{ ...limiting, action: { count: unknown } }] }),
      waiting("rules[0].action"),
    );
    assert.deepEqual(await ask(rule, [ruleOf(managed), openRule]), waits);
  });

  it("does not apply to a web ACL with neither", async () => {
    assert.deepEqual(await ask(rule, {}), ["notApplicable", "it has neither groups nor limits"]);
  });
});

describe("firewall-metered", () => {
  const visibilityConfig = { cloudwatchMetricsEnabled: true, metricName: "edge" };
  const rule = suite(firewallMetered, type, { visibilityConfig });
  rule.passes("passes a web ACL that is counted, with its rules", {
    rules: [{ ...managed, visibilityConfig }],
    ruleJson: '[{"VisibilityConfig":{"CloudWatchMetricsEnabled":true}}]',
  });
  rule.fails(
    "fails when it is not",
    { visibilityConfig: { cloudwatchMetricsEnabled: false } },
    "visibilityConfig.cloudwatchMetricsEnabled must be true, got false",
  );
  rule.fails(
    "fails when a rule is not",
    { rules: [managed] },
    "rules[0].visibilityConfig.cloudwatchMetricsEnabled must be true, but is not set",
  );
  rule.fails(
    "fails when one in JSON is not",
    { ruleJson: '[{"VisibilityConfig":{"CloudWatchMetricsEnabled":false}}]' },
    "ruleJson[0].VisibilityConfig.CloudWatchMetricsEnabled must be true, got false",
  );
  rule.isUndecided("is undecided while the rules are not known", { rules: unknown }, "rules");

  const visible = { ...managed, visibilityConfig };
  suite(firewallMetered, ruleType, visible).passes("passes a rule of its own", {});
  suite(firewallMetered, ruleType, visible).fails(
    "fails when that is not counted",
    { visibilityConfig: undefined },
    "visibilityConfig.cloudwatchMetricsEnabled must be true, but is not set",
  );
});
