import type { Configuration } from "@groundwork/policies/configuration";
import { rules } from "@groundwork/policies/pack";
import type { Verdict } from "@groundwork/policies/verdict";
import type { Resource } from "../engine/resource";
import { rootType } from "../engine/urn";
import { redact } from "../engine/wire";
import type { FindingDocument, ResourceDocument, RuleDocument } from "../document";

type Json = ResourceDocument["inputs"];

/** The resources as the document has them: sorted, without secrets. */
export function describeResources(resources: readonly Resource[]): ResourceDocument[] {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return resources.map((resource) => describeResource(resource, byUrn));
}

/** The findings: what failed, what could not be decided, what was exempted. */
export function describeFindings(verdicts: readonly Verdict[]): FindingDocument[] {
  const findings = verdicts.flatMap((verdict) => findingOf(verdict) ?? []);
  return findings.sort(by(({ rule, resource, message }) => `${rule} ${resource} ${message}`));
}

/** How often each rule came to which verdict; a rule that judged nothing has zeros. */
export function describeRules(
  configuration: Configuration,
  verdicts: readonly Verdict[],
): RuleDocument[] {
  const counts = new Map(rules.map(({ id }) => [id, emptyCount(id, configuration)]));
  for (const { rule, verdict } of verdicts) {
    const count = counts.get(rule);
    if (count) counts.set(rule, { ...count, [counters[verdict]]: count[counters[verdict]] + 1 });
  }
  return [...counts.values()].sort(by(({ id }) => id));
}

const counters = {
  pass: "passed",
  fail: "failed",
  undecided: "undecided",
  exempt: "exempt",
  notApplicable: "notApplicable",
} as const satisfies Record<Verdict["verdict"], keyof RuleDocument>;

function emptyCount(id: string, configuration: Configuration): RuleDocument {
  const level = configuration.get(id)?.level as RuleDocument["level"];
  return { id, level, passed: 0, failed: 0, undecided: 0, exempt: 0, notApplicable: 0 };
}

function describeResource(
  resource: Resource,
  byUrn: ReadonlyMap<string, Resource>,
): ResourceDocument {
  const { deleteBeforeReplace, ...options } = resource.options;
  return {
    urn: resource.urn,
    type: resource.type,
    name: resource.name,
    parent: resource.parent,
    component: componentOf(resource, byUrn),
    inputs: redact(resource.inputs) as Json,
    outputs: redact(resource.outputs) as Json,
    provider: resource.provider.slice(0, Math.max(0, resource.provider.lastIndexOf("::"))),
    dependencies: [...resource.dependencies],
    propertyDependencies: resource.propertyDependencies as Record<string, string[]>,
    options: {
      ...options,
      ...(deleteBeforeReplace === undefined ? {} : { deleteBeforeReplace }),
    } as ResourceDocument["options"],
    get source() {
      return resource.source;
    },
  };
}

/** The outermost component around a resource, or the resource itself where it is one. */
function componentOf(resource: Resource, byUrn: ReadonlyMap<string, Resource>): string {
  const parent = byUrn.get(resource.parent);
  if (parent !== undefined && parent.type !== rootType) return componentOf(parent, byUrn);
  return resource.custom || resource.type === rootType ? "" : resource.name;
}

function findingOf({ rule, urn, verdict, level, severity, message, fix }: Verdict) {
  if (verdict === "pass" || verdict === "notApplicable") return undefined;
  return { rule, resource: urn, verdict, level, severity, message: message ?? "", fix: fix ?? "" };
}

function by<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : 1);
}
