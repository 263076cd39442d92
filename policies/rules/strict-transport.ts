import type { Judgement } from "../judgement";
import { must } from "../must";
import type { Property } from "../property";
import type { IntegerSetting } from "../setting";

/** How long browsers must be told to ask for HTTPS only: a year, which lists of such sites ask for too. */
export const yearInSeconds = {
  kind: "integer",
  description: "Seconds for which browsers must be told to ask for HTTPS only.",
  minimum: 0,
  maximum: 63072000,
  default: 31536000,
  stricter: "higher",
} as const satisfies IntegerSetting;

/** The header Strict-Transport-Security must hold for so long. */
export function mustLast(header: Property, minimumSeconds: number): Judgement {
  return must(header, `say max-age=${minimumSeconds.toString()} or more`, (value) => {
    const seconds = /(?:^|;)\s*max-age="?(\d+)"?\s*(?:;|$)/i.exec(String(value))?.[1];
    return seconds !== undefined && Number(seconds) >= minimumSeconds;
  });
}
