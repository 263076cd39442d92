import { clusterRules } from "./cluster-rules";
import { edgeRules } from "./edge-rules";
import { kubernetesRules } from "./kubernetes-rules";
import { podRules } from "./pod-rules";
import type { Rule } from "./rule";
import { brokerAuthenticated, brokerPrivate } from "./rules/broker-access";
import { brokerClusterTls, brokerCustomerKey, brokerTlsOnly } from "./rules/broker-encryption";
import { brokerLogsDelivered, brokerMonitored } from "./rules/broker-monitoring";
import { brokerScramSecretValid } from "./rules/broker-secret";
import { brokerTopicsDurable } from "./rules/broker-topics";
import { brokerZones } from "./rules/broker-zones";
import {
  bucketAclsDisabled,
  bucketPolicyPrivate,
  bucketPublicAccessBlocked,
} from "./rules/bucket-access";
import { bucketEncryptedByCustomerKey, bucketTlsOnly } from "./rules/bucket-encryption";
import { bucketLifecycleSet } from "./rules/bucket-lifecycle";
import { bucketAccessLogged } from "./rules/bucket-logs";
import {
  bucketKept,
  bucketObjectsLocked,
  bucketReplicated,
  bucketVersioned,
} from "./rules/bucket-recovery";
import { cacheAuthenticated, cacheSubnetGroupOwn } from "./rules/cache-access";
import { cacheCustomerKey, cacheEncrypted, cacheTlsRequired } from "./rules/cache-encryption";
import {
  cacheFailoverAutomatic,
  cacheFinalSnapshot,
  cacheMultiAz,
  cacheSnapshotsKept,
} from "./rules/cache-recovery";
import { cacheLogsDelivered, cacheMinorUpgradesAutomatic } from "./rules/cache-upkeep";
import {
  databaseIamAuthentication,
  databasePasswordKeptOut,
  databasePrivate,
  databaseProxyTls,
} from "./rules/database-access";
import {
  databaseCustomerKey,
  databaseEncrypted,
  databaseReplicaEncrypted,
} from "./rules/database-encryption";
import { databaseLogsExported } from "./rules/database-logs";
import { databaseInsightsEncrypted, databaseMonitored } from "./rules/database-monitoring";
import { databaseParameterGroupOwn, databaseTlsForced } from "./rules/database-parameters";
import { databaseQueriesLogged } from "./rules/database-queries";
import {
  databaseBackupsKept,
  databaseDeletionProtected,
  databaseFinalSnapshot,
  databaseMultiAz,
} from "./rules/database-recovery";
import { databaseSnapshotEncrypted, databaseSnapshotPrivate } from "./rules/database-snapshot";
import {
  databaseCertificateCurrent,
  databaseMinorUpgradesAutomatic,
  databaseTagsCopiedToSnapshots,
} from "./rules/database-upkeep";
import { databaseVersionSupported } from "./rules/database-version";
import { generatedSecretStrong } from "./rules/generated-secret";
import { iamAdministratorDetached, iamUsersAbsent } from "./rules/iam";
import { iamPolicyLimited } from "./rules/iam-policy";
import { iamRoleTrustLimited } from "./rules/iam-trust";
import { keyDeletionDelayed, keyPolicyLimited, keyRotated } from "./rules/key";
import { logGroupCustomerKey, logGroupRetentionSet } from "./rules/log-group";
import {
  networkDefaultSecurityGroupClosed,
  networkDnsLogged,
  networkFlowLogged,
} from "./rules/network";
import { networkAclLimited } from "./rules/network-acl";
import { networkNatPerZone } from "./rules/network-nat";
import { networkSubnetPrivate } from "./rules/network-subnet";
import { parameterEncrypted } from "./rules/parameter";
import { queueEncrypted, queuePolicyPrivate } from "./rules/queue";
import {
  secretCustomerKey,
  secretDescribed,
  secretPolicyPrivate,
  secretRecoverable,
} from "./rules/secret";
import { secretRotated } from "./rules/secret-rotation";
import { secretStrong } from "./rules/secret-strength";
import { secretValuesEncrypted } from "./rules/secret-values";
import {
  securityGroupDescribed,
  securityGroupEgressLimited,
  securityGroupIngressLimited,
} from "./rules/security-group";
import { topicEncrypted, topicPolicyPrivate } from "./rules/topic";

/** The pack's name for the engine. */
export const packName = "groundwork";

/** The rules about networks, identities and data, sorted by id. */
const platformRules: readonly Rule[] = [
  brokerAuthenticated,
  brokerClusterTls,
  brokerCustomerKey,
  brokerLogsDelivered,
  brokerMonitored,
  brokerPrivate,
  brokerScramSecretValid,
  brokerTlsOnly,
  brokerTopicsDurable,
  brokerZones,
  bucketAccessLogged,
  bucketAclsDisabled,
  bucketEncryptedByCustomerKey,
  bucketKept,
  bucketLifecycleSet,
  bucketObjectsLocked,
  bucketPolicyPrivate,
  bucketPublicAccessBlocked,
  bucketReplicated,
  bucketTlsOnly,
  bucketVersioned,
  cacheAuthenticated,
  cacheCustomerKey,
  cacheEncrypted,
  cacheFailoverAutomatic,
  cacheFinalSnapshot,
  cacheLogsDelivered,
  cacheMinorUpgradesAutomatic,
  cacheMultiAz,
  cacheSnapshotsKept,
  cacheSubnetGroupOwn,
  cacheTlsRequired,
  databaseBackupsKept,
  databaseCertificateCurrent,
  databaseCustomerKey,
  databaseDeletionProtected,
  databaseEncrypted,
  databaseFinalSnapshot,
  databaseIamAuthentication,
  databaseInsightsEncrypted,
  databaseLogsExported,
  databaseMinorUpgradesAutomatic,
  databaseMonitored,
  databaseMultiAz,
  databaseParameterGroupOwn,
  databasePasswordKeptOut,
  databasePrivate,
  databaseProxyTls,
  databaseQueriesLogged,
  databaseReplicaEncrypted,
  databaseSnapshotEncrypted,
  databaseSnapshotPrivate,
  databaseTagsCopiedToSnapshots,
  databaseTlsForced,
  databaseVersionSupported,
  generatedSecretStrong,
  iamAdministratorDetached,
  iamPolicyLimited,
  iamRoleTrustLimited,
  iamUsersAbsent,
  keyDeletionDelayed,
  keyPolicyLimited,
  keyRotated,
  logGroupCustomerKey,
  logGroupRetentionSet,
  networkAclLimited,
  networkDefaultSecurityGroupClosed,
  networkDnsLogged,
  networkFlowLogged,
  networkNatPerZone,
  networkSubnetPrivate,
  parameterEncrypted,
  queueEncrypted,
  queuePolicyPrivate,
  secretCustomerKey,
  secretDescribed,
  secretPolicyPrivate,
  secretRecoverable,
  secretRotated,
  secretStrong,
  secretValuesEncrypted,
  securityGroupDescribed,
  securityGroupEgressLimited,
  securityGroupIngressLimited,
  topicEncrypted,
  topicPolicyPrivate,
];

/** Every rule of the pack, sorted by id. */
export const rules: readonly Rule[] = [
  ...platformRules,
  ...clusterRules,
  ...edgeRules,
  ...kubernetesRules,
  ...podRules,
].sort((a, b) => (a.id < b.id ? -1 : 1));
