import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { isTimeZone } from "../time-zone";
import { rule } from "./rule";

type Schedule = NonNullable<Spec["jobs"][string]["schedule"]>;

/** What a part of a schedule may be. */
interface Part {
  readonly what: string;
  readonly least: number;
  readonly most: number;
  readonly names?: readonly string[];
}

/**
 * The parts of a schedule as Kubernetes reads them. Sunday is 0, and not 7.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
 * @see https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format
 */
const parts: readonly Part[] = [
  { what: "minutes", least: 0, most: 59 },
  { what: "hours", least: 0, most: 23 },
  { what: "days of the month", least: 1, most: 31 },
  {
    what: "months",
    least: 1,
    most: 12,
    names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
  },
  {
    what: "days of the week",
    least: 0,
    most: 6,
    names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
  },
];

/** Schedules that Kubernetes keeps. */
export const jobScheduleRules = [
  rule(["jobs"], ({ jobs }) =>
    Object.entries(jobs).flatMap(([name, { schedule }]) =>
      schedule === undefined ? [] : kept(`jobs.${name}.schedule`, schedule),
    ),
  ),
  rule(["database"], ({ database: { verification } }) =>
    verification === undefined ? [] : kept("database.verification.schedule", verification.schedule),
  ),
];

function kept(path: string, { cron, timeZone }: Schedule): readonly Problem[] {
  const texts = cron.split(" ");
  const wrong = parts
    .filter((part, index) => !(texts[index] ?? "").split(",").every((each) => fits(each, part)))
    .map(({ what, least, most }) => ({
      path: `${path}.cron`,
      value: cron,
      rule: `must have ${what} from ${least} to ${most}, * for every, - between two and / before a step`,
      fix: "write it such as 0 2 * * 0, at two on Sundays",
    }));
  return isExact(timeZone)
    ? wrong
    : [
        ...wrong,
        {
          path: `${path}.timeZone`,
          value: timeZone,
          rule: "must be an IANA time zone, in its own spelling",
          fix: "write one such as Africa/Lusaka",
        },
      ];
}

/** Whether one of a part's alternatives, such as `1-5` or `*` with `/15`, lies within its range. */
function fits(text: string, part: Part): boolean {
  const [range = "", ...steps] = text.split("/");
  if (steps.length > 1 || !steps.every((step) => /^0*[1-9]\d*$/.test(step))) return false;
  return range === "*" || range === "?" || lies(range.split("-"), part);
}

function lies(ends: readonly string[], part: Part): boolean {
  const [first = NaN, last = first] = ends.map((end) => numberOf(end, part));
  return ends.length <= 2 && part.least <= first && first <= last && last <= part.most;
}

/** NaN for what is none, which lies in no range. */
function numberOf(text: string, { least, names = [] }: Part): number {
  const named = names.indexOf(text.toLowerCase());
  if (named >= 0) return least + named;
  return /^\d+$/.test(text) ? Number(text) : NaN;
}

/** The cluster looks zones up by their exact names, and knows no offsets. */
function isExact(timeZone: string): boolean {
  return /^[A-Z][\w+-]*(\/[A-Z][\w+-]*)*$/.test(timeZone) && isTimeZone(timeZone);
}
