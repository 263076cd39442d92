import * as aws from "@pulumi/aws";
import type { Output } from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { Database } from "./components/database";
import { Keys } from "./components/keys";
import { Monitoring } from "./components/monitoring";
import { Network } from "./components/network";
import { Secrets } from "./components/secrets";
import type { Settings } from "./settings";
import { databaseArgs, keysArgs, monitoringArgs, networkArgs, secretsArgs, tags } from "./wiring";

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
  const network = new Network("network", networkArgs(spec, keys.arns), opts);
  const monitoring = new Monitoring("monitoring", monitoringArgs(spec, keys.arns), opts);
  const secrets = new Secrets("secrets", secretsArgs(spec, keys, supplied), opts);
  const database = new Database(
    "database",
    databaseArgs(spec, { keys, network, monitoring }),
    opts,
  );
  return {
    vpcId: network.vpcId,
    databaseEndpoint: database.endpoint,
    databaseMasterSecretArn: database.masterSecretArn,
    secretArns: secrets.arns,
    topicArns: monitoring.topicArns,
  };
}
