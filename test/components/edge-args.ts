import * as pulumi from "@pulumi/pulumi";
import state = require("@pulumi/pulumi/runtime/state");
import { Edge } from "../../components/edge";
import type { EdgeArgs } from "../../components/edge/args";
import type { Data } from "../../preview/engine/wire";
import { aws } from "../../preview/providers/aws";
import { preview, type Previewed } from "../support/preview";

/** Only what must be said. */
export const args: EdgeArgs = {
  namePrefix: "shop-production",
  region: "eu-west-1",
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-a", "subnet-b"],
  appSecurityGroupId: "sg-app",
  appPorts: { from: 3000, to: 3010 },
  logsBucketName: "shop-production-logs",
  logsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/logs",
  zone: { id: "Z123", name: "example.com" },
  hostnames: ["api.example.com"],
  certificate: { names: ["api.example.com", "*.api.example.com"] },
  services: {
    gateway: {
      host: "api.example.com",
      port: 3000,
      health: { path: "/api/v1/health" },
      priority: 100,
    },
  },
  waf: { rateLimit: 2000 },
};

/** The same with a check of its health. */
export const checked: EdgeArgs = {
  ...args,
  healthCheck: { hostname: "api.example.com", path: "/api/v1/health" },
};

/** The same as the first of two regions. */
export const primary: EdgeArgs = {
  ...checked,
  failover: { role: "PRIMARY", hostname: "eu-west-1.api.example.com" },
};

/** Static files with nothing said that has a default. */
export const cdn: NonNullable<EdgeArgs["cdn"]> = {
  hostname: "static.example.com",
  bucket: {
    domainName: "shop-static.s3.eu-west-1.amazonaws.com",
    arn: "arn:aws:s3:::shop-static",
  },
  logsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/logs",
};

/** Types of the children. */
export const types = {
  association: "aws:wafv2/webAclAssociation:WebAclAssociation",
  cachePolicy: "aws:cloudfront/cachePolicy:CachePolicy",
  certificate: "aws:acm/certificate:Certificate",
  delivery: "aws:cloudwatch/logDelivery:LogDelivery",
  deliveryDestination: "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
  deliverySource: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
  distribution: "aws:cloudfront/distribution:Distribution",
  egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  group: "aws:ec2/securityGroup:SecurityGroup",
  headers: "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
  healthCheck: "aws:route53/healthCheck:HealthCheck",
  ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  listener: "aws:lb/listener:Listener",
  loadBalancer: "aws:lb/loadBalancer:LoadBalancer",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  logging: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
  originAccess: "aws:cloudfront/originAccessControl:OriginAccessControl",
  record: "aws:route53/record:Record",
  rule: "aws:lb/listenerRule:ListenerRule",
  targetGroup: "aws:lb/targetGroup:TargetGroup",
  validation: "aws:acm/certificateValidation:CertificateValidation",
  webAcl: "aws:wafv2/webAcl:WebAcl",
  webAclRule: "aws:wafv2/webAclRule:WebAclRule",
} as const;

/** What an edge of these arguments would be made of; its component is called `edge`. */
export function previewEdge(edgeArgs: EdgeArgs): Promise<Previewed> {
  return preview((providers) => {
    new Edge("edge", edgeArgs, { providers });
  });
}

/**
 * What an edge is once AWS has made it: what its resources were made from, by `<type> <name>`, and what `look` finds of
 * the component.
 */
export async function deployEdge<Found extends object>(
  edgeArgs: EdgeArgs,
  look: (edge: Edge) => Found,
): Promise<{
  readonly created: Readonly<Record<string, Data>>;
  readonly found: pulumi.Unwrap<Found>;
}> {
  const created: Record<string, Data> = {};
  let found: pulumi.Unwrap<Found> | undefined;
  await state.withLocalStorage(async () => {
    await pulumi.runtime.setMocks({
      call: ({ inputs }) => inputs as Data,
      newResource: ({ name, type, inputs }) => {
        const urn = `${type} ${name}`;
        const request = { urn, type, name, provider: { region: "eu-west-1" } };
        const complete = aws.check({ ...request, inputs: inputs as Data });
        created[urn] = inputs as Data;
        const { id, outputs } = aws.create({ ...request, inputs: complete });
        return { id, state: outputs };
      },
    });
    const edge = new Edge("edge", edgeArgs);
    pulumi.output(look(edge)).apply((value) => {
      found = value;
    });
    await pulumi.runtime.disconnect();
  });
  if (found === undefined) throw new Error("the edge has no outputs");
  return { created, found };
}
