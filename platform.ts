import * as aws from "@pulumi/aws";
import type { Output } from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { Database } from "./components/database";
import { Keys } from "./components/keys";
import { Monitoring } from "./components/monitoring";
import { Network } from "./components/network";
import { Secrets } from "./components/secrets";
import type { Settings } from "./settings";
import { databaseArgs } from "./wiring/database";
import { keysArgs } from "./wiring/keys";
import { monitoringArgs } from "./wiring/monitoring";
import { networkArgs, recoveryNetworkArgs } from "./wiring/network";
import { tags } from "./wiring/place";
import { secretsArgs } from "./wiring/secrets";

/** What other programs and operators need to know of a stack. */
export interface PlatformOutputs {
  readonly vpcId: Output<string>;
  readonly databaseEndpoint: Output<string>;
  readonly databaseMasterSecretArn: Output<string>;
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
  const recovery = recoveryNetworkArgs(spec, keys);
  const recoveryNetwork = recovery && new Network("recovery-network", recovery, opts);
  const monitoring = new Monitoring("monitoring", monitoringArgs(spec, keys), opts);
  const secrets = new Secrets("secrets", secretsArgs(spec, keys, supplied), opts);
  const neighbours = { keys, network, recoveryNetwork, monitoring };
  const database = new Database("database", databaseArgs(spec, neighbours), opts);
  return {
    vpcId: network.vpcId,
    databaseEndpoint: database.endpoint,
    databaseMasterSecretArn: database.masterSecretArn,
    secretArns: secrets.arns,
    topicArns: monitoring.topicArns,
  };
}
