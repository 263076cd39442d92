import type * as aws from "@pulumi/aws";
import { allowEach, createSecurityGroup } from "../security-group-edge";
import type { Scope, Site } from "./scope";

/** The security group of the instances of a site: whoever is allowed may connect, and nothing goes out. */
export function createDatabaseGroup(scope: Scope, site: Site): aws.ec2.SecurityGroup {
  const { identifier, port } = scope.settings;
  const { prefix, region, allowedSecurityGroups: sources } = site;
  const description = `Instances of the database ${identifier}`;
  const group = createSecurityGroup(scope, `${prefix}-instances`, description, site);
  const entrance = { prefix, sources, protocol: "PostgreSQL", target: identifier };
  allowEach(scope, { ...entrance, region, to: group.id, port });
  return group;
}
