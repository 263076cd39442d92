import * as aws from "@pulumi/aws";
import type { Output } from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { Broker } from "./components/broker";
import { Cache } from "./components/cache";
import { Cluster } from "./components/cluster";
import { ClusterServices } from "./components/cluster-services";
import { Database } from "./components/database";
import { Keys } from "./components/keys";
import { Monitoring } from "./components/monitoring";
import { Network } from "./components/network";
import { Secrets } from "./components/secrets";
import { Storage } from "./components/storage";
import type { Settings } from "./settings";
import { brokerArgs } from "./wiring/broker";
import { cacheArgs } from "./wiring/cache";
import { clusterArgs, clusterServicesArgs } from "./wiring/cluster";
import { databaseArgs } from "./wiring/database";
import { ifAsked } from "./wiring/if-asked";
import { keysArgs } from "./wiring/keys";
import { monitoringArgs } from "./wiring/monitoring";
import { networkArgs, recoveryNetworkArgs } from "./wiring/network";
import { tags } from "./wiring/place";
import { secretsArgs } from "./wiring/secrets";
import { storageArgs } from "./wiring/storage";
import { whereSet } from "./wiring/where-set";

/** What other programs and operators need to know of a stack. */
export interface PlatformOutputs {
  readonly vpcId: Output<string>;
  readonly databaseEndpoint: Output<string>;
  readonly databaseMasterSecretArn: Output<string>;
  /** `host:port` of the cache; left out for a system without. */
  readonly cacheEndpoint?: Output<string>;
  /** `host:port` of brokers, for clients that IAM knows; left out for a system without. */
  readonly brokerEndpoints?: Output<string>;
  /** Address of the cluster's API server; left out for a system without. */
  readonly clusterEndpoint?: Output<string>;
  readonly bucketNames: Readonly<Record<string, Output<string>>>;
  readonly secretArns: Readonly<Record<string, Output<string>>>;
  readonly topicArns: Readonly<Record<string, Output<string>>>;
}

/** The system, joined from its components in the order in which they build on each other. */
export function platform({ spec, supplied }: Settings): PlatformOutputs {
  const opts = {
    providers: [
      new aws.Provider("aws", {
        region: spec.region as aws.Region,
        allowedAccountIds: [spec.account],
        defaultTags: { tags: tags(spec) },
      }),
      new random.Provider("random"),
    ],
  };
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
  const cluster = ifAsked(
    clusterArgs(spec, neighbours),
    (args) => new Cluster("cluster", args, opts),
  );
  const sources = { ...neighbours, secrets, database, cache };
  ifAsked(cluster, (made) => {
    const within = { providers: [...opts.providers, made.provider] };
    ifAsked(
      clusterServicesArgs(spec, sources, made),
      (args) => new ClusterServices("cluster-services", args, within),
    );
  });
  return {
    vpcId: network.vpcId,
    databaseEndpoint: database.endpoint,
    databaseMasterSecretArn: database.masterSecretArn,
    ...whereSet("cacheEndpoint", cache?.endpoint),
    ...whereSet("clusterEndpoint", cluster?.endpoint),
    ...whereSet("brokerEndpoints", broker?.bootstrapBrokersSaslIam),
    bucketNames: storage.bucketNames,
    secretArns: secrets.arns,
    topicArns: monitoring.topicArns,
  };
}
