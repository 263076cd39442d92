import { standardsOf } from "@groundwork/policies/describe";
import type { Level, Rule } from "@groundwork/policies/rule";
import type { Verdict } from "@groundwork/policies/verdict";
import type { Previewed } from "../../commands/preview-all";
import { nameOf } from "../../engine/urn";
import { show } from "../../requirements/show";
import { groupBy } from "../group";
import { field, heading, limit, paragraph, table, type Cell, type PageOptions } from "./page";
import { reasonFor, ruleWords, shadeOf, worstFirst } from "./rule-verdict";

/** A rule in full: what it asks for and why, and on each stack how it is set and what it judged. */
export function explainRule(
  rule: Rule,
  stacks: readonly Previewed[],
  options: PageOptions,
): string {
  const when = rule.scope === "resource" ? "before each is created" : "in the whole stack";
  return [
    ...heading(rule.id, "rule of the policy pack", options),
    ...paragraph(rule.requires, options),
    ...field("why", rule.why, options),
    ...field("fix", rule.fix, options),
    ...field("severity", rule.severity, options),
    ...field("same as", standardsOf(rule.standards).join(", "), options),
    ...field("judges", `${rule.types.join(", ")}; ${when}`, options),
    ...field("exemptions", rule.exemptible ? "by configuration" : "none", options),
    ...field("proves", provedBy(rule, stacks).join(", "), options),
    ...stacks.flatMap((stack) => ["", ...renderStack(rule, stack, options)]),
  ].join("\n");
}

/** The requirements that the rule is a proof of. */
function provedBy({ id }: Rule, stacks: readonly Previewed[]): readonly string[] {
  const rows = stacks.flatMap(({ requirements }) => requirements.map(({ row }) => row));
  const proved = rows.filter(({ proof = [] }) =>
    proof.some((one) => one.kind === "rule" && one.rule === id),
  );
  return [...new Set(proved.map((row) => row.id))];
}

function renderStack(rule: Rule, previewed: Previewed, options: PageOptions): readonly string[] {
  const { stack, configuration, verdicts } = previewed;
  const { level, settings = {} } = configuration.get(rule.id) ?? {};
  const values = Object.entries(settings).map(([name, value]) => `${name} ${show(value)}`);
  const { style } = options;
  const judged = verdicts.filter((verdict) => verdict.rule === rule.id);
  const groups = [...groupBy(worstFirst(judged), ({ verdict }) => verdict).values()];
  const rows = groups.flatMap((group) => rowsOf(group, previewed, options));
  const nothing = level === "disabled" ? [] : [[{ text: "no resource of its types" }]];
  return [
    `  ${[style.bold(stack.name), paintLevel(level as Level, style), ...values].join("  ")}`,
    ...table(rows.length > 0 ? rows : nothing, options, 4).map((line) => `    ${line}`),
  ];
}

function paintLevel(level: Level, style: PageOptions["style"]): string {
  return level === "disabled" ? style.dim("disabled: it judges nothing") : level;
}

function rowsOf(
  verdicts: readonly Verdict[],
  { document }: Previewed,
  options: PageOptions,
): readonly (readonly Cell[])[] {
  const types = new Map(document.resources.map(({ urn, type }) => [urn, type]));
  const { shown, more } = limit(verdicts, options);
  const { style } = options;
  const rows = shown.map((one) => [
    { text: ruleWords[one.verdict], paint: shadeOf(one.verdict, style) },
    { text: nameOf(one.urn) },
    { text: [types.get(one.urn) ?? "", reasonFor(one)].filter((text) => text !== "").join(": ") },
  ]);
  return more === "" ? rows : [...rows, [{ text: "" }, { text: "" }, { text: more }]];
}
