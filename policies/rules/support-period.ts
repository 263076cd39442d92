import { fail, type Judgement, pass } from "../judgement";
import type { Property } from "../property";
import type { IntegerSetting } from "../setting";

/** How long before the end of its support a version is refused. */
export const noticeDays = {
  kind: "integer",
  description: "Days before the end of support from which a version is refused.",
  minimum: 0,
  maximum: 730,
  default: 0,
  stricter: "higher",
} as const satisfies IntegerSetting;

/** The day of the run, and how far ahead of it support must reach. */
interface Horizon {
  readonly today: string;
  readonly noticeDays: number;
}

/**
 * The version must be in standard support; one that is not listed is later than those that are.
 *
 * @param ends the last day of support by the start of a version, `YYYY-MM-DD`
 */
export function mustBeSupported(
  version: Property,
  ends: Readonly<Record<string, string>>,
  horizon: Horizon,
): Judgement {
  const text = String(version.value);
  const until = addDays(horizon.today, horizon.noticeDays);
  const listed = Object.keys(ends).find((one) => text === one || text.startsWith(`${one}.`));
  const end = listed === undefined ? undefined : ends[listed];
  if (end === undefined || end >= until) return pass;
  return fail(
    `${version.path} must be in standard support on ${until}, ${version.finding}, whose support ends on ${end}`,
  );
}

function addDays(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`) + days * 24 * 60 * 60 * 1000;
  return new Date(time).toISOString().slice(0, 10);
}
