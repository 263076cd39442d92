import type { Verdict } from "@groundwork/policies/verdict";
import type { Style } from "../style";

/** What a rule says of a resource, as reports say it, the worst first. */
export const ruleWords: Readonly<Record<Verdict["verdict"], string>> = {
  fail: "failed",
  undecided: "undecided",
  exempt: "exempt",
  pass: "passed",
  notApplicable: "not applicable",
};

const colors = {
  fail: "red",
  undecided: "yellow",
  exempt: "yellow",
  pass: "green",
  notApplicable: "dim",
} as const satisfies Record<Verdict["verdict"], keyof Style>;

/** The colour of a verdict. */
export function shadeOf(verdict: Verdict["verdict"], style: Style): Style["dim"] {
  return style[colors[verdict]];
}

/** Verdicts with the worst first, those alike by rule and resource. */
export function worstFirst(verdicts: readonly Verdict[]): readonly Verdict[] {
  const order = Object.keys(ruleWords);
  const key = ({ verdict, rule, urn }: Verdict): string =>
    `${order.indexOf(verdict)} ${rule} ${urn}`;
  return [...verdicts].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Why a rule says what it says of a resource; empty where it passed. */
export function reasonFor({ message = "", exemption }: Verdict): string {
  if (exemption === undefined) return message;
  const { reason, owner, expires } = exemption;
  return `${message}; exempt until ${expires}: ${reason} (${owner})`;
}
