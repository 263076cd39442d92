import type { Rule } from "./rule";
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

/** Every rule of the pack, sorted by id. */
export const rules: readonly Rule[] = [
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
