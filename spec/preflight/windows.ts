import type { Problem } from "../problem";
import { rule } from "./rule";

const day = 24 * 60;
const week = 7 * day;
const leastMinutes = 30;
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Minutes from the start of the week, and how long from there. */
interface Span {
  readonly start: number;
  readonly length: number;
}

/**
 * Windows that RDS accepts: half an hour at least, and backups not during maintenance.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
 */
export const windowRules = [
  rule(["database"], ({ database: { backup } }) =>
    long("database.backup.window", backup.window, dailySpan(backup.window)),
  ),
  rule(["database"], ({ database: { maintenanceWindow } }) =>
    long("database.maintenanceWindow", maintenanceWindow, weeklySpan(maintenanceWindow)),
  ),
  rule(["database"], ({ database: { backup, maintenanceWindow } }) =>
    apart(backup.window, maintenanceWindow),
  ),
];

function long(path: string, value: string, { length }: Span): readonly Problem[] {
  if (length >= leastMinutes) return [];
  return [
    {
      path,
      value,
      rule: `must last at least ${leastMinutes} minutes, and lasts ${length}`,
      fix: "set its end later",
    },
  ];
}

function apart(backup: string, maintenance: string): readonly Problem[] {
  const weekly = weeklySpan(maintenance);
  const { start, length } = dailySpan(backup);
  const meets = weekdays.some((_, index) =>
    overlap({ start: index * day + start, length }, weekly),
  );
  if (!meets) return [];
  return [
    {
      path: "database.backup.window",
      value: backup,
      rule: `must not overlap database.maintenanceWindow ${maintenance}`,
      fix: "move one of them",
    },
  ];
}

/** Whether two spans meet in a week that begins again after Sunday. */
function overlap(one: Span, other: Span): boolean {
  return within(one.start, other) || within(other.start, one);
}

function within(moment: number, { start, length }: Span): boolean {
  return modulo(moment - start, week) < length;
}

function dailySpan(window: string): Span {
  const [from = "", to = ""] = window.split("-");
  return { start: minutesOf(from), length: modulo(minutesOf(to) - minutesOf(from), day) };
}

function weeklySpan(window: string): Span {
  const [from = "", to = ""] = window.split("-");
  const start = momentOf(from);
  return { start, length: modulo(momentOf(to) - start, week) };
}

function momentOf(text: string): number {
  return weekdays.indexOf(text.slice(0, 3)) * day + minutesOf(text.slice(4));
}

function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(":").map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
