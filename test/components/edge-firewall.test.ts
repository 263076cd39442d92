import assert from "node:assert/strict";
import type { EdgeArgs } from "../../components/edge/args";
import type { Data } from "../../preview/engine/wire";
import type { Previewed } from "../support/preview";
import { args, cdn, deployEdge, previewEdge, types } from "./edge-args";

const unknown = { $unknown: true };
const seen = (metricName: string) => ({
  cloudwatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: true,
});

function withFirewall(change: Partial<EdgeArgs["waf"]>): Promise<Previewed> {
  return previewEdge({ ...args, waf: { ...args.waf, ...change } });
}

/** The rules of the load balancer's firewall in the order in which they judge. */
function rulesOf({ all }: Previewed): readonly Data[] {
  return all(types.webAclRule)
    .map(({ inputs }) => inputs)
    .sort((one, other) => Number(one["priority"]) - Number(other["priority"]));
}

function managed(name: string, priority: number): Data {
  return {
    name,
    overrideAction: { none: {} },
    priority,
    region: "eu-west-1",
    statement: { managedRuleGroupStatement: { name, vendorName: "AWS" } },
    visibilityConfig: seen(name),
    webAclArn: unknown,
  };
}

describe("The firewall of an Edge", () => {
  it("lets in what no rule matches, and leaves the rules to their own resources", async () => {
    const { inputs, options } = (await previewEdge(args)).one(types.webAcl);

    assert.deepEqual(inputs, {
      defaultAction: { allow: {} },
      description: "Keeps away what is known to be bad and who asks too often.",
      name: inputs["name"],
      region: "eu-west-1",
      scope: "REGIONAL",
      tags: { Name: "shop-production" },
      visibilityConfig: seen("shop-production"),
    });
    assert.match(String(inputs.name), /^edge-[0-9a-f]{7}$/);
    assert.deepEqual(options.ignoreChanges, ["rules"]);
  });

  it("blocks who asks too often, and what AWS knows to be bad", async () => {
    assert.deepEqual(rulesOf(await previewEdge(args)), [
      {
        action: { block: { customResponse: { responseCode: 429 } } },
        name: "RateLimitRule",
        priority: 1,
        region: "eu-west-1",
        statement: {
          rateBasedStatement: { aggregateKeyType: "IP", evaluationWindowSec: 300, limit: 2000 },
        },
        visibilityConfig: seen("RateLimitRule"),
        webAclArn: unknown,
      },
      managed("AWSManagedRulesAmazonIpReputationList", 20),
      managed("AWSManagedRulesKnownBadInputsRuleSet", 40),
      managed("AWSManagedRulesCommonRuleSet", 50),
    ]);
  });

  it("only counts where it is told so", async () => {
    const actions = rulesOf(await withFirewall({ mode: "count" })).map(
      ({ name, action, overrideAction }) => [name, action, overrideAction],
    );

    assert.deepEqual(actions, [
      ["RateLimitRule", { count: {} }, undefined],
      ["AWSManagedRulesAmazonIpReputationList", undefined, { count: {} }],
      ["AWSManagedRulesKnownBadInputsRuleSet", undefined, { count: {} }],
      ["AWSManagedRulesCommonRuleSet", undefined, { count: {} }],
    ]);
  });

  it("looks back as far as it is told", async () => {
    const [limit] = rulesOf(await withFirewall({ rateLimit: 120, windowSeconds: 60 }));

    assert.deepEqual(limit?.["statement"], {
      rateBasedStatement: { aggregateKeyType: "IP", evaluationWindowSec: 60, limit: 120 },
    });
  });

  it("has the groups that it is told of, whose rules count where they are to", async () => {
    const rules = rulesOf(
      await withFirewall({
        managedGroups: {
          AWSManagedRulesSQLiRuleSet: {},
          AWSManagedRulesCommonRuleSet: {
            countedRules: ["SizeRestrictions_BODY", "NoUserAgent_HEADER"],
          },
        },
      }),
    );

    const count = { actionToUse: { count: {} } };
    assert.deepEqual(
      rules.slice(1).map(({ priority, statement }) => [priority, statement]),
      [
        [
          50,
          {
            managedRuleGroupStatement: {
              name: "AWSManagedRulesCommonRuleSet",
              ruleActionOverrides: [
                { ...count, name: "SizeRestrictions_BODY" },
                { ...count, name: "NoUserAgent_HEADER" },
              ],
              vendorName: "AWS",
            },
          },
        ],
        [
          70,
          { managedRuleGroupStatement: { name: "AWSManagedRulesSQLiRuleSet", vendorName: "AWS" } },
        ],
      ],
    );
  });

  it("gives every group another place", async () => {
    const rules = rulesOf(
      await withFirewall({
        managedGroups: {
          AWSManagedRulesAdminProtectionRuleSet: {},
          AWSManagedRulesAmazonIpReputationList: {},
          AWSManagedRulesAnonymousIpList: {},
          AWSManagedRulesCommonRuleSet: {},
          AWSManagedRulesKnownBadInputsRuleSet: {},
          AWSManagedRulesLinuxRuleSet: {},
          AWSManagedRulesSQLiRuleSet: {},
          AWSManagedRulesUnixRuleSet: {},
        },
      }),
    );

    assert.deepEqual(
      rules.map(({ priority }) => priority),
      [1, 20, 30, 40, 50, 60, 70, 80, 90],
    );
  });

  it("writes its rules one after another, since each writes the whole of it", async () => {
    const { one } = await previewEdge(args);

    const order = [
      "edge-RateLimitRule",
      "edge-AWSManagedRulesAmazonIpReputationList",
      "edge-AWSManagedRulesKnownBadInputsRuleSet",
      "edge-AWSManagedRulesCommonRuleSet",
    ].map((name) => one(types.webAclRule, name));
    for (const [index, { name, options }] of order.entries()) {
      const { urn } = order[index - 1] ?? one(types.webAcl);
      assert.ok(options.dependsOn.includes(urn), name);
    }
  });

  it("logs to an encrypted group that is there before, without what tells who somebody is", async () => {
    const { one } = await previewEdge(args);

    const group = one(types.logGroup);
    const { inputs, propertyDependencies } = one(types.logging);
    assert.deepEqual(group.inputs, {
      kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/logs",
      name: "aws-waf-logs-shop-production",
      region: "eu-west-1",
      retentionInDays: 90,
      skipDestroy: false,
    });
    assert.equal(group.options.retainOnDelete, true);
    assert.deepEqual(inputs, {
      logDestinationConfigs: [unknown],
      redactedFields: [
        { singleHeader: { name: "authorization" } },
        { singleHeader: { name: "cookie" } },
      ],
      region: "eu-west-1",
      resourceArn: unknown,
    });
    assert.deepEqual(propertyDependencies, {
      logDestinationConfigs: [group.urn],
      resourceArn: [one(types.webAcl).urn],
    });
  });

  it("keeps its logs for as long as it is told", async () => {
    const { inputs } = (await withFirewall({ logRetentionDays: 30 })).one(types.logGroup);

    assert.equal(inputs["retentionInDays"], 30);
  });

  it("stands in front of the load balancer once it has its rules and logs", async () => {
    const { one } = await previewEdge(args);

    const { inputs, propertyDependencies, options } = one(types.association);
    assert.deepEqual(inputs, {
      region: "eu-west-1",
      resourceArn: unknown,
      webAclArn: unknown,
    });
    assert.deepEqual(propertyDependencies, {
      resourceArn: [one(types.loadBalancer).urn],
      webAclArn: [one(types.webAcl).urn],
    });
    const last = one(types.webAclRule, "edge-AWSManagedRulesCommonRuleSet");
    for (const { urn } of [last, one(types.logging)]) assert.ok(options.dependsOn.includes(urn));
  });

  it("is put in front of what it is meant for", async () => {
    const { created, found } = await deployEdge(args, ({ webAclArn, loadBalancerArn }) => ({
      webAclArn,
      loadBalancerArn,
    }));

    const association = created[`${types.association} edge`];
    assert.equal(association?.["resourceArn"], found.loadBalancerArn);
    assert.equal(association["webAclArn"], found.webAclArn);
  });

  it("stands in us-east-1 for a distribution, with its logs and their key", async () => {
    const { all, one } = await previewEdge({ ...args, cdn });

    assert.equal(one(types.webAcl, "edge-cdn").inputs["scope"], "CLOUDFRONT");
    assert.deepEqual(
      one(types.webAcl, "edge-cdn").inputs["visibilityConfig"],
      seen("shop-production-cdn"),
    );
    const near = [types.webAcl, types.webAclRule, types.logging, types.logGroup]
      .flatMap((type) => all(type))
      .filter(({ name }) => name.startsWith("edge-cdn"));
    assert.deepEqual(
      near.map(({ name, inputs }) => `${name} ${String(inputs["region"])}`),
      [
        "edge-cdn us-east-1",
        "edge-cdn-AWSManagedRulesAmazonIpReputationList us-east-1",
        "edge-cdn-AWSManagedRulesCommonRuleSet us-east-1",
        "edge-cdn-AWSManagedRulesKnownBadInputsRuleSet us-east-1",
        "edge-cdn-RateLimitRule us-east-1",
        "edge-cdn us-east-1",
        "edge-cdn us-east-1",
        "edge-cdn-firewall us-east-1",
      ],
    );
    const { kmsKeyId, name } = one(types.logGroup, "edge-cdn-firewall").inputs;
    assert.equal(kmsKeyId, "arn:aws:kms:us-east-1:123456789012:key/logs");
    assert.equal(name, "aws-waf-logs-shop-production-cdn");
  });
});
