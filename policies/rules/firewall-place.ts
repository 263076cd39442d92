import { all, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { given, must } from "../must";
import { propertiesAt } from "../reference";
import { resourceRule, stackRule } from "../rule";
import type { Stack, StackResource } from "../stack";
import { webAclType } from "./firewall-rules";
import { named, titleOf } from "./title";

const loggingType = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

export const firewallLogged = stackRule({
  id: "firewall-logged",
  requires: "Web ACLs log what they find, to where AWS WAF may write.",
  why: "The log alone says which request met which rule: without it nobody can tell an attack from a customer refused.",
  fix: "Create an aws.wafv2.WebAclLoggingConfiguration with the web ACL's ARN, and a log group, bucket or stream whose name starts with aws-waf-logs-.",
  severity: "medium",
  standards: { securityHub: ["WAF.11"], checkov: ["CKV2_AWS_31"] },
  types: [webAclType],
  exemptible: true,
  check: (webAcl, _settings, stack) => {
    const { found, possible } = stack.referring(webAcl, "resourceArn", loggingType);
    if (found.length > 0) {
      return all(...found.map((logging) => named(logging, mustNameDestination(logging, stack))));
    }
    return possible.length > 0
      ? undecided(...possible.map((logging) => `resourceArn of ${titleOf(logging)}`))
      : fail(`the web ACL must have an ${loggingType}, but none refers to it`);
  },
});

/** Where a web ACL may log to, with the input that holds its name. */
const destinations = [
  { type: "aws:cloudwatch/logGroup:LogGroup", input: "name" },
  { type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", input: "name" },
  { type: "aws:s3/bucket:Bucket", input: "bucket" },
  { type: "aws:s3/bucketV2:BucketV2", input: "bucket" },
];

const requirement = "start with aws-waf-logs-";

/** An ARN is not known on a preview, the name that it is made of often is. */
function mustNameDestination(logging: StackResource, stack: Stack): Judgement {
  const path = "logDestinationConfigs[]";
  const targets = destinations.flatMap(({ type, input }) =>
    stack.referredBy(logging, path, type).map((target) =>
      named(
        target,
        must(target.at(input), requirement, (name) => String(name).startsWith("aws-waf-logs-")),
      ),
    ),
  );
  if (targets.length > 0) return all(...targets);
  return all(
    ...propertiesAt(logging, path).map((arn) =>
      must(arn, `name what has to ${requirement}`, (value) =>
        /[:/]aws-waf-logs-/.test(String(value)),
      ),
    ),
    pass,
  );
}

export const firewallRegion = resourceRule({
  id: "firewall-region",
  requires: "Web ACLs for CloudFront stand in us-east-1.",
  why: "CloudFront finds them nowhere else, and AWS says so only when the deployment is under way.",
  fix: 'Set region to "us-east-1" on the web ACL, its rules and its logging.',
  severity: "low",
  standards: {},
  types: [webAclType],
  exemptible: true,
  check: (webAcl) => {
    const [scope, region] = [webAcl.at("scope"), webAcl.at("region")];
    if (!scope.isUnknown && scope.value !== "CLOUDFRONT") {
      return notApplicable("it is not for CloudFront");
    }
    if (!region.isSet) return undecided("the region of its provider");
    return given(
      scope,
      must(region, "be us-east-1", (value) => value === "us-east-1"),
    );
  },
});
