import * as aws from "@pulumi/aws";
import type { Scope, Site } from "./scope";

/** Makes the group of the subnets in which the instances of a site stand. */
export function createSubnetGroup(
  { settings, options }: Scope,
  { prefix, region, subnetIds }: Site,
): aws.rds.SubnetGroup {
  return new aws.rds.SubnetGroup(
    `${prefix}-subnets`,
    {
      region,
      subnetIds: [...subnetIds],
      description: `Subnets of the database ${settings.identifier}`,
    },
    options,
  );
}
