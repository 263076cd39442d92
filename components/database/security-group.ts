import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Scope, Site } from "./scope";

/** A connection that is let through, from one security group to another. */
export interface Edge {
  /** Name of both rules, which are of different types. */
  readonly name: string;
  readonly description: string;
  readonly region: string;
  readonly from: pulumi.Input<string>;
  readonly to: pulumi.Input<string>;
  readonly port: number;
}

/** Makes a security group without any rule, so that nothing comes in or goes out. */
export function createSecurityGroup(
  { options }: Scope,
  name: string,
  description: string,
  { region, vpcId }: Pick<Site, "region" | "vpcId">,
): aws.ec2.SecurityGroup {
  return new aws.ec2.SecurityGroup(
    name,
    { region, vpcId, description, tags: { Name: name } },
    options,
  );
}

/** Lets a connection through at both ends. Answers need no rule: security groups are stateful. */
export function allow({ options }: Scope, edge: Edge): readonly pulumi.Resource[] {
  const { name, description, region, from, to, port } = edge;
  const traffic = { region, description, ipProtocol: "tcp", fromPort: port, toPort: port };
  const ingress = new aws.vpc.SecurityGroupIngressRule(
    name,
    { ...traffic, securityGroupId: to, referencedSecurityGroupId: from },
    options,
  );
  const egress = new aws.vpc.SecurityGroupEgressRule(
    name,
    { ...traffic, securityGroupId: from, referencedSecurityGroupId: to },
    options,
  );
  return [ingress, egress];
}

/** The security group of the instances of a site: whoever is allowed may connect, and nothing goes out. */
export function createDatabaseGroup(scope: Scope, site: Site): aws.ec2.SecurityGroup {
  const { identifier, port } = scope.settings;
  const group = createSecurityGroup(
    scope,
    `${site.prefix}-instances`,
    `Instances of the database ${identifier}`,
    site,
  );
  for (const [label, source] of Object.entries(site.allowedSecurityGroups)) {
    allow(scope, {
      name: `${site.prefix}-from-${label}`,
      description: `PostgreSQL from ${label} to ${identifier}`,
      region: site.region,
      from: source,
      to: group.id,
      port,
    });
  }
  return group;
}
