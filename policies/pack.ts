import type { Rule } from "./rule";
import { databasePrivate } from "./rules/database-access";
import { databaseCustomerKey, databaseEncrypted } from "./rules/database-encryption";
import { databaseLogsExported } from "./rules/database-logs";
import { databaseParameterGroupOwn, databaseTlsForced } from "./rules/database-parameters";
import {
  databaseBackupsKept,
  databaseDeletionProtected,
  databaseFinalSnapshot,
  databaseMultiAz,
} from "./rules/database-recovery";
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
  databaseCustomerKey,
  databaseDeletionProtected,
  databaseEncrypted,
  databaseFinalSnapshot,
  databaseLogsExported,
  databaseMultiAz,
  databaseParameterGroupOwn,
  databasePrivate,
  databaseTlsForced,
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
