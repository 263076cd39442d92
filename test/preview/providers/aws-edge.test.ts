import assert from "node:assert/strict";
import type { Data } from "../../../preview/engine/wire";
import { aws } from "../../../preview/providers/aws";

function requestOf(type: string, name: string, inputs: Data) {
  return { urn: `urn:${name}`, type, name, provider: { region: "eu-west-1" }, inputs };
}

function created(type: string, name: string, inputs: Data): Data {
  return aws.create(requestOf(type, name, inputs)).outputs;
}

describe("what the AWS provider says of what the internet sees", () => {
  it("gives a load balancer, its listeners and target groups ARNs that belong together", () => {
    const region = "eu-west-1";
    const balancer = created("aws:lb/loadBalancer:LoadBalancer", "edge", { region, name: "shop" });
    const loadBalancerArn = String(balancer["arn"]);
    const listener = created("aws:lb/listener:Listener", "https", { region, loadBalancerArn });
    const group = created("aws:lb/targetGroup:TargetGroup", "api", { region, name: "api-1" });

    const account = "arn:aws:elasticloadbalancing:eu-west-1:123456789012";
    assert.match(String(balancer["arnSuffix"]), /^app\/shop\/[0-9a-f]{12}$/);
    assert.equal(loadBalancerArn, `${account}:loadbalancer/${String(balancer["arnSuffix"])}`);
    assert.match(
      String(balancer["dnsName"]),
      /^shop-[0-9a-f]{12}\.eu-west-1\.elb\.amazonaws\.com$/,
    );
    assert.match(String(balancer["zoneId"]), /^Z[0-9A-F]{12}$/);
    assert.match(
      String(listener["arn"]).replace(`${account}:listener/${String(balancer["arnSuffix"])}`, ""),
      /^\/[0-9a-f]{12}$/,
    );
    assert.match(String(group["arnSuffix"]), /^targetgroup\/api-1\/[0-9a-f]{12}$/);
    assert.equal(group["arn"], `${account}:${String(group["arnSuffix"])}`);
  });

  it("asks one record of a name and the wildcard below it, whatever the certificate and its region", () => {
    const optionsOf = (name: string, inputs: Data) =>
      created("aws:acm/certificate:Certificate", name, inputs)["domainValidationOptions"] as Data[];
    const both = optionsOf("both", {
      region: "eu-west-1",
      domainName: "example.com",
      subjectAlternativeNames: ["*.example.com"],
    });
    const alone = optionsOf("alone", { region: "us-east-1", domainName: "example.com" });

    assert.deepEqual(
      both.map(({ domainName }) => domainName),
      ["*.example.com", "example.com"],
    );
    assert.deepEqual(alone, both.slice(1));
    assert.deepEqual({ ...both[0], domainName: "example.com" }, alone[0]);
    assert.match(String(alone[0]?.["resourceRecordName"]), /^_[0-9a-f]{32}\.example\.com\.$/);
    assert.match(
      String(alone[0]?.["resourceRecordValue"]),
      /^_[0-9a-f]{32}\.acm-validations\.aws\.$/,
    );
    assert.equal(alone[0]?.["resourceRecordType"], "CNAME");
  });

  it("gives certificates ARNs as ACM does", () => {
    const inputs = { region: "us-east-1", domainName: "example.com" };
    assert.match(
      String(created("aws:acm/certificate:Certificate", "edge", inputs)["arn"]),
      /^arn:aws:acm:us-east-1:123456789012:certificate\/[0-9a-f]{12}$/,
    );
  });

  it("says what a record is called in full", () => {
    const { fqdn } = created("aws:route53/record:Record", "proof", { name: "_1.example.com." });

    assert.equal(fqdn, "_1.example.com");
  });

  it("gives web ACLs ARNs by what they are for", () => {
    const arnOf = (scope: string, region: string) =>
      created("aws:wafv2/webAcl:WebAcl", "edge", { region, scope, name: "edge-1" })["arn"];

    assert.match(
      String(arnOf("REGIONAL", "eu-west-1")),
      /^arn:aws:wafv2:eu-west-1:123456789012:regional\/webacl\/edge-1\/[0-9a-f]{12}$/,
    );
    assert.match(
      String(arnOf("CLOUDFRONT", "us-east-1")),
      /^arn:aws:wafv2:us-east-1:123456789012:global\/webacl\/edge-1\/[0-9a-f]{12}$/,
    );
  });

  it("gives a distribution a domain in CloudFront's own zone", () => {
    const { arn, domainName, hostedZoneId } = created(
      "aws:cloudfront/distribution:Distribution",
      "cdn",
      {},
    );

    assert.match(String(arn), /^arn:aws:cloudfront::123456789012:distribution\/E[0-9A-F]{12}$/);
    assert.match(String(domainName), /^d[0-9a-f]{12}\.cloudfront\.net$/);
    assert.equal(hostedZoneId, "Z2FDTNDATAQYW2");
  });

  it("fills in what a load balancer, a target group and a distribution are by default", () => {
    const filledIn = (type: string) => aws.check(requestOf(type, "edge", {}));

    const { name: balancer, ...ofBalancer } = filledIn("aws:lb/loadBalancer:LoadBalancer");
    assert.match(String(balancer), /^edge-[0-9a-f]{7}$/);
    assert.deepEqual(ofBalancer, {
      desyncMitigationMode: "defensive",
      dropInvalidHeaderFields: false,
      enableDeletionProtection: false,
      enableHttp2: true,
      idleTimeout: 60,
      loadBalancerType: "application",
      region: "eu-west-1",
    });
    const { name: group, ...ofGroup } = filledIn("aws:lb/targetGroup:TargetGroup");
    assert.match(String(group), /^edge-[0-9a-f]{7}$/);
    assert.deepEqual(ofGroup, {
      deregistrationDelay: 300,
      region: "eu-west-1",
      targetType: "instance",
    });
    assert.deepEqual(filledIn("aws:cloudfront/distribution:Distribution"), {
      httpVersion: "http2",
      priceClass: "PriceClass_All",
      retainOnDelete: false,
      waitForDeployment: true,
    });
  });
});
