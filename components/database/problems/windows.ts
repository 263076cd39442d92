import type { Settings } from "../database-settings";
import { unless } from "./phrases";

interface Window {
  /** Minutes since midnight, or since Monday's. */
  readonly start: number;
  readonly length: number;
}

const minutesOfDay = 24 * 60;
const minutesOfWeek = 7 * minutesOfDay;
const leastMinutes = 30;

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const clock = "([01]\\d|2[0-3]):[0-5]\\d";
const moment = `(${days.join("|")}):${clock}`;
const daily = new RegExp(`^${clock}-${clock}$`);
const weekly = new RegExp(`^${moment}-${moment}$`);

/** What is wrong with the windows for backups and maintenance. */
export function windowProblems({ backup, maintenanceWindow }: Settings): readonly string[] {
  const backups = parse(backup.window, daily, minutesOfDay);
  const maintenance = parse(maintenanceWindow, weekly, minutesOfWeek);
  return [
    ...formProblems("backup.window", backup.window, backups, "03:00-04:00"),
    ...formProblems("maintenanceWindow", maintenanceWindow, maintenance, "sun:05:00-sun:06:00"),
    ...unless(
      !backups || !maintenance || !meetsOnAnyDay(backups, maintenance),
      `backup.window must not overlap maintenanceWindow ${maintenanceWindow}, got ${backup.window}`,
    ),
  ];
}

function formProblems(
  path: string,
  text: string,
  window: Window | undefined,
  example: string,
): readonly string[] {
  return unless(
    window !== undefined && window.length >= leastMinutes,
    `${path} must be a window in UTC of ${leastMinutes} minutes at least, such as ${example}, got ${text}`,
  );
}

function parse(text: string, form: RegExp, cycle: number): Window | undefined {
  if (!form.test(text)) return undefined;
  const [start = 0, end = 0] = text.split("-").map(minutesOf);
  return { start, length: (end - start + cycle) % cycle };
}

function minutesOf(moment: string): number {
  const [minute, hour, day = "mon"] = moment.split(":").reverse();
  return days.indexOf(day) * minutesOfDay + Number(hour) * 60 + Number(minute);
}

function meetsOnAnyDay(daily: Window, weekly: Window): boolean {
  return days.some((_, day) =>
    meets({ ...daily, start: daily.start + day * minutesOfDay }, weekly),
  );
}

function meets(one: Window, other: Window): boolean {
  return isWithin(other.start, one) || isWithin(one.start, other);
}

function isWithin(minute: number, { start, length }: Window): boolean {
  return (minute - start + minutesOfWeek) % minutesOfWeek < length;
}
