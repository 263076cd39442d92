import { outsideOf, unless } from "../../problems/phrases";
import type { StorageSettings } from "../storage-settings";

/** What is wrong with where replicas stand, and with what is said of buckets beside them. */
export function placeProblems(settings: StorageSettings): readonly string[] {
  const { region, disasterRecovery, buckets, accessLogs, policyStatements } = settings;
  const replicated = Object.entries(buckets).filter(([, { replicate }]) => replicate);
  return [
    ...unless(
      disasterRecovery?.region !== region,
      `disasterRecovery.region must be another region than the buckets', got ${region}`,
    ),
    ...(disasterRecovery === undefined ? replicated : []).map(
      ([label]) => `buckets.${label}.replicate must be false without disasterRecovery, got true`,
    ),
    ...outsideOf("accessLogs.expirationDays", accessLogs.expirationDays, 1, 36_500),
    ...Object.keys(policyStatements).flatMap((label) =>
      unless(
        Object.hasOwn(buckets, label),
        `policyStatements.${label} must have the label of a bucket: ${Object.keys(buckets).join(", ")}`,
      ),
    ),
  ];
}
