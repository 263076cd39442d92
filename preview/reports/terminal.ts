import type { FindingDocument, RuleDocument, StackDocument } from "../document";
import { nameOf } from "../engine/urn";
import type { Spec } from "../../spec/spec";
import { facts, factsOf } from "./facts";
import { groupBy } from "./group";
import { grouped } from "./lists";
import type { Style } from "./style";
import { alignColumns, spaces, wrap } from "./table";

export interface ReportOptions {
  readonly title: string;
  /** The effective spec; undefined for a program that is not Groundwork's. */
  readonly spec: Spec | undefined;
  readonly seconds: number;
  readonly full: boolean;
  readonly policies: boolean;
  readonly width: number;
  readonly style: Style;
}

interface Layout extends ReportOptions {
  /** Columns that the names of components take. */
  readonly labelWidth: number;
}

/** A previewed stack as the terminal shows it: components, verdicts, proofs, then what is wrong. */
export function renderStack(stack: StackDocument, options: ReportOptions): string {
  const layout = { ...options, labelWidth: labelWidthOf(stack) };
  const lines = [
    ...heading(stack, options),
    ...components(stack, layout),
    ...summary(stack, layout),
    ...findings(stack, options),
    ...(options.full ? inventory(stack, options) : []),
  ];
  return lines.join("\n");
}

function labelWidthOf({ resources }: StackDocument): number {
  return Math.max(leastLabelWidth, ...resources.map(({ component }) => component.length + 2));
}

function heading(stack: StackDocument, { title, spec, width, style }: ReportOptions): string[] {
  const region = spec && `${spec.region}${recoveryOf(spec)}`;
  const text = [title, stack.stack, region].filter((part) => part !== undefined).join(", ");
  const count = `${grouped(managed(stack).length)} resources`;
  return [`${style.bold(text)}${spaces(width - text.length - count.length)}${count}`];
}

function recoveryOf({ disasterRecovery, disasterRecoveryRegion }: Spec): string {
  return disasterRecovery.topology === "none" || disasterRecoveryRegion === undefined
    ? ""
    : ` (DR ${disasterRecoveryRegion})`;
}

function components(stack: StackDocument, { spec, width, style, labelWidth }: Layout): string[] {
  const margin = 2 + labelWidth;
  const counts = groupBy(managed(stack), ({ component }) => component);
  const names = inOrder([...counts.keys()].filter((name) => name !== ""));
  const rows = names.map((name) => ({
    name,
    fact: spec ? factsOf(name, spec) : "",
    count: grouped(counts.get(name)?.length ?? 0),
  }));
  return rows.flatMap(({ name, fact, count }) => {
    const [first = "", ...rest] = wrap(fact, width - margin - count.length - 2);
    const line = `  ${style.cyan(name.padEnd(labelWidth))}${first}`;
    const length = 2 + Math.max(name.length, labelWidth) + first.length;
    return [
      `${line}${spaces(width - length - count.length)}${count}`,
      ...rest.map((text) => `${spaces(margin)}${text}`),
    ];
  });
}

function summary(
  stack: StackDocument,
  { policies, seconds, width, style, labelWidth }: Layout,
): string[] {
  const margin = 2 + labelWidth;
  const time = `${seconds.toFixed(1)} s`;
  const proved = stack.requirements.filter(({ verdict }) => verdict === "proved").length;
  const failed = stack.requirements.filter(({ verdict }) => verdict === "failed").length;
  const proofs =
    stack.requirements.length === 0
      ? []
      : [
          [
            "proofs",
            `${proved} of ${stack.requirements.length} requirements${failed > 0 ? `, ${failed} failed` : ""}`,
          ],
        ];
  const rows = [
    ["policies", policies ? policyLine(stack) : "not judged (--no-policies)"],
    ...proofs,
  ];
  const lines = rows.flatMap(([label = "", text = ""]) =>
    wrap(text, width - margin).map((part, index) => ({
      label: index === 0 ? label : "",
      text: part,
    })),
  );
  return lines.map(({ label, text }, index) => {
    const end = index === lines.length - 1 ? time : "";
    const gap = end === "" ? "" : spaces(width - margin - text.length - end.length);
    return `  ${style.cyan(label.padEnd(labelWidth))}${text}${gap}${style.dim(end)}`;
  });
}

function policyLine(stack: StackDocument): string {
  const sum = (key: "passed" | "failed" | "undecided" | "exempt"): number =>
    stack.rules.reduce((total, rule: RuleDocument) => total + rule[key], 0);
  const exempt = sum("exempt");
  return [
    `${stack.rules.length} rules on ${grouped(managed(stack).length)} resources: ${grouped(sum("passed"))} passed`,
    `${grouped(sum("failed"))} failed`,
    `${grouped(sum("undecided"))} undecided`,
    ...(exempt > 0 ? [`${grouped(exempt)} exempt`] : []),
  ].join(", ");
}

function findings(stack: StackDocument, options: ReportOptions): string[] {
  const failed = stack.findings.filter(({ verdict }) => verdict === "fail");
  const broken = stack.requirements.filter(({ verdict }) => verdict === "failed");
  const rules = [...groupBy(failed, ({ rule }) => rule).values()];
  return [
    ...rules.flatMap((group) => ["", ...renderRule(group, stack, options)]),
    ...broken.flatMap(({ id, proofs }) => [
      "",
      `  ${options.style.red(id)}  requirement not met`,
      ...proofs.filter(({ holds }) => !holds).map(({ detail }) => `    ${detail}`),
    ]),
  ];
}

function renderRule(
  group: readonly FindingDocument[],
  stack: StackDocument,
  { style, width }: ReportOptions,
): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const color = first.level === "mandatory" ? style.red : style.yellow;
  const byUrn = new Map(stack.resources.map((resource) => [resource.urn, resource]));
  return [
    `  ${color(first.rule)}  ${style.dim(`${first.level}, ${first.severity}`)}`,
    ...group.flatMap((finding) => [
      `    ${nameOf(finding.resource)}  ${style.dim(byUrn.get(finding.resource)?.type ?? "")}`,
      ...wrap(finding.message, width - 6).map((text) => `      ${text}`),
    ]),
    ...wrap(`fix: ${first.fix}`, width - 4).map((text) => `    ${style.dim(text)}`),
  ];
}

function inventory(stack: StackDocument, { style }: ReportOptions): string[] {
  const groups = groupBy(managed(stack), ({ component }) => component);
  return inOrder([...groups.keys()]).flatMap((name) => {
    const rows = (groups.get(name) ?? []).map((resource) => [
      resource.name,
      resource.type,
      resource.options.protect ? "protected" : "",
    ]);
    return [
      "",
      `  ${style.cyan(name === "" ? "providers" : name)}`,
      ...alignColumns(rows).map((line) => `    ${line}`),
    ];
  });
}

/** The resources that a provider manages. */
function managed(stack: StackDocument): StackDocument["resources"] {
  return stack.resources.filter(({ provider }) => provider !== "");
}

/** Known components in the order in which they build on each other, then the others by name. */
function inOrder(names: readonly string[]): readonly string[] {
  const known = Object.keys(facts).filter((name) => names.includes(name));
  return [...known, ...names.filter((name) => !known.includes(name)).sort()];
}

const leastLabelWidth = 12;
