import type { Resource } from "@pulumi/pulumi";
import type { AppJobArgs } from "../components/app-job/args";
import type { AppServiceArgs } from "../components/app-service/args";
import type { ClusterServices } from "../components/cluster-services";
import type { DatabaseBootstrap } from "../components/database-bootstrap";
import type { Edge } from "../components/edge";
import { mapRecord } from "../components/map-record";
import type { Service } from "../spec/services";
import { imageOf } from "../spec/image";
import type { Job } from "../spec/jobs";
import type { Spec } from "../spec/spec";
import { edgesOf, type Destinations } from "./connections";
import { placeOf, prefixOf } from "./place";
import { whereSet } from "./where-set";

/** Where workloads run, and what stands around them. */
export interface Surroundings extends Destinations {
  readonly clusterServices: ClusterServices | undefined;
  readonly edge: Edge | undefined;
  /** What comes before the services: the database is ready for them. */
  readonly bootstrap: DatabaseBootstrap | undefined;
}

/** The services of the stack, by name; none without a cluster. */
export function serviceArgs(
  spec: Spec,
  made: Surroundings,
): Readonly<Record<string, AppServiceArgs>> {
  const { clusterServices, bootstrap, edge } = made;
  if (clusterServices === undefined) return {};
  const place = placeIn(spec, clusterServices, bootstrap?.done);
  return mapRecord(spec.services, (service, name) => ({
    ...service,
    ...place,
    ...workloadArgs(spec, name, service, made),
    recommendations: true,
    ...whereSet("targetGroupArn", edge?.targetGroupArns[name]),
    ready: [...place.ready, ...(edge?.ready[name] ?? [])],
    callers: { cidrBlocks: doorsOf(spec, name), services: callersOf(spec, name) },
  }));
}

/** The workloads of the stack that end, by name; none without a cluster. */
export function jobArgs(spec: Spec, made: Surroundings): Readonly<Record<string, AppJobArgs>> {
  const { clusterServices, bootstrap } = made;
  if (clusterServices === undefined) return {};
  const place = placeIn(spec, clusterServices, bootstrap?.done);
  return mapRecord(spec.jobs, (job, name) => ({
    ...job,
    ...place,
    ...workloadArgs(spec, name, job, made),
  }));
}

/** What all workloads are told of the cluster, and of what comes before them. */
export function placeIn(
  spec: Spec,
  { secretStore, ready }: ClusterServices,
  before: readonly Resource[] = [],
) {
  return {
    ...placeOf(spec),
    partOf: spec.system,
    clusterName: prefixOf(spec),
    secretStore,
    ready: [...ready, ...before],
  };
}

function workloadArgs(
  spec: Spec,
  workloadName: string,
  { image, connectsTo }: Service | Job,
  made: Surroundings,
) {
  return {
    workloadName,
    image: imageOf(spec, image),
    connectsTo: edgesOf(spec, connectsTo, made),
  };
}

/** Addresses of the load balancer, for what is reached through it. */
function doorsOf({ edge, network }: Spec, service: string): readonly string[] {
  return edge?.services[service] === undefined ? [] : Object.values(network.subnets.public);
}

/** The workloads that declare a connection to a service. */
function callersOf({ services, jobs }: Spec, callee: string) {
  return Object.entries({ ...services, ...jobs })
    .filter(([, { connectsTo }]) => connectsTo.services[callee] !== undefined)
    .map(([service, { namespace }]) => ({ service, namespace }));
}
