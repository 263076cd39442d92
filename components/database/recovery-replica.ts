import * as aws from "@pulumi/aws";
import { createGround } from "./ground";
import { commonInputs, instanceOptions } from "./instance";
import { createInstanceLogGroups } from "./log-groups";
import { recoveryOf, type Member } from "./members";
import type { MonitoringRole } from "./monitoring-role";
import { recoverySiteOf } from "./recovery";
import type { Scope, Site } from "./scope";
import { createSubnetGroup } from "./subnet-group";

/** Makes the replica in another region where one was asked for, with everything it stands on there. */
export function createRecoveryReplica(
  scope: Scope,
  primary: aws.rds.Instance,
  monitoring: MonitoringRole | undefined,
): void {
  const site = recoverySiteOf(scope);
  if (site === undefined) return;

  for (const member of recoveryOf(scope)) {
    createReplica(scope, { site, primary, member, monitoring });
  }
}

interface Parts {
  readonly site: Site;
  readonly primary: aws.rds.Instance;
  readonly member: Member;
  readonly monitoring: MonitoringRole | undefined;
}

function createReplica(scope: Scope, { site, primary, member, monitoring }: Parts): void {
  const subnets = createSubnetGroup(scope, site);
  const logGroups = createInstanceLogGroups(scope, member, site);
  const ground = createGround(scope, site, monitoring);
  new aws.rds.Instance(
    member.name,
    {
      ...commonInputs(scope, ground, member),
      replicateSourceDb: primary.arn,
      kmsKeyId: site.dataKeyArn,
      dbSubnetGroupName: subnets.name,
      multiAz: site.multiAz,
      skipFinalSnapshot: true,
    },
    instanceOptions(scope, ground, logGroups),
  );
}
