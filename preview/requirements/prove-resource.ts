import { isDeepStrictEqual } from "node:util";
import type { ResourceDocument } from "../document";
import type { Finding, Witness } from "./finding";
import type { Graph } from "./graph";
import { judgeInput, showCondition } from "./judge-condition";
import { satisfies, showCount } from "./operators";
import { isMark, parsePath, readPath } from "./path";
import type { ProofOf } from "./row";
import { select, showSelector, type Selector } from "./select";
import { show, showResource, showType } from "./show";

type ResourceProof = ProofOf<"resource">;
type Resources = readonly ResourceDocument[];

/** Shows that the selected resources are there and are what is expected, every one of them. */
export function proveResource(proof: ResourceProof, graph: Graph): Finding {
  const selector = { ...proof, type: proof.resource };
  const { selected, undecided } = select(selector, graph);
  if (selected.length === 0) return noneSelected(selector, undecided);
  const witnesses = selected.map((resource) => witnessOf(resource, proof, graph));
  const wrong =
    wrongCount(proof, selected) ?? wrongValues(witnesses) ?? wrongDifference(proof, selected);
  return wrong === undefined
    ? { holds: true, detail: found(proof, witnesses), witnesses }
    : { holds: false, detail: wrong, witnesses };
}

/** Shows that there is no such resource, where there is what it would stand beside. */
export function proveAbsent(proof: ProofOf<"absent">, graph: Graph): Finding {
  const beside = { ...proof.beside, type: proof.beside.resource };
  const there = select(beside, graph);
  if (there.selected.length === 0) return noneSelected(beside, there.undecided);
  const witnesses = there.selected.map((resource) => ({ resource, facts: [] }));
  const selector = { ...proof, type: proof.absent };
  const { selected, undecided } = select(selector, graph);
  const [present] = selected;
  if (present !== undefined) {
    const detail = `${showResource(present)} must be absent`;
    return { holds: false, detail, witnesses: [{ resource: present, facts: [] }] };
  }
  const [hidden] = undecided;
  if (hidden !== undefined) {
    return { holds: false, detail: `${showResource(hidden.resource)}: ${hidden.wrong}`, witnesses };
  }
  const detail = `no ${showSelector(selector)}, beside ${named(there.selected)}`;
  return { holds: true, detail, witnesses };
}

function noneSelected(
  selector: Selector,
  undecided: ReturnType<typeof select>["undecided"],
): Finding {
  const [hidden] = undecided;
  const detail =
    hidden === undefined
      ? `no ${showSelector(selector)}`
      : `${showResource(hidden.resource)}: ${hidden.wrong}`;
  return { holds: false, detail, witnesses: [] };
}

function witnessOf(
  resource: ResourceDocument,
  { expect = {} }: ResourceProof,
  graph: Graph,
): Witness {
  const facts = Object.entries(expect).map(([subject, condition]) => {
    const judgement = judgeInput(resource, subject, condition, graph);
    const holds = judgement.match === "holds";
    const text = holds ? judgement.found : judgement.wrong;
    return { subject, holds, text, expected: showCondition(condition) };
  });
  return { resource, facts };
}

function wrongCount({ count, resource }: ResourceProof, selected: Resources): string | undefined {
  if (count === undefined || satisfies(selected.length, count)) return undefined;
  return `${showType(resource)}: count must be ${showCount(count)}, got ${selected.length}`;
}

function wrongValues(witnesses: readonly Witness[]): string | undefined {
  const broken = witnesses.flatMap(({ resource, facts }) => {
    const wrong = facts.flatMap(({ holds, text }) => (holds ? [] : [text]));
    return wrong.length === 0 ? [] : [`${showResource(resource)}: ${wrong.join("; ")}`];
  });
  const [first] = broken;
  return first === undefined || broken.length === 1
    ? first
    : `${first} (and ${broken.length - 1} more)`;
}

function wrongDifference(
  { distinct = [], resource }: ResourceProof,
  selected: Resources,
): string | undefined {
  for (const path of distinct) {
    const values = selected.map(({ inputs }) => readPath(inputs, parsePath(path) ?? []));
    if (values.some(isHidden) || differing(values).length < values.length) {
      return `${showType(resource)}: ${path} must be different in each, got ${show(values)}`;
    }
  }
  return undefined;
}

function found({ expect = {} }: ResourceProof, witnesses: readonly Witness[]): string {
  const facts = Object.entries(expect).map(([path, condition], index) => {
    const each = witnesses.map((witness) => witness.facts[index]?.text);
    const what =
      condition.from === undefined ? differing(each).join(", ") : showCondition(condition);
    return `${path} ${what}`;
  });
  const selected = witnesses.map(({ resource }) => resource);
  return [named(selected), ...(facts.length > 0 ? [facts.join("; ")] : [])].join(": ");
}

/** Resources in a few words: the one, or the type and how many. */
function named(resources: Resources): string {
  const [first] = resources;
  if (first === undefined) return "";
  return resources.length === 1
    ? showResource(first)
    : `${showType(first.type)} (${resources.length})`;
}

function isHidden(value: unknown): boolean {
  return value === undefined || isMark(value);
}

function differing(values: readonly unknown[]): readonly unknown[] {
  return values.filter(
    (value, index) => values.findIndex((other) => isDeepStrictEqual(other, value)) === index,
  );
}
