import * as aws from "@pulumi/aws";
import { allowEach, createSecurityGroup } from "../security-group-edge";
import { createAccess, type AccessInputs, type Password } from "./access";
import { createLogGroups, type LogDelivery } from "./log-groups";
import type { Scope, Site } from "./scope";

/** What the nodes of a place stand on. */
export interface Ground {
  readonly site: Site;
  readonly subnets: aws.elasticache.SubnetGroup;
  readonly securityGroup: aws.ec2.SecurityGroup;
  readonly logs: readonly LogDelivery[];
  readonly access: AccessInputs;
}

/** Makes what the nodes of a place stand on. */
export function createGround(scope: Scope, site: Site, password: Password | undefined): Ground {
  return {
    site,
    subnets: createSubnetGroup(scope, site),
    securityGroup: createNodeGroup(scope, site),
    logs: createLogGroups(scope, site),
    access: createAccess(scope, site, password),
  };
}

function createSubnetGroup(
  { settings, options }: Scope,
  { prefix, region, subnetIds }: Site,
): aws.elasticache.SubnetGroup {
  return new aws.elasticache.SubnetGroup(
    `${prefix}-subnets`,
    {
      region,
      subnetIds: [...subnetIds],
      description: `Subnets of the cache ${settings.replicationGroupId}`,
    },
    options,
  );
}

/** The security group of the nodes: whoever is allowed may connect, and nothing goes out. */
function createNodeGroup(scope: Scope, site: Site): aws.ec2.SecurityGroup {
  const { replicationGroupId, port } = scope.settings;
  const { prefix, region, allowedSecurityGroups: sources } = site;
  const description = `Nodes of the cache ${replicationGroupId}`;
  const group = createSecurityGroup(scope, `${prefix}-nodes`, description, site);
  const entrance = { prefix, sources, protocol: "Redis", target: replicationGroupId };
  allowEach(scope, { ...entrance, region, to: group.id, port });
  return group;
}
