import * as aws from "@pulumi/aws";
import type { ProviderResource } from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { AppJob } from "./components/app-job";
import { AppService } from "./components/app-service";
import { Broker } from "./components/broker";
import { Cache } from "./components/cache";
import { Cluster } from "./components/cluster";
import { ClusterServices } from "./components/cluster-services";
import { Database } from "./components/database";
import { DatabaseBootstrap } from "./components/database-bootstrap";
import { DatabaseVerification } from "./components/database-verification";
import { Edge } from "./components/edge";
import { Keys } from "./components/keys";
import { mapRecord } from "./components/map-record";
import { Monitoring } from "./components/monitoring";
import { Network } from "./components/network";
import { Secrets } from "./components/secrets";
import { Storage } from "./components/storage";
import { outputsOf, type PlatformOutputs } from "./wiring/outputs";
import type { Settings } from "./settings";
import type { Spec } from "./spec/spec";
import { brokerArgs } from "./wiring/broker";
import { cacheArgs } from "./wiring/cache";
import { clusterArgs, clusterServicesArgs, providersOf } from "./wiring/cluster";
import { databaseArgs } from "./wiring/database";
import { bootstrapArgs, verificationArgs } from "./wiring/database-jobs";
import { edgeArgs, edgeKeysArgs } from "./wiring/edge";
import { ifAsked } from "./wiring/if-asked";
import { keysArgs } from "./wiring/keys";
import { monitoringArgs } from "./wiring/monitoring";
import { networkArgs, recoveryNetworkArgs } from "./wiring/network";
import { tags } from "./wiring/place";
import { transformationsFor } from "./wiring/roles";
import { secretsArgs } from "./wiring/secrets";
import { storageArgs } from "./wiring/storage";
import { jobArgs, serviceArgs } from "./wiring/workloads";

/** The system, joined from its components in the order in which they build on each other. */
export function platform({ spec, supplied }: Settings): PlatformOutputs {
  const opts = { providers: providersFor(spec), transformations: transformationsFor(spec) };
  const keys = new Keys("keys", keysArgs(spec), opts);
  const network = new Network("network", networkArgs(spec, keys), opts);
  const recoveryNetwork = ifAsked(
    recoveryNetworkArgs(spec, keys),
    (args) => new Network("recovery-network", args, opts),
  );
  const monitoring = new Monitoring("monitoring", monitoringArgs(spec, keys), opts);
  const secrets = new Secrets("secrets", secretsArgs(spec, keys, supplied), opts);
  const neighbours = { keys, network, recoveryNetwork, monitoring };

  const database = new Database("database", databaseArgs(spec, neighbours), opts);
  const cache = ifAsked(cacheArgs(spec, neighbours), (args) => new Cache("cache", args, opts));
  const broker = ifAsked(brokerArgs(spec, neighbours), (args) => new Broker("broker", args, opts));
  const storage = new Storage("storage", storageArgs(spec, keys), opts);
  const destinations = { ...neighbours, secrets, database, cache, broker, storage };

  const cluster = ifAsked(
    clusterArgs(spec, neighbours),
    (args) => new Cluster("cluster", args, opts),
  );
  const inCluster = { ...opts, providers: [...opts.providers, ...providersOf(cluster)] };
  const clusterServices = ifAsked(
    clusterServicesArgs(spec, destinations, cluster),
    (args) => new ClusterServices("cluster-services", args, inCluster),
  );
  const bootstrap = ifAsked(
    bootstrapArgs(spec, { database, clusterServices }),
    (args) => new DatabaseBootstrap("database-bootstrap", args, inCluster),
  );
  ifAsked(
    verificationArgs(spec, { database, clusterServices }),
    (args) => new DatabaseVerification("database-verification", args, inCluster),
  );
  const edgeKeys = ifAsked(edgeKeysArgs(spec), (args) => new Keys("edge-keys", args, opts));
  const edge = ifAsked(
    edgeArgs(spec, { ...destinations, edgeKeys, clusterServices }),
    (args) => new Edge("edge", args, opts),
  );

  const surroundings = { ...destinations, clusterServices, bootstrap, edge };
  mapRecord(serviceArgs(spec, surroundings), (args, name) => new AppService(name, args, inCluster));
  mapRecord(jobArgs(spec, surroundings), (args, name) => new AppJob(name, args, inCluster));
  return outputsOf({ ...destinations, cluster, edge });
}

/** Providers for one account and region; everything is tagged, and nothing is made by default ones. */
function providersFor(spec: Spec): ProviderResource[] {
  return [
    new aws.Provider("aws", {
      region: spec.region as aws.Region,
      allowedAccountIds: [spec.account],
      defaultTags: { tags: tags(spec) },
    }),
    new random.Provider("random"),
  ];
}
