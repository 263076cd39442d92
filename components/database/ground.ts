import type * as aws from "@pulumi/aws";
import type { MonitoringRole } from "./monitoring-role";
import { createParameterGroup } from "./parameters";
import type { Scope, Site } from "./scope";
import { createDatabaseGroup } from "./security-group";

/** What the instances of a site stand on. */
export interface Ground {
  readonly site: Site;
  readonly securityGroup: aws.ec2.SecurityGroup;
  readonly parameterGroup: aws.rds.ParameterGroup;
  /** How the instances report to Enhanced Monitoring; undefined where they do not. */
  readonly monitoring: MonitoringRole | undefined;
}

/** Makes what the instances of a site stand on, but for the role, which serves every site. */
export function createGround(
  scope: Scope,
  site: Site,
  monitoring: MonitoringRole | undefined,
): Ground {
  return {
    site,
    securityGroup: createDatabaseGroup(scope, site),
    parameterGroup: createParameterGroup(scope, site),
    monitoring,
  };
}
