import type { ClusterServices } from "../components/cluster-services";
import type { Database } from "../components/database";
import type { DatabaseBootstrapArgs } from "../components/database-bootstrap/args";
import type { DatabaseVerificationArgs } from "../components/database-verification/args";
import { bootstrapChecks } from "../components/database-verification/bootstrap-checks";
import type { Spec } from "../spec/spec";
import { databaseAuthorities } from "./authorities";
import type { DeliveredSecret } from "./delivered-secrets";
import { storesOf } from "./place";
import { placeIn } from "./workloads";

/** The database, and where the jobs run. */
export interface DatabaseJobNeighbours {
  readonly database: Database;
  readonly clusterServices: ClusterServices | undefined;
}

/** The job that makes the application's role and the extensions; undefined for a system without. */
export function bootstrapArgs(
  spec: Spec,
  { database, clusterServices }: DatabaseJobNeighbours,
): DatabaseBootstrapArgs | undefined {
  const { bootstrap, applicationUser, extensions } = spec.database;
  const { applicationSecretArn, masterSecretArn } = database;
  if (bootstrap === undefined || applicationUser === undefined) return undefined;
  if (clusterServices === undefined || applicationSecretArn === undefined) return undefined;
  return {
    ...bootstrap,
    ...clientOf(spec, database, clusterServices),
    workloadName: "database-bootstrap",
    masterSecretArn,
    applicationSecretArn,
    applicationRole: roleOf(spec, applicationUser),
    extensions,
  };
}

/** The job that looks for what must be in the database; undefined for a system without. */
export function verificationArgs(
  spec: Spec,
  { database, clusterServices }: DatabaseJobNeighbours,
): DatabaseVerificationArgs | undefined {
  const { verification, applicationUser, extensions } = spec.database;
  const { applicationSecretArn } = database;
  if (verification === undefined || applicationUser === undefined) return undefined;
  if (clusterServices === undefined || applicationSecretArn === undefined) return undefined;
  const bootstrapped = { applicationRole: roleOf(spec, applicationUser), extensions };
  return {
    ...verification,
    ...clientOf(spec, database, clusterServices),
    workloadName: "database-verification",
    applicationSecretArn,
    checks: [...bootstrapChecks(bootstrapped), ...verification.checks],
  };
}

/** The secrets that the jobs are given: to make the application's role takes the master's login too. */
export function databaseJobSecrets(
  { database: { bootstrap, verification } }: Spec,
  { applicationSecretArn, masterSecretArn }: Database,
): readonly DeliveredSecret[] {
  if (applicationSecretArn === undefined) return [];
  const needed = [
    { job: bootstrap, secretArns: [masterSecretArn, applicationSecretArn] },
    { job: verification, secretArns: [applicationSecretArn] },
  ];
  return needed.flatMap(({ job, secretArns }) =>
    job === undefined
      ? []
      : secretArns.map((secretArn) => ({ namespace: job.namespace, secretArn })),
  );
}

/** Where the instance is, which also a proxy's clients log in to as another than the application. */
function clientOf(spec: Spec, { address }: Database, clusterServices: ClusterServices) {
  const { port, databaseName } = spec.database;
  return {
    ...placeIn(spec, clusterServices),
    database: { host: address, port, databaseName, cidrBlocks: storesOf(spec) },
    caCertificates: databaseAuthorities(spec.region),
  };
}

/** A proxy knows one login of the application; without one, two take turns. */
function roleOf(
  { database }: Spec,
  { name, connectionLimit }: NonNullable<Spec["database"]["applicationUser"]>,
) {
  return { name, connectionLimit, alternates: database.proxy === undefined };
}
