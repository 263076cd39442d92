import * as aws from "@pulumi/aws";
import { authenticationInputs } from "./authentication";
import { brokersOf } from "./brokers";
import { createConfiguration } from "./configuration";
import { createLogGroup } from "./log-group";
import { monitoringInputs } from "./monitoring";
import type { Scope } from "./scope";
import { storageIgnores, storageInputs } from "./storage";

/** MSK makes and changes brokers one after the other. */
const timeout = "120m";

/** Makes the cluster, its configuration and its log group before it. */
export function createCluster(
  scope: Scope,
  { id: securityGroupId }: aws.ec2.SecurityGroup,
): aws.msk.Cluster {
  const { name, settings, stateful } = scope;
  const configuration = createConfiguration(scope);
  const logGroup = createLogGroup(scope);
  return new aws.msk.Cluster(
    name,
    {
      region: settings.region,
      clusterName: settings.clusterName,
      kafkaVersion: settings.kafkaVersion,
      numberOfBrokerNodes: brokersOf(settings),
      brokerNodeGroupInfo: {
        instanceType: settings.instanceType,
        clientSubnets: [...settings.subnetIds],
        securityGroups: [securityGroupId],
        connectivityInfo: { publicAccess: { type: "DISABLED" } },
        storageInfo: { ebsStorageInfo: storageInputs(settings) },
      },
      clientAuthentication: authenticationInputs(settings),
      configurationInfo: { arn: configuration.arn, revision: configuration.latestRevision },
      encryptionInfo: {
        encryptionAtRestKmsKeyArn: settings.dataKeyArn,
        encryptionInTransit: { clientBroker: "TLS", inCluster: true },
      },
      ...monitoringInputs(settings),
      loggingInfo: {
        brokerLogs: { cloudwatchLogs: { enabled: true, logGroup: logGroup.name } },
      },
      tags: { Name: settings.clusterName },
    },
    {
      ...stateful,
      ignoreChanges: storageIgnores(settings),
      customTimeouts: { create: timeout, update: timeout, delete: timeout },
    },
  );
}
