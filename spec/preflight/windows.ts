import type { Problem } from "../problem";
import { rule, sectionRule } from "./rule";

const day = 24 * 60;
const week = 7 * day;
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Minutes from the start of the week, and how long from there. */
interface Span {
  readonly start: number;
  readonly length: number;
}

/** A window as the spec states it. */
interface Stated {
  readonly path: string;
  readonly value: string;
}

/** The windows of a store, and how long its service wants each to be. */
interface Windows {
  readonly backups: Stated;
  readonly maintenance: Stated;
  readonly leastMinutes: number;
}

/**
 * Windows that RDS and ElastiCache accept: long enough, and backups not during maintenance.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html
 */
export const windowRules = [
  rule(["database"], ({ database: { backup, maintenanceWindow } }) =>
    acceptable({
      backups: { path: "database.backup.window", value: backup.window },
      maintenance: { path: "database.maintenanceWindow", value: maintenanceWindow },
      leastMinutes: 30,
    }),
  ),
  sectionRule("cache", [], ({ snapshot, maintenanceWindow }) =>
    acceptable({
      backups: { path: "cache.snapshot.window", value: snapshot.window },
      maintenance: { path: "cache.maintenanceWindow", value: maintenanceWindow },
      leastMinutes: 60,
    }),
  ),
];

function acceptable({ backups, maintenance, leastMinutes }: Windows): readonly Problem[] {
  const daily = dailySpan(backups.value);
  const weekly = weeklySpan(maintenance.value);
  return [
    ...long(backups, daily, leastMinutes),
    ...long(maintenance, weekly, leastMinutes),
    ...(meetsOnAnyDay(daily, weekly) ? [overlapping(backups, maintenance)] : []),
  ];
}

function long(stated: Stated, { length }: Span, leastMinutes: number): readonly Problem[] {
  if (length >= leastMinutes) return [];
  return [
    {
      ...stated,
      rule: `must last at least ${leastMinutes} minutes, and lasts ${length}`,
      fix: "set its end later",
    },
  ];
}

function overlapping(backups: Stated, maintenance: Stated): Problem {
  return {
    ...backups,
    rule: `must not overlap ${maintenance.path} ${maintenance.value}`,
    fix: "move one of them",
  };
}

function meetsOnAnyDay({ start, length }: Span, weekly: Span): boolean {
  return weekdays.some((_, index) => overlap({ start: index * day + start, length }, weekly));
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
