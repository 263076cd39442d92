import type { Evaluation } from "../requirements/evaluate";
import type { Style } from "./style";

type Verdict = Evaluation["verdict"];

/** What a requirement comes to, as reports say it. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  proved: "proved",
  failed: "failing",
  unproved: "unproved",
  notApplicable: "does not apply",
};

const colors = {
  proved: "green",
  failed: "red",
  unproved: "yellow",
  notApplicable: "dim",
} as const satisfies Record<Verdict, keyof Style>;

/** A verdict in its colour, padded to a width. */
export function showVerdict(verdict: Verdict, style: Style, width = 0): string {
  return style[colors[verdict]](verdictWords[verdict].padEnd(width));
}
