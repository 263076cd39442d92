import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import {
  aclRules,
  gatewayRules,
  redirectRules,
  type AclRule,
  type AclRules,
} from "./network-acl-rules";
import type { Site } from "./site";
import { tiers, type Tier } from "./subnet-plan";
import type { Subnets } from "./subnets";

/** One rule of one list, before it is made for each of its addresses. */
interface Line extends AclRule {
  readonly tier: Tier;
  readonly egress: boolean;
}

/** What the lists let through beside what every network needs. */
export interface Openings {
  /** Whether the public tier is reached over HTTP. */
  readonly publicHttp: boolean;
  /** Whether the database tier reaches gateway endpoints. */
  readonly databaseGateways: boolean;
}

const world = { zone: undefined, cidrBlock: "0.0.0.0/0" };

/** Makes a network ACL for each tier. */
export function createNetworkAcls(site: Site, subnets: Subnets, openings: Openings): void {
  for (const tier of tiers) {
    const aclId = createAcl(site, tier, subnets);
    const rules = [aclRules[tier], ...furtherRules(tier, openings)];
    for (const line of rules.flatMap((each) => linesOf(tier, each))) {
      createRules(site, aclId, line, subnets);
    }
  }
}

function createAcl(site: Site, tier: Tier, subnets: Subnets): pulumi.Output<string> {
  const { parent, region, vpcId, nameTag } = site;
  const name = `${site.name}-${tier}`;
  const acl = new aws.ec2.NetworkAcl(name, { region, vpcId, tags: nameTag(name) }, { parent });
  for (const subnet of subnets[tier]) {
    new aws.ec2.NetworkAclAssociation(
      subnet.name,
      { region, networkAclId: acl.id, subnetId: subnet.id },
      { parent },
    );
  }
  return acl.id;
}

function furtherRules(tier: Tier, { publicHttp, databaseGateways }: Openings): readonly AclRules[] {
  return [
    ...(tier === "public" && publicHttp ? [redirectRules] : []),
    ...(tier === "database" && databaseGateways ? [gatewayRules] : []),
  ];
}

function linesOf(tier: Tier, { ingress, egress }: AclRules): Line[] {
  return [
    ...ingress.map((rule) => ({ ...rule, tier, egress: false })),
    ...egress.map((rule) => ({ ...rule, tier, egress: true })),
  ];
}

function createRules(
  { name, parent, region }: Site,
  networkAclId: pulumi.Output<string>,
  { tier, egress, number, what, peer, traffic }: Line,
  subnets: Subnets,
): void {
  for (const { zone, cidrBlock } of peer === "world" ? [world] : subnets[peer]) {
    const suffix = zone === undefined ? "" : `-${zone}`;
    new aws.ec2.NetworkAclRule(
      `${name}-${tier}-${egress ? "egress" : "ingress"}-${what}${suffix}`,
      {
        region,
        networkAclId,
        egress,
        ruleNumber: number + ordinalOf(zone),
        ruleAction: "allow",
        cidrBlock,
        ...traffic,
      },
      // A number is given once: a changed rule cannot stand beside the one it follows.
      { parent, deleteBeforeReplace: true },
    );
  }
}

/**
 * The letter of a zone as a number, so that the rules of a zone keep theirs when another zone is
 * added.
 */
function ordinalOf(zone: string | undefined): number {
  return zone === undefined ? 0 : zone.charCodeAt(zone.length - 1) - "a".charCodeAt(0);
}
