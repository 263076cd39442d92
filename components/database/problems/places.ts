import { outsideOf, unless } from "../../problems/phrases";
import type { DisasterRecoveryArgs } from "../recovery";
import type { Settings } from "../database-settings";

const leastSubnets = 2;

/** What is wrong with where a database and its copies stand. */
export function placeProblems(settings: Settings): readonly string[] {
  const { accountId, subnetIds, disasterRecovery, region } = settings;
  return [
    ...unless(/^\d{12}$/.test(accountId), `accountId must be 12 digits, got ${accountId}`),
    ...subnetProblems("subnetIds", subnetIds),
    ...(disasterRecovery === undefined ? [] : recoveryProblems(disasterRecovery, region)),
  ];
}

function recoveryProblems(recovery: DisasterRecoveryArgs, region: string): readonly string[] {
  return [
    ...unless(
      recovery.region !== region,
      `disasterRecovery.region must be another region than the database's, got ${region}`,
    ),
    ...(recovery.mode === "backups"
      ? outsideOf("disasterRecovery.retentionDays", recovery.retentionDays, 1, 35)
      : subnetProblems("disasterRecovery.subnetIds", recovery.subnetIds)),
  ];
}

function subnetProblems(path: string, subnets: readonly unknown[]): readonly string[] {
  return unless(
    subnets.length >= leastSubnets,
    `${path} must be subnets of at least ${leastSubnets} zones, got ${subnets.length}`,
  );
}
