import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** What makes security groups and rules: a component, by the options of its children. */
export interface Owner {
  readonly options: { readonly parent: pulumi.Resource };
}

/** Where a security group stands. */
export interface GroupPlace {
  readonly region: string;
  readonly vpcId: pulumi.Input<string>;
}

/** A connection that is let through, from one security group to another. */
export interface Edge {
  /** Name of both rules, which are of different types. */
  readonly name: string;
  readonly description: string;
  readonly region: string;
  readonly from: pulumi.Input<string>;
  readonly to: pulumi.Input<string>;
  readonly port: number;
  /**
   * Last port of a range that begins with `port`.
   *
   * @default - `port` alone
   */
  readonly lastPort?: number;
}

/** A port of a security group, and those who may connect to it. */
export interface Entrance {
  /** First part of the names of the rules. */
  readonly prefix: string;
  /** Security groups that may connect, by a label that becomes part of their rules' names. */
  readonly sources: Readonly<Record<string, pulumi.Input<string>>>;
  /** What is spoken at the port. */
  readonly protocol: string;
  /** What stands behind the port, as the descriptions of the rules call it. */
  readonly target: string;
  readonly region: string;
  readonly to: pulumi.Input<string>;
  readonly port: number;
}

/** Makes a security group without any rule, so that nothing comes in or goes out. */
export function createSecurityGroup(
  { options }: Owner,
  name: string,
  description: string,
  { region, vpcId }: GroupPlace,
): aws.ec2.SecurityGroup {
  return new aws.ec2.SecurityGroup(
    name,
    { region, vpcId, description, tags: { Name: name } },
    options,
  );
}

/** Lets a connection through at both ends. Answers need no rule: security groups are stateful. */
export function allow({ options }: Owner, edge: Edge): readonly pulumi.Resource[] {
  const { name, description, region, from, to, port, lastPort = port } = edge;
  const traffic = { region, description, ipProtocol: "tcp", fromPort: port, toPort: lastPort };
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

/** Lets each source of an entrance connect, by rules named for the source. */
export function allowEach(owner: Owner, entrance: Entrance): readonly pulumi.Resource[] {
  const { prefix, sources, protocol, target, region, to, port } = entrance;
  return Object.entries(sources).flatMap(([label, from]) =>
    allow(owner, {
      name: `${prefix}-from-${label}`,
      description: `${protocol} from ${label} to ${target}`,
      region,
      from,
      to,
      port,
    }),
  );
}
