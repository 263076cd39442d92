import { all, fail, type Judgement, pass, undecided } from "../judgement";
import { mustBeFilled } from "../must";
import { resourceRule, stackRule } from "../rule";
import type { Stack, StackResource } from "../stack";
import { titleOf } from "./title";

export const distributionTypes = ["aws:cloudfront/distribution:Distribution"];

export const distributionFirewalled = resourceRule({
  id: "distribution-firewalled",
  requires: "Distributions of CloudFront stand behind a firewall of AWS WAF.",
  why: "A distribution faces the whole internet from the first day; the firewall refuses what is tried there before it reaches an origin.",
  fix: "Set webAclId to the ARN of an aws.wafv2.WebAcl with the scope CLOUDFRONT.",
  severity: "high",
  standards: { securityHub: ["CloudFront.6"], checkov: ["CKV_AWS_68"] },
  types: distributionTypes,
  exemptible: true,
  check: (distribution) => {
    return mustBeFilled(distribution.at("webAclId"));
  },
});

const sourceType = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
const deliveryType = "aws:cloudwatch/logDelivery:LogDelivery";

export const distributionLogged = stackRule({
  id: "distribution-logged",
  requires: "Distributions of CloudFront log what they are asked.",
  why: "What the cache answers reaches no server, and so no other log.",
  fix: "Create an aws.cloudwatch.LogDeliverySource with the distribution's ARN and an aws.cloudwatch.LogDelivery of it, or set loggingConfig.",
  severity: "medium",
  standards: { securityHub: ["CloudFront.5"], checkov: ["CKV_AWS_86"] },
  types: distributionTypes,
  exemptible: true,
  check: (distribution, _settings, stack) => {
    const inline = distribution.at("loggingConfig");
    if (inline.isUnknown) return undecided(inline.path);
    if (inline.at("bucket").isSet) return pass;
    const { found, possible } = stack.referring(distribution, "resourceArn", sourceType);
    const open = possible.map((source) => `resourceArn of ${titleOf(source)}`);
    if (found.length > 0) return all(...found.map((source) => mustBeDelivered(source, stack)));
    return open.length > 0
      ? undecided(...open)
      : fail(`it must have a loggingConfig or an ${sourceType}, but has neither`);
  },
});

function mustBeDelivered(source: StackResource, stack: Stack): Judgement {
  const { found, possible } = stack.referring(source, "deliverySourceName", deliveryType);
  if (found.length > 0) return pass;
  return possible.length > 0
    ? undecided(...possible.map((delivery) => `deliverySourceName of ${titleOf(delivery)}`))
    : fail(`${titleOf(source)} must have an ${deliveryType}, but none refers to it`);
}
