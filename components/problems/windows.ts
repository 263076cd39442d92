import { unless } from "./phrases";

/** A window as an argument states it. */
export interface StatedWindow {
  /** The argument. */
  readonly path: string;
  readonly text: string;
}

/** The windows of a store, which must not overlap. */
export interface Windows {
  /** Daily window for backups, `hh:mm-hh:mm`. */
  readonly backups: StatedWindow;
  /** Weekly window for maintenance, `ddd:hh:mm-ddd:hh:mm`. */
  readonly maintenance: StatedWindow;
  /** Minutes that each must last. */
  readonly leastMinutes: number;
}

interface Window {
  /** Minutes since midnight, or since Monday's. */
  readonly start: number;
  readonly length: number;
}

const minutesOfDay = 24 * 60;
const minutesOfWeek = 7 * minutesOfDay;

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const clock = "([01]\\d|2[0-3]):[0-5]\\d";
const moment = `(${days.join("|")}):${clock}`;

/** How a window is written and after how many minutes it comes again. */
const daily = { form: new RegExp(`^${clock}-${clock}$`), cycle: minutesOfDay };
const weekly = { form: new RegExp(`^${moment}-${moment}$`), cycle: minutesOfWeek };

/** What is wrong with the windows of a store. */
export function windowProblems({ backups, maintenance, leastMinutes }: Windows): readonly string[] {
  const each = parse(backups.text, daily);
  const once = parse(maintenance.text, weekly);
  return [
    ...formProblems(backups, each, leastMinutes, "03:00-04:00"),
    ...formProblems(maintenance, once, leastMinutes, "sun:05:00-sun:06:00"),
    ...unless(
      !each || !once || !meetsOnAnyDay(each, once),
      `${backups.path} must not overlap ${maintenance.path} ${maintenance.text}, got ${backups.text}`,
    ),
  ];
}

function formProblems(
  { path, text }: StatedWindow,
  window: Window | undefined,
  leastMinutes: number,
  example: string,
): readonly string[] {
  return unless(
    window !== undefined && window.length >= leastMinutes,
    `${path} must be a window in UTC of ${leastMinutes} minutes at least, such as ${example}, got ${text}`,
  );
}

function parse(text: string, { form, cycle }: typeof daily): Window | undefined {
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
