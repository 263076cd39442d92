import { accepts, refuses } from "./table";

function windows(backup: string, maintenanceWindow: string): object {
  return { database: { backup: { window: backup }, maintenanceWindow } };
}

const overlap = (backup: string, maintenance: string) => ({
  path: "database.backup.window",
  value: backup,
  rule: `must not overlap database.maintenanceWindow ${maintenance}`,
  fix: "move one of them",
});

describe("preflight of windows", () => {
  refuses([
    [
      "backups have less than half an hour",
      windows("03:00-03:29", "sun:05:00-sun:06:00"),
      {
        path: "database.backup.window",
        value: "03:00-03:29",
        rule: "must last at least 30 minutes, and lasts 29",
        fix: "set its end later",
      },
    ],
    [
      "maintenance ends when it begins",
      windows("03:00-04:00", "sun:05:00-sun:05:00"),
      {
        path: "database.maintenanceWindow",
        value: "sun:05:00-sun:05:00",
        rule: "must last at least 30 minutes, and lasts 0",
        fix: "set its end later",
      },
    ],
    [
      "maintenance begins during a backup",
      windows("03:00-04:00", "wed:03:59-wed:05:00"),
      overlap("03:00-04:00", "wed:03:59-wed:05:00"),
    ],
    [
      "a backup begins during maintenance",
      windows("03:00-04:00", "wed:02:00-wed:03:01"),
      overlap("03:00-04:00", "wed:02:00-wed:03:01"),
    ],
    [
      "a backup reaches over midnight into maintenance",
      windows("23:30-00:30", "mon:00:00-mon:01:00"),
      overlap("23:30-00:30", "mon:00:00-mon:01:00"),
    ],
    [
      "maintenance reaches over the end of the week into a backup",
      windows("00:15-01:00", "sun:23:30-mon:00:30"),
      overlap("00:15-01:00", "sun:23:30-mon:00:30"),
    ],
  ]);
  accepts([
    ["windows that touch", windows("03:00-04:00", "wed:04:00-wed:05:00")],
    ["windows that touch at midnight", windows("23:30-00:00", "thu:00:00-thu:00:30")],
    ["half an hour over midnight", windows("23:45-00:15", "thu:12:00-thu:13:00")],
  ]);
});
