import type { ClusterServices } from "../components/cluster-services";
import type { EdgeArgs } from "../components/edge/args";
import type { Keys, KeysArgs } from "../components/keys";
import { dnsSuffixOf, globalRegion } from "../spec/partition";
import type { Storage } from "../components/storage";
import { bucketArnOf, bucketNameOf } from "../components/storage/scope";
import type { Spec } from "../spec/spec";
import type { Neighbours } from "./neighbours";
import { isProtected, placeOf, prefixOf } from "./place";

/** The key of what CloudFront logs, in the region where it does; undefined for a system without static files. */
export function edgeKeysArgs(spec: Spec): KeysArgs<"logs"> | undefined {
  if (spec.edge?.cdn === undefined) return undefined;
  return {
    ...spec.keys,
    ...placeOf(spec),
    region: globalRegion,
    aliasPrefix: `${prefixOf(spec)}-edge`,
    deletionProtection: isProtected(spec),
    domains: { logs: { uses: ["cloudwatchLogs"] } },
  };
}

/** What the edge is joined to. */
export interface EdgeNeighbours extends Neighbours {
  readonly edgeKeys: Keys<"logs"> | undefined;
  readonly storage: Storage;
  readonly clusterServices: ClusterServices | undefined;
}

/** What the internet sees of the stack; undefined for a system of which it sees nothing. */
export function edgeArgs(
  spec: Spec,
  { keys, edgeKeys, network, storage, clusterServices }: EdgeNeighbours,
): EdgeArgs | undefined {
  const { edge, hostedZoneId } = spec;
  const logsBucketName = edge && storage.bucketNames[edge.logsBucket];
  if (edge === undefined || hostedZoneId === undefined) return undefined;
  if (logsBucketName === undefined || clusterServices === undefined) return undefined;
  const { certificateNames, zoneName, ...rest } = edge;
  return {
    ...rest,
    ...placeOf(spec),
    namePrefix: prefixOf(spec),
    vpcId: network.vpcId,
    publicSubnetIds: network.publicSubnetIds,
    appSecurityGroupId: network.appSecurityGroupId,
    logsBucketName,
    logsKeyArn: keys.arns.logs,
    zone: { id: hostedZoneId, name: zoneName },
    // Both regions' certificates are validated by the same records, which the primary makes.
    certificate: {
      names: certificateNames,
      validationRecords: edge.failover?.role !== "SECONDARY",
    },
    services: servicesOf(spec),
    targetGroupTags: clusterServices.targetGroupTags,
    cdn: cdnOf(spec, edgeKeys),
  };
}

/** What is reached from outside, at the ports of its pods. */
function servicesOf({ edge, services }: Spec): EdgeArgs["services"] {
  return Object.fromEntries(
    Object.entries(edge?.services ?? {}).flatMap(([name, entrance]) => {
      const { [name]: service } = services;
      if (service === undefined) return [];
      const { port, deregistrationSeconds } = service;
      return [[name, { ...entrance, port, deregistrationSeconds }]];
    }),
  );
}

function cdnOf(spec: Spec, edgeKeys: EdgeNeighbours["edgeKeys"]): EdgeArgs["cdn"] {
  const { cdn } = spec.edge ?? {};
  if (cdn === undefined || edgeKeys === undefined) return undefined;
  return { ...cdn, bucket: staticBucketOf(spec, cdn.bucket), logsKeyArn: edgeKeys.arns.logs };
}

/** Where a bucket is found. Its name is plain, so that its policy is known before it is made. */
export function staticBucketOf(spec: Spec, label: string) {
  const { region } = spec;
  const place = { ...placeOf(spec), namePrefix: prefixOf(spec) };
  const name = bucketNameOf(place, label, { suffix: "" });
  return {
    domainName: `${name}.s3.${region}.${dnsSuffixOf(region)}`,
    arn: bucketArnOf({ region }, name),
  };
}
