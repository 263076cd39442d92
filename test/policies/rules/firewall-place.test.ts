import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import { firewallLogged, firewallRegion } from "../../../policies/rules/firewall-place";
import { resource, type Resource, unknown } from "../kit";
import { made, verdictOn, waiting } from "../made";
import { suite } from "../suite";

const type = "aws:wafv2/webAcl:WebAcl";
const loggingType = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

describe("firewall-logged", () => {
  const rule = firewallLogged;
  const about = resource(type, {}, { name: "edge" });
  const logGroup = (name: unknown): Resource =>
    resource("aws:cloudwatch/logGroup:LogGroup", { name }, { name: "logs" });
  const to = (target: Resource): readonly Resource[] => {
    const logging = made(loggingType, "edge", { resourceArn: about });
    return [
      target,
      {
        ...logging,
        inputs: { ...logging.inputs, logDestinationConfigs: [unknown] },
        dependencies: { ...logging.dependencies, logDestinationConfigs: [target] },
      },
    ];
  };
  const toArn = (arn: unknown): readonly Resource[] => [
    made(loggingType, "edge", { resourceArn: about }, { logDestinationConfigs: [arn] }),
  ];

  it("passes a log group whose name AWS WAF accepts", async () => {
    const among = to(logGroup("aws-waf-logs-shop"));
    assert.deepEqual(await verdictOn({ rule, about, among }), ["pass"]);
  });

  it("passes a bucket and a stream that are made elsewhere", async () => {
    for (const arn of [
      "arn:aws:s3:::aws-waf-logs-shop",
      "arn:aws:firehose:eu-west-1:123456789012:deliverystream/aws-waf-logs-shop",
    ]) {
      assert.deepEqual(await verdictOn({ rule, about, among: toArn(arn) }), ["pass"]);
    }
  });

  it("fails when nothing is logged", async () => {
    assert.deepEqual(await verdictOn({ rule, about }), [
      "fail",
      `the web ACL must have an ${loggingType}, but none refers to it`,
    ]);
  });

  it("fails when AWS WAF may not write there", async () => {
    assert.deepEqual(await verdictOn({ rule, about, among: to(logGroup("shop")) }), [
      "fail",
      `${loggingType} "edge": aws:cloudwatch/logGroup:LogGroup "logs": name must start with aws-waf-logs-, got "shop"`,
    ]);
    const arn = "arn:aws:s3:::shop-aws-waf-logs-";
    assert.deepEqual(await verdictOn({ rule, about, among: toArn(arn) }), [
      "fail",
      `${loggingType} "edge": logDestinationConfigs[0] must name what has to start with aws-waf-logs-, got "${arn}"`,
    ]);
  });

  it("is undecided while the name is not known", async () => {
    assert.deepEqual(
      await verdictOn({ rule, about, among: to(logGroup(unknown)) }),
      waiting(`${loggingType} "edge": aws:cloudwatch/logGroup:LogGroup "logs": name`),
    );
    assert.deepEqual(
      await verdictOn({ rule, about, among: toArn(unknown) }),
      waiting(`${loggingType} "edge": logDestinationConfigs[0]`),
    );
  });

  it("is undecided while a logging may be its own", async () => {
    const open = resource(loggingType, { resourceArn: unknown }, { name: "open" });
    assert.deepEqual(
      await verdictOn({ rule, about, among: [open] }),
      waiting(`resourceArn of ${loggingType} "open"`),
    );
  });
});

describe("firewall-region", () => {
  const inputs: Data = { scope: "CLOUDFRONT", region: "us-east-1" };
  const rule = suite(firewallRegion, type, inputs);
  rule.passes("passes us-east-1", {});
  rule.fails(
    "fails when CloudFront looks elsewhere",
    { region: "eu-west-1" },
    'region must be us-east-1, got "eu-west-1"',
  );
  rule.isUndecided("is undecided while it is not known", { region: unknown }, "region");
  rule.isUndecided(
    "is undecided where the provider says it",
    { region: undefined },
    "the region of its provider",
  );
  rule.isUndecided(
    "is undecided while it is not known what it is for",
    { scope: unknown, region: "eu-west-1" },
    "scope",
  );
  rule.doesNotApply(
    "does not apply to a region's own",
    { scope: "REGIONAL", region: "eu-west-1" },
    "it is not for CloudFront",
  );
});
