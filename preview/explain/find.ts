import { rules } from "@groundwork/policies/pack";
import type { Rule } from "@groundwork/policies/rule";
import { nearest } from "../../spec/nearest";
import type { Problem } from "../../spec/problem";
import type { Previewed } from "../commands/preview-all";
import type { ResourceDocument } from "../document";
import { rootType } from "../engine/urn";
import { showResource } from "../requirements/show";

/** A resource, and the stack that it is of. */
export interface Found {
  readonly stack: Previewed;
  readonly resource: ResourceDocument;
}

/** What a name stands for. */
export type Subject =
  | { readonly kind: "requirement"; readonly id: string }
  | { readonly kind: "rule"; readonly rule: Rule }
  | { readonly kind: "resources"; readonly found: readonly Found[] }
  | { readonly kind: "nothing"; readonly problem: Problem };

/**
 * Finds what a name stands for: the id of a requirement or a rule, or a resource or component by its URN, as
 * `type::name`, as reports say it (`rds instance database`) or by its name alone.
 */
export function find(name: string, stacks: readonly Previewed[]): Subject {
  if (requirementIds(stacks).includes(name)) return { kind: "requirement", id: name };
  const rule = rules.find(({ id }) => id === name);
  if (rule !== undefined) return { kind: "rule", rule };
  return findResources(name, stacks);
}

function findResources(name: string, stacks: readonly Previewed[]): Subject {
  const candidates = stacks.map((stack) => ({ stack, resources: named(name, stack) }));
  const ambiguous = candidates.find(({ resources }) => resources.length > 1);
  if (ambiguous !== undefined) {
    return { kind: "nothing", problem: mustNameOne(name, ambiguous.resources) };
  }
  const found = candidates.flatMap(({ stack, resources }) =>
    resources.map((resource) => ({ stack, resource })),
  );
  if (found.length > 0) return { kind: "resources", found };
  return { kind: "nothing", problem: mustExist(name, stacks) };
}

/** Tells whether a resource is a component: no provider manages it. */
export function isComponent({ type, provider }: ResourceDocument): boolean {
  return provider === "" && !type.startsWith("pulumi:");
}

/** `type::name`, by which a resource is known within a stack. */
export function keyOf({ type, name }: ResourceDocument): string {
  return `${type}::${name}`;
}

/** The resources that a name stands for; the component alone where its main resource has the same name. */
function named(name: string, stack: Previewed): readonly ResourceDocument[] {
  const resources = explainable(stack);
  const exact = resources.filter((one) => [one.urn, keyOf(one), showResource(one)].includes(name));
  if (exact.length > 0) return exact;
  const alike = resources.filter((one) => one.name === name);
  const components = alike.filter(isComponent);
  return components.length > 0 ? components : alike;
}

function explainable({ document }: Previewed): readonly ResourceDocument[] {
  return document.resources.filter(({ type }) => type !== rootType);
}

function mustNameOne(name: string, resources: readonly ResourceDocument[]): Problem {
  return {
    path: name,
    rule: `must name one resource, names ${resources.length}`,
    fix: `write ${resources.map(keyOf).join(" or ")}`,
  };
}

function mustExist(name: string, stacks: readonly Previewed[]): Problem {
  const meant = meantBy(name, stacks);
  const where = stacks.map(({ stack }) => stack.name).join(", ");
  return {
    path: name,
    rule: `must be a requirement, a rule of the pack, or a resource or component of ${where}: its URN, type::name or name`,
    fix:
      meant.length > 0
        ? `write ${meant.join(", or ")}`
        : "list them with `groundwork requirements` and `groundwork preview --full`; the rules are in docs/policies.md",
  };
}

/** The nearest name of each sort, with its sort. */
function meantBy(name: string, stacks: readonly Previewed[]): readonly string[] {
  const resources = stacks.flatMap(explainable);
  const resourceNames = name.startsWith("urn:")
    ? resources.map(({ urn }) => urn)
    : resources.map((one) => (name.includes("::") ? keyOf(one) : one.name));
  const sorts = [
    { sort: "requirement", names: requirementIds(stacks) },
    { sort: "rule", names: rules.map(({ id }) => id) },
    { sort: "resource", names: [...new Set(resourceNames)] },
  ];
  return sorts.flatMap(({ sort, names }) => {
    const meant = nearest(name, names) ?? onlyOneWith(name, names);
    return meant === undefined ? [] : [`${meant} (${sort})`];
  });
}

/** The only name that holds a text. */
function onlyOneWith(text: string, names: readonly string[]): string | undefined {
  const [first, ...others] = names.filter((name) => name.includes(text));
  return others.length === 0 ? first : undefined;
}

function requirementIds(stacks: readonly Previewed[]): readonly string[] {
  return [...new Set(stacks.flatMap(({ requirements }) => requirements.map(({ row }) => row.id)))];
}
