import type * as pulumi from "@pulumi/pulumi";
import type { AppJobArgs } from "../app-job/args";
import type { DatabaseTarget } from "../workload/edges/database";
import type { ResourcesArgs } from "../workload/args";

/** Where a job is, of what an {@link AppJob} is told, and when it gives up. */
type JobArgs = Pick<
  AppJobArgs,
  | "workloadName"
  | "namespace"
  | "partOf"
  | "clusterName"
  | "region"
  | "accountId"
  | "secretStore"
  | "ready"
  | "priorityClass"
  | "userId"
  | "retries"
  | "deadlineSeconds"
  | "schedule"
>;

/** What every job is told that runs PostgreSQL's own client. */
export interface DatabaseClientArgs extends JobArgs {
  /** The database, at its instance: a proxy knows no login but the application's. */
  readonly database: Pick<DatabaseTarget, "host" | "port" | "databaseName" | "cidrBlocks">;
  /**
   * Certificates of the authorities that sign the server's, in PEM. Those of RDS are in no image: AWS gives them out for
   * each region, for example as `https://truststore.pki.rds.amazonaws.com/eu-west-1/eu-west-1-bundle.pem`.
   */
  readonly caCertificates: pulumi.Input<string>;
  /**
   * Image with `psql` of version 15 or later and a shell, with a tag that is not `latest`, or a digest.
   *
   * @default "public.ecr.aws/docker/library/postgres:16.14"
   */
  readonly image?: string | undefined;
  /**
   * What its container asks for, and gets at most.
   *
   * @default - 50 thousandths of a processor and 64 MiB, at most 500 and 256
   */
  readonly resources?: ResourcesArgs | undefined;
  /**
   * Minutes until a change of a login's value reaches the cluster. A job that starts before, with a password that was
   * just rotated, fails and is tried again.
   *
   * @default 5
   */
  readonly secretsRefreshMinutes?: number | undefined;
}
