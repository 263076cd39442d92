import { logRetentionProblems, secretRecoveryProblems } from "../problems/periods";
import type { BrokerArgs } from "./args";
import { settingsOf, type Settings } from "./broker-settings";
import { authenticationProblems } from "./problems/authentication";
import { brokerProblems } from "./problems/brokers";
import { nameProblems } from "./problems/names";
import { propertyProblems } from "./problems/properties";
import { storageProblems } from "./problems/storage";
import { topicProblems } from "./problems/topics";

const checks: readonly ((settings: Settings) => readonly string[])[] = [
  nameProblems,
  brokerProblems,
  storageProblems,
  propertyProblems,
  authenticationProblems,
  topicProblems,
  ({ monitoring }) =>
    logRetentionProblems("monitoring.logRetentionDays", monitoring.logRetentionDays),
  ({ secretRecoveryDays }) => secretRecoveryProblems("secretRecoveryDays", secretRecoveryDays),
];

/** Everything that AWS would refuse of the arguments, a sentence each; none when they can work. */
export function validateBroker(args: BrokerArgs): readonly string[] {
  const settings = settingsOf(args);
  return checks.flatMap((check) => check(settings));
}
