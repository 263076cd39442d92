import { outsideOf, shown, unless } from "../../problems/phrases";
import type { Settings } from "../database-settings";

/**
 * Which settings exclude each other.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html for managed passwords
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments-considerations.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-endpoints.html
 */
export function exclusionProblems(settings: Settings): readonly string[] {
  const { availabilityZone, multiAz, proxy, applicationUser } = settings;
  return [
    ...unless(
      availabilityZone === undefined || !multiAz,
      `availabilityZone must be left out with multiAz, got ${shown(availabilityZone)}`,
    ),
    ...unless(
      proxy === undefined || applicationUser !== undefined,
      "applicationUser must be set with proxy, which logs in by its secret, got nothing",
    ),
    ...unless(
      proxy?.readOnlyEndpoint !== true,
      "proxy.readOnlyEndpoint must be false, got true: RDS Proxy serves an instance for writing only, read from readerEndpoint",
    ),
    ...passwordProblems(settings),
    ...blueGreenProblems(settings),
    ...backupProblems(settings),
  ];
}

function passwordProblems(settings: Settings): readonly string[] {
  if (settings.credentials.mode === "rotated") return [];
  return copiesOf(settings).map(
    (copy) =>
      `credentials.mode must be rotated with ${copy}, got managed: RDS copies no instance whose password it manages`,
  );
}

function blueGreenProblems({ blueGreenUpdates, ...settings }: Settings): readonly string[] {
  if (!blueGreenUpdates) return [];
  const { readReplicas, disasterRecovery, proxy } = settings;
  return [
    ...(Object.keys(readReplicas).length > 0 ? ["readReplicas"] : []),
    ...(disasterRecovery?.mode === "replica" ? ["a replica for disasterRecovery"] : []),
    ...(proxy === undefined ? [] : ["proxy"]),
  ].map((other) => `blueGreenUpdates must be false with ${other}, got true`);
}

function backupProblems(settings: Settings): readonly string[] {
  const { backup, disasterRecovery } = settings;
  const needs = [
    ...copiesOf(settings),
    ...(disasterRecovery?.mode === "backups" ? ["backups for disasterRecovery"] : []),
  ];
  return [
    ...outsideOf("backup.retentionDays", backup.retentionDays, 0, 35),
    ...(backup.retentionDays === 0 ? needs : []).map(
      (need) => `backup.retentionDays must be at least 1 with ${need}, got 0`,
    ),
  ];
}

/** What makes RDS copy the instance. */
function copiesOf({
  readReplicas,
  disasterRecovery,
  blueGreenUpdates,
}: Settings): readonly string[] {
  return [
    ...(Object.keys(readReplicas).length > 0 ? ["readReplicas"] : []),
    ...(disasterRecovery?.mode === "replica" ? ["a replica for disasterRecovery"] : []),
    ...(blueGreenUpdates ? ["blueGreenUpdates"] : []),
  ];
}
