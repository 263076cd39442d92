import type { Broker } from "../components/broker";
import type { Cache } from "../components/cache";
import type { Database } from "../components/database";
import { proxyPort } from "../components/database/proxy";
import type { Secrets } from "../components/secrets";
import type { Storage } from "../components/storage";
import type { Edge } from "../components/workload/edge";
import { brokerEdge } from "../components/workload/edges/broker";
import { bucketEdge } from "../components/workload/edges/bucket";
import { cacheEdge } from "../components/workload/edges/cache";
import { databaseEdge } from "../components/workload/edges/database";
import { secretEdge } from "../components/workload/edges/secret";
import { serviceEdge } from "../components/workload/edges/service";
import type { Spec } from "../spec/spec";
import type { Connections } from "../spec/workload";
import { databaseAuthorities } from "./authorities";
import type { Neighbours } from "./neighbours";
import { storesOf } from "./place";

/** What workloads can connect to. */
export interface Destinations extends Neighbours {
  readonly database: Database;
  readonly cache: Cache | undefined;
  readonly broker: Broker | undefined;
  readonly storage: Storage;
  readonly secrets: Secrets;
}

/** What a kind of connection becomes: an edge each, none where the spec's preflight has refused it. */
type Join = (spec: Spec, wanted: Connections, made: Destinations) => readonly Edge[];

const joins: readonly Join[] = [toDatabase, toCache, toBroker, toBuckets, toSecrets, toServices];

/** The edges of a workload, which are all that it reaches. */
export function edgesOf(spec: Spec, wanted: Connections, made: Destinations): readonly Edge[] {
  return joins.flatMap((join) => join(spec, wanted, made));
}

function toDatabase(spec: Spec, wanted: Connections, { database }: Destinations): readonly Edge[] {
  const { applicationSecretArn: secretArn, proxyEndpoint, address } = database;
  if (wanted.database === undefined || secretArn === undefined) return [];
  return [
    databaseEdge({
      ...wanted.database,
      to: "database",
      host: proxyEndpoint ?? address,
      port: proxyEndpoint === undefined ? spec.database.port : proxyPort,
      databaseName: spec.database.databaseName,
      secretArn,
      ...(proxyEndpoint === undefined ? direct(spec) : {}),
      cidrBlocks: storesOf(spec),
    }),
  ];
}

/**
 * What goes for those who reach the instance itself: its certificate is of RDS's own authorities, and its logins take
 * turns, so that the one before stays good until the next rotation.
 */
function direct({ region, database }: Spec) {
  const { rotationDays = 0 } = database.applicationUser ?? {};
  return { caCertificates: databaseAuthorities(region), overlapMinutes: rotationDays * 24 * 60 };
}

function toCache(spec: Spec, wanted: Connections, { cache }: Destinations): readonly Edge[] {
  if (wanted.cache === undefined || cache?.authSecretArn === undefined) return [];
  return [
    cacheEdge({
      ...wanted.cache,
      to: "cache",
      host: cache.address,
      port: cache.port,
      authSecretArn: cache.authSecretArn,
      users: spec.cache?.auth.mode === "rbac",
      cidrBlocks: storesOf(spec),
    }),
  ];
}

function toBroker(spec: Spec, wanted: Connections, { broker }: Destinations): readonly Edge[] {
  const { clusterArn, bootstrapBrokersSaslIam: bootstrapBrokers, ports } = broker ?? {};
  if (wanted.broker === undefined || clusterArn === undefined) return [];
  if (bootstrapBrokers === undefined || ports?.iam === undefined) return [];
  return [
    brokerEdge({
      ...wanted.broker,
      to: "broker",
      clusterArn,
      bootstrapBrokers,
      port: ports.iam,
      cidrBlocks: storesOf(spec),
    }),
  ];
}

function toBuckets(spec: Spec, wanted: Connections, made: Destinations): readonly Edge[] {
  return Object.entries(wanted.buckets).flatMap(([label, use]) => {
    const { [label]: bucketName } = made.storage.bucketNames;
    const { [label]: bucketArn } = made.storage.bucketArns;
    if (bucketName === undefined || bucketArn === undefined) return [];
    const { region } = spec;
    const keyArn = made.keys.arns.data;
    return [bucketEdge({ ...use, to: `bucket-${label}`, bucketName, bucketArn, keyArn, region })];
  });
}

function toSecrets(_: Spec, wanted: Connections, { secrets }: Destinations): readonly Edge[] {
  return Object.entries(wanted.secrets).flatMap(([entry, variables]) => {
    const { [entry]: secretArn } = secrets.arns;
    return secretArn === undefined
      ? []
      : [secretEdge({ to: `secret-${entry}`, secretArn, variables })];
  });
}

function toServices(spec: Spec, wanted: Connections): readonly Edge[] {
  return Object.entries(wanted.services).flatMap(([serviceName, { variable }]) => {
    const { [serviceName]: service } = spec.services;
    if (service === undefined) return [];
    const { namespace, port, servicePort = port } = service;
    return [serviceEdge({ service: { serviceName, namespace, port, servicePort }, variable })];
  });
}
