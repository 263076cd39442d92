import type { Rule } from "./rule";
import {
  clusterDeletionProtected,
  clusterEndpointLimited,
  clusterEndpointPrivate,
  clusterLogsDelivered,
  clusterSecretsEncrypted,
} from "./rules/cluster";
import { clusterAccessByEntries, clusterAccessByRoles } from "./rules/cluster-access";
import { clusterNodesSpread, nodeGroupPrivate, nodeGroupSshLimited } from "./rules/cluster-nodes";
import { clusterSupportStandard, clusterVersionSupported } from "./rules/cluster-version";
import {
  launchTemplateMetadataProtected,
  launchTemplatePrivate,
  launchTemplateVolumesEncrypted,
} from "./rules/launch-template";

/** The rules about clusters of EKS, their nodes and who may use them, sorted by id. */
export const clusterRules: readonly Rule[] = [
  clusterAccessByEntries,
  clusterAccessByRoles,
  clusterDeletionProtected,
  clusterEndpointLimited,
  clusterEndpointPrivate,
  clusterLogsDelivered,
  clusterNodesSpread,
  clusterSecretsEncrypted,
  clusterSupportStandard,
  clusterVersionSupported,
  launchTemplateMetadataProtected,
  launchTemplatePrivate,
  launchTemplateVolumesEncrypted,
  nodeGroupPrivate,
  nodeGroupSshLimited,
];
