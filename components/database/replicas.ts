import * as aws from "@pulumi/aws";
import type { Ground } from "./ground";
import { commonInputs, instanceOptions } from "./instance";
import { createInstanceLogGroups } from "./log-groups";
import { replicasOf, type Member } from "./members";
import type { Scope } from "./scope";

/** A read replica in the region of the primary. */
export interface ReplicaArgs {
  /**
   * RDS instance class of the replica.
   *
   * @default - the primary's
   */
  readonly instanceClass?: string | undefined;
}

/** A read replica that was made, with its name. */
export interface Replica {
  readonly label: string;
  readonly instance: aws.rds.Instance;
}

/** Makes the read replicas of the primary, by name in order. */
export function createReplicas(
  scope: Scope,
  ground: Ground,
  primary: aws.rds.Instance,
): readonly Replica[] {
  return replicasOf(scope).map((member) => ({
    label: member.label,
    instance: createReplica(scope, ground, primary, member),
  }));
}

/**
 * User, password, database, engine, subnets and key come from the source: AWS refuses them here, and
 * takes neither backups nor a last snapshot of a replica.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html
 */
function createReplica(
  scope: Scope,
  ground: Ground,
  primary: aws.rds.Instance,
  member: Member,
): aws.rds.Instance {
  const logGroups = createInstanceLogGroups(scope, member, ground.site);
  return new aws.rds.Instance(
    member.name,
    {
      ...commonInputs(scope, ground, member),
      replicateSourceDb: primary.identifier,
      multiAz: false,
      skipFinalSnapshot: true,
    },
    instanceOptions(scope, ground, logGroups),
  );
}
