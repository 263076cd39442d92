import assert from "node:assert/strict";
import { distributionFirewalled, distributionLogged } from "../../../policies/rules/distribution";
import { resource, unknown } from "../kit";
import { made, verdictOn, waiting } from "../made";
import { suite } from "../suite";

const type = "aws:cloudfront/distribution:Distribution";

describe("distribution-firewalled", () => {
  const rule = suite(distributionFirewalled, type, { webAclId: unknown });
  rule.passes("passes a web ACL that is not known yet", {});
  rule.fails("fails when there is none", { webAclId: undefined }, "webAclId must be set");
  rule.fails("fails when it is empty", { webAclId: "" }, "webAclId must be set");
});

describe("distribution-logged", () => {
  const rule = distributionLogged;
  const sourceType = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
  const deliveryType = "aws:cloudwatch/logDelivery:LogDelivery";
  const about = resource(type, {}, { name: "cdn" });
  const source = made(sourceType, "cdn", { resourceArn: about });

  it("passes logs that CloudWatch delivers", async () => {
    const delivery = made(deliveryType, "cdn", { deliverySourceName: source });
    assert.deepEqual(await verdictOn({ rule, about, among: [source, delivery] }), ["pass"]);
  });

  it("passes logs that CloudFront writes into a bucket", async () => {
    for (const bucket of [unknown, "shop-logs.s3.amazonaws.com"]) {
      const own = resource(type, { loggingConfig: { bucket } });
      assert.deepEqual(await verdictOn({ rule, about: own }), ["pass"]);
    }
  });

  it("fails when there are neither", async () => {
    const neither = ["fail", `it must have a loggingConfig or an ${sourceType}, but has neither`];
    assert.deepEqual(await verdictOn({ rule, about }), neither);
    const cookies = resource(type, { loggingConfig: { includeCookies: true } });
    assert.deepEqual(await verdictOn({ rule, about: cookies }), neither);
  });

  it("fails when they are delivered nowhere", async () => {
    assert.deepEqual(await verdictOn({ rule, about, among: [source] }), [
      "fail",
      `${sourceType} "cdn" must have an ${deliveryType}, but none refers to it`,
    ]);
  });

  it("is undecided while a value is not known", async () => {
    const own = resource(type, { loggingConfig: unknown });
    assert.deepEqual(await verdictOn({ rule, about: own }), waiting("loggingConfig"));
    const openSource = resource(sourceType, { resourceArn: unknown }, { name: "open" });
    assert.deepEqual(
      await verdictOn({ rule, about, among: [openSource] }),
      waiting(`resourceArn of ${sourceType} "open"`),
    );
    const openDelivery = resource(deliveryType, { deliverySourceName: unknown }, { name: "open" });
    assert.deepEqual(
      await verdictOn({ rule, about, among: [source, openDelivery] }),
      waiting(`deliverySourceName of ${deliveryType} "open"`),
    );
  });
});
