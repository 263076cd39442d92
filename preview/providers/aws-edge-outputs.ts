import type { Data } from "../engine/wire";
import type { Created } from "./aws-outputs";
import { digitsOf } from "./naming";

/** What AWS makes up for load balancers, certificates, names, firewalls and distributions, by type. */
export const edgeOutputs: Readonly<Record<string, (created: Created) => Data>> = {
  "aws:acm/certificate:Certificate": ({ inputs, digits }) => ({
    arn: arnOf("acm", inputs, `certificate/${digits}`),
    domainValidationOptions: namesOf(inputs).map(validationOf),
  }),
  "aws:cloudfront/distribution:Distribution": ({ digits }) => ({
    arn: arnOf("cloudfront", {}, `distribution/E${digits.toUpperCase()}`),
    domainName: `d${digits}.cloudfront.net`,
    // The same for every distribution.
    hostedZoneId: "Z2FDTNDATAQYW2",
  }),
  "aws:lb/listener:Listener": ({ inputs, digits }) => ({
    arn: `${String(inputs["loadBalancerArn"]).replace(":loadbalancer/", ":listener/")}/${digits}`,
  }),
  "aws:lb/loadBalancer:LoadBalancer": ({ inputs, digits }) => {
    const { name, region } = inputs;
    const suffix = `app/${String(name)}/${digits}`;
    return {
      arn: arnOf("elasticloadbalancing", inputs, `loadbalancer/${suffix}`),
      arnSuffix: suffix,
      dnsName: `${String(name)}-${digits}.${String(region)}.elb.amazonaws.com`,
      zoneId: `Z${digits.toUpperCase()}`,
    };
  },
  "aws:lb/targetGroup:TargetGroup": ({ inputs, digits }) => {
    const suffix = `targetgroup/${String(inputs["name"])}/${digits}`;
    return { arn: arnOf("elasticloadbalancing", inputs, suffix), arnSuffix: suffix };
  },
  "aws:route53/record:Record": ({ inputs }) => ({
    fqdn: String(inputs["name"]).replace(/\.$/, ""),
  }),
  "aws:wafv2/webAcl:WebAcl": ({ inputs, digits }) => {
    const scope = inputs["scope"] === "CLOUDFRONT" ? "global" : "regional";
    return { arn: arnOf("wafv2", inputs, `${scope}/webacl/${String(inputs["name"])}/${digits}`) };
  },
};

function arnOf(service: string, { region }: Data, resource: string): string {
  return `arn:aws:${service}:${typeof region === "string" ? region : ""}:123456789012:${resource}`;
}

/** The names of a certificate in an order of their own, as the provider keeps them. */
function namesOf({ domainName, subjectAlternativeNames }: Data): readonly string[] {
  const further: readonly unknown[] = Array.isArray(subjectAlternativeNames)
    ? subjectAlternativeNames
    : [];
  return [domainName, ...further].map(String).sort();
}

/** The record that proves a name: the same for a name and the wildcard below it, in every region. */
function validationOf(domainName: string): Data {
  const bare = domainName.replace(/^\*\./, "");
  return {
    domainName,
    resourceRecordName: `_${digitsOf(bare, 32)}.${bare}.`,
    resourceRecordType: "CNAME",
    resourceRecordValue: `_${digitsOf(`proof of ${bare}`, 32)}.acm-validations.aws.`,
  };
}
