import { windowProblems } from "../problems/windows";
import type { DatabaseArgs } from "./args";
import { engineProblems } from "./problems/engine";
import { exclusionProblems } from "./problems/exclusions";
import { monitoringProblems } from "./problems/monitoring";
import { nameProblems } from "./problems/names";
import { parameterProblems } from "./problems/parameters";
import { placeProblems } from "./problems/places";
import { restoreProblems } from "./problems/restore";
import { storageProblems } from "./problems/storage";
import { settingsOf, type Settings } from "./database-settings";

const checks: readonly ((settings: Settings) => readonly string[])[] = [
  nameProblems,
  placeProblems,
  engineProblems,
  storageProblems,
  ({ backup, maintenanceWindow }) =>
    windowProblems({
      backups: { path: "backup.window", text: backup.window },
      maintenance: { path: "maintenanceWindow", text: maintenanceWindow },
      leastMinutes: 30,
    }),
  parameterProblems,
  monitoringProblems,
  restoreProblems,
  exclusionProblems,
];

/** Everything that AWS would refuse of the arguments, a sentence each; none when they can work. */
export function validateDatabase(args: DatabaseArgs): readonly string[] {
  const settings = settingsOf(args);
  return checks.flatMap((check) => check(settings));
}
