import * as aws from "@pulumi/aws";
import type { Output } from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { Database } from "./components/database";
import { Keys } from "./components/keys";
import { Monitoring } from "./components/monitoring";
import { Network } from "./components/network";
import { Secrets } from "./components/secrets";
import type { Settings } from "./settings";
import { databaseArgs, keysArgs, monitoringArgs, networkArgs, secretsArgs, tagsOf } from "./wiring";

/** What other programs and operators need to know of a stack. */
export interface PlatformOutputs {
  readonly vpcId: Output<string>;
  readonly databaseEndpoint: Output<string>;
  readonly databaseMasterSecretArn: Output<string>;
  readonly secretArns: Readonly<Record<string, Output<string>>>;
  readonly topicArns: Readonly<Record<string, Output<string>>>;
}

/** The system, joined from its components in the order they build on each other. */
export function platform({ spec, supplied }: Settings): PlatformOutputs {
  const providers = [
    new aws.Provider("aws", {
      region: spec.region,
      allowedAccountIds: [spec.account],
      defaultTags: { tags: tagsOf(spec) },
    }),
    new random.Provider("random"),
  ];
  const keys = new Keys("keys", keysArgs(spec), { providers });
  const network = new Network("network", networkArgs(spec, keys), { providers });
  const monitoring = new Monitoring("monitoring", monitoringArgs(spec, keys), { providers });
  const secrets = new Secrets("secrets", secretsArgs(spec, keys, supplied), { providers });
  const database = new Database("database", databaseArgs(spec, keys, network, monitoring), {
    providers,
  });
  return {
    vpcId: network.vpcId,
    databaseEndpoint: database.endpoint,
    databaseMasterSecretArn: database.masterSecretArn,
    secretArns: secrets.arns,
    topicArns: monitoring.topicArns,
  };
}
