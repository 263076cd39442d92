import type { Output } from "@pulumi/pulumi";
import type { Cluster } from "../components/cluster";
import type { Edge } from "../components/edge";
import type { Destinations } from "./connections";
import { whereSet } from "./where-set";

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
  /** Address of each service that the internet reaches, by name; left out where it reaches none. */
  readonly urls?: Readonly<Record<string, string>>;
  /** Where static files are fetched from; left out for a system without. */
  readonly distributionDomain?: Output<string>;
  readonly bucketNames: Readonly<Record<string, Output<string>>>;
  readonly secretArns: Readonly<Record<string, Output<string>>>;
  readonly topicArns: Readonly<Record<string, Output<string>>>;
}

/** What was made, as far as others need to know of it. */
interface Made extends Destinations {
  readonly cluster: Cluster | undefined;
  readonly edge: Edge | undefined;
}

/** The outputs of a stack. */
export function outputsOf(made: Made): PlatformOutputs {
  const { network, monitoring, secrets, database, cache, broker, storage, cluster, edge } = made;
  return {
    vpcId: network.vpcId,
    databaseEndpoint: database.endpoint,
    databaseMasterSecretArn: database.masterSecretArn,
    ...whereSet("cacheEndpoint", cache?.endpoint),
    ...whereSet("brokerEndpoints", broker?.bootstrapBrokersSaslIam),
    ...whereSet("clusterEndpoint", cluster?.endpoint),
    ...whereSet("urls", edge?.urls),
    ...whereSet("distributionDomain", edge?.distributionDomain),
    bucketNames: storage.bucketNames,
    secretArns: secrets.arns,
    topicArns: monitoring.topicArns,
  };
}
