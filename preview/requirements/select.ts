import type { ResourceDocument } from "../document";
import type { Condition, Conditions } from "./condition";
import type { Graph } from "./graph";
import { judgeInput, judgeText, showCondition, type Judgement } from "./judge-condition";
import { showType } from "./show";

/** Which resources a proof is about. */
export interface Selector {
  readonly type: string;
  readonly named?: Condition | undefined;
  readonly component?: Condition | undefined;
  readonly where?: Conditions | undefined;
}

/** What a selector finds. */
export interface Selection {
  readonly selected: readonly ResourceDocument[];
  /** Resources of which it cannot be told before the deployment, and why. */
  readonly undecided: readonly { readonly resource: ResourceDocument; readonly wrong: string }[];
}

/** Finds the resources that a selector is about. */
export function select(selector: Selector, graph: Graph): Selection {
  const selected: ResourceDocument[] = [];
  const undecided: Selection["undecided"][number][] = [];
  for (const resource of graph.ofType(selector.type)) {
    const judgements = judgeAll(selector, resource, graph);
    if (judgements.some(({ match }) => match === "fails")) continue;
    const hidden = judgements.find(({ match }) => match === "undecided");
    if (hidden === undefined) selected.push(resource);
    else undecided.push({ resource, wrong: hidden.wrong });
  }
  return { selected, undecided };
}

/** A selector in words: `ec2 subnet of network with cidrBlock 10.0.1.0/24`. */
export function showSelector({ type, named, component, where = {} }: Selector): string {
  const conditions = Object.entries(where).map(
    ([path, condition]) => `${path} ${showCondition(condition)}`,
  );
  return [
    showType(type),
    named === undefined ? "" : ` named ${showCondition(named)}`,
    component === undefined ? "" : ` of ${showCondition(component)}`,
    conditions.length === 0 ? "" : ` with ${conditions.join(", ")}`,
  ].join("");
}

function judgeAll(
  { named, component, where = {} }: Selector,
  resource: ResourceDocument,
  graph: Graph,
): readonly Judgement[] {
  return [
    ...(named === undefined ? [] : [judgeText("name", resource.name, named)]),
    ...(component === undefined ? [] : [judgeText("component", resource.component, component)]),
    ...Object.entries(where).map(([path, condition]) =>
      judgeInput(resource, path, condition, graph),
    ),
  ];
}
