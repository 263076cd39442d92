import { logRetentionProblems, secretRecoveryProblems } from "../../problems/periods";
import { outsideOf } from "../../problems/phrases";
import { windowProblems } from "../../problems/windows";
import type { Settings } from "../cache-settings";

/** What is wrong with when and for how long a cache keeps what it keeps. */
export function periodProblems(settings: Settings): readonly string[] {
  const { snapshot, maintenanceWindow, monitoring, secretRecoveryDays } = settings;
  return [
    ...outsideOf("snapshot.retentionDays", snapshot.retentionDays, 0, 35),
    ...windowProblems({
      backups: { path: "snapshot.window", text: snapshot.window },
      maintenance: { path: "maintenanceWindow", text: maintenanceWindow },
      leastMinutes: 60,
    }),
    ...logRetentionProblems("monitoring.logRetentionDays", monitoring.logRetentionDays),
    ...secretRecoveryProblems("secretRecoveryDays", secretRecoveryDays),
  ];
}
