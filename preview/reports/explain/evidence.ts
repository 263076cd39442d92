import type { Previewed } from "../../commands/preview-all";
import type { ResourceDocument } from "../../document";
import { nameOf } from "../../engine/urn";
import type { Evaluation } from "../../requirements/evaluate";
import type { Style } from "../style";
import { showVerdict, verdictWords } from "../verdict-words";
import { limit, type Cell, type PageOptions } from "./page";
import { reasonFor, ruleWords, shadeOf, worstFirst } from "./rule-verdict";

type Rows = readonly (readonly Cell[])[];

/** What each rule says of a resource, the worst first. */
export function verdictsOn(
  { urn }: ResourceDocument,
  { verdicts }: Previewed,
  { style }: PageOptions,
): Rows {
  const found = worstFirst(verdicts.filter((verdict) => verdict.urn === urn));
  return found.map((one) => [
    { text: ruleWords[one.verdict], paint: shadeOf(one.verdict, style) },
    { text: one.rule },
    { text: reasonFor(one) },
  ]);
}

/** How often rules came to each verdict on resources, then what did not pass. */
export function verdictsOnAll(
  resources: readonly ResourceDocument[],
  { verdicts }: Previewed,
  { style }: PageOptions,
): Rows {
  const urns = new Set(resources.map(({ urn }) => urn));
  const found = worstFirst(verdicts.filter(({ urn }) => urns.has(urn)));
  const counts = Object.entries(ruleWords).flatMap(([verdict, word]) => {
    const count = found.filter((one) => one.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  const notable = found.filter(({ verdict }) => verdict !== "pass" && verdict !== "notApplicable");
  return [
    ...(counts.length === 0 ? [] : [[{ text: counts.join(", ") }]]),
    ...notable.map((one) => [
      { text: ruleWords[one.verdict], paint: shadeOf(one.verdict, style) },
      { text: one.rule },
      { text: `${nameOf(one.urn)}: ${reasonFor(one)}` },
    ]),
  ];
}

const mostRequirements = 24;

/** The requirements with a proof that speaks of one of the resources: first those that select it themselves. */
export function requirementsOn(
  resources: readonly ResourceDocument[],
  { requirements }: Previewed,
  options: PageOptions,
): Rows {
  const urns = new Set(resources.map(({ urn }) => urn));
  const found = requirements.flatMap((evaluation) => {
    const proofs = evaluation.proofs.filter(({ witnesses }) =>
      witnesses.some(({ resource }) => urns.has(resource.urn)),
    );
    return proofs.length === 0 ? [] : [{ evaluation, rules: rulesAmong(proofs) }];
  });
  const direct = found.filter(({ rules }) => rules === "");
  const byRule = found.filter(({ rules }) => rules !== "");
  const { shown, more } = limit([...direct, ...byRule], options, mostRequirements);
  const rows = shown.map(({ evaluation: { row, verdict }, rules }) => [
    { text: verdictWords[verdict], paint: paintOf(verdict, options.style) },
    { text: row.id },
    { text: rules, paint: options.style.dim },
  ]);
  return more === "" ? rows : [...rows, [{ text: more }]];
}

/** The rules that are all the proofs there are; empty where another proof speaks of the resources, too. */
function rulesAmong(proofs: Evaluation["proofs"]): string {
  const rules = proofs.flatMap(({ proof }) => (proof.kind === "rule" ? [proof.rule] : []));
  return rules.length < proofs.length ? "" : `by rule ${rules.join(", ")}`;
}

function paintOf(verdict: Evaluation["verdict"], style: Style): (text: string) => string {
  return (text) => showVerdict(verdict, style, text.length);
}
