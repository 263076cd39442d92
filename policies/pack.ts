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
import { keyDeletionDelayed, keyRotated } from "./rules/key";
import { logGroupCustomerKey, logGroupRetentionSet } from "./rules/log-group";
import { networkDefaultSecurityGroupClosed, networkFlowLogged } from "./rules/network";
import { secretCustomerKey, secretRecoverable } from "./rules/secret";
import { secretValuesEncrypted } from "./rules/secret-values";
import { securityGroupIngressLimited } from "./rules/security-group";

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
  keyDeletionDelayed,
  keyRotated,
  logGroupCustomerKey,
  logGroupRetentionSet,
  networkDefaultSecurityGroupClosed,
  networkFlowLogged,
  secretCustomerKey,
  secretRecoverable,
  secretValuesEncrypted,
  securityGroupIngressLimited,
];
