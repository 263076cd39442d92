import * as aws from "@pulumi/aws";
import { createEncryptedLogGroup } from "../encrypted-log-group";
import { createControlPlaneRole } from "./control-plane-role";
import type { Scope } from "./scope";

const logTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

/** The log group of a control plane: EKS writes nowhere else. */
export function logGroupNameOf({ settings }: Pick<Scope, "settings">): string {
  return `/aws/eks/${settings.clusterName}/cluster`;
}

/**
 * Makes the control plane. Its role outlives it, because EKS takes it to clear up, and so does its log group, which EKS
 * would make again without key and retention.
 */
export function createControlPlane(scope: Scope): aws.eks.Cluster {
  const { name, settings, stateful } = scope;
  const role = createControlPlaneRole(scope);
  const logGroup = createLogGroup(scope);
  const cidrs = settings.endpointAccess.publicAccessCidrs;
  return new aws.eks.Cluster(
    name,
    {
      region: settings.region,
      name: settings.clusterName,
      version: settings.kubernetesVersion,
      roleArn: role.arn,
      vpcConfig: {
        subnetIds: [...settings.privateSubnetIds],
        endpointPrivateAccess: true,
        endpointPublicAccess: cidrs.length > 0,
        ...(cidrs.length > 0 ? { publicAccessCidrs: [...cidrs] } : {}),
      },
      accessConfig: {
        authenticationMode: "API",
        bootstrapClusterCreatorAdminPermissions: false,
      },
      bootstrapSelfManagedAddons: false,
      encryptionConfig: { provider: { keyArn: settings.secretsKeyArn }, resources: ["secrets"] },
      enabledClusterLogTypes: logTypes,
      upgradePolicy: { supportType: "STANDARD" },
      zonalShiftConfig: { enabled: true },
      deletionProtection: settings.deletionProtection,
      tags: { Name: settings.clusterName },
    },
    {
      ...stateful,
      dependsOn: [...role.ready, logGroup],
      ignoreChanges: onlyAtCreation,
      customTimeouts: { create: "45m", update: "1h30m", delete: "30m" },
    },
  );
}

/** What AWS takes at creation and never tells again: an imported cluster would be replaced for it. */
const onlyAtCreation = [
  "accessConfig.bootstrapClusterCreatorAdminPermissions",
  "bootstrapSelfManagedAddons",
];

function createLogGroup(scope: Scope): aws.cloudwatch.LogGroup {
  const { region, logsKeyArn, logRetentionDays } = scope.settings;
  return createEncryptedLogGroup(
    {
      name: `${scope.name}-control-plane`,
      region,
      path: logGroupNameOf(scope),
      logsKeyArn,
      retentionDays: logRetentionDays,
    },
    scope.lasting,
  );
}
