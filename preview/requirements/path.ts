import { isData } from "../engine/wire";

/**
 * Where a value is among the inputs of a resource, written as Pulumi writes property paths:
 *
 * - `storage.iops`: a property of a property
 * - `labels["app.kubernetes.io/name"]`: a property whose name holds more than letters, digits, `_`, `$` and `-`
 * - `subnetIds[0]`: an element
 * - `parameters[name=rds.force_ssl].value`: the element whose `name` is `rds.force_ssl`
 * - `statements[*].actions`: what each element has there, as one list
 *
 * A path that goes on into a text reads the text as JSON: `policy.Statement[Sid=Administer].Action`.
 */
export type Path = readonly Step[];

type Step =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "element"; readonly index: number }
  | { readonly kind: "elementWith"; readonly property: string; readonly value: string }
  | { readonly kind: "each" };

/** A step: `.name`, `["name"]`, `[0]`, `[*]` or `[name=value]`. */
const stepPattern =
  /\.(?<name>[\w$-]+)|\["(?<quoted>[^"]+)"\]|\[(?<index>\d+)\]|\[(?<each>\*)\]|\[(?<property>[\w$-]+)=(?<value>[^\]]+)\]/y;

/** The path that a text writes; undefined where it writes none. */
export function parsePath(text: string): Path | undefined {
  const rest = text.startsWith("[") ? text : `.${text}`;
  const steps: Step[] = [];
  stepPattern.lastIndex = 0;
  while (stepPattern.lastIndex < rest.length) {
    const groups = stepPattern.exec(rest)?.groups;
    if (groups === undefined) return undefined;
    steps.push(stepOf(groups));
  }
  return steps;
}

function stepOf(groups: Readonly<Record<string, string | undefined>>): Step {
  const { index, each, property, value } = groups;
  if (index !== undefined) return { kind: "element", index: Number(index) };
  if (each !== undefined) return { kind: "each" };
  if (property !== undefined) return { kind: "elementWith", property, value: value ?? "" };
  return { kind: "property", name: groups["name"] ?? groups["quoted"] ?? "" };
}

/** The input that a path starts in: the one that dependencies are recorded for. */
export function inputOf(path: Path): string {
  const [first] = path;
  return first?.kind === "property" ? first.name : "";
}

/** What is at a path: undefined where nothing is, the mark where a secret or a value not known yet is on the way. */
export function readPath(value: unknown, path: Path): unknown {
  const [step, ...rest] = path;
  if (step === undefined || isMark(value)) return value;
  if (typeof value === "string") return readPath(parsed(value), path);
  if (step.kind === "each") return each(value, rest);
  return readPath(take(value, step), rest);
}

function take(value: unknown, step: Exclude<Step, { kind: "each" }>): unknown {
  if (step.kind === "property") return isData(value) ? value[step.name] : undefined;
  if (!Array.isArray(value)) return undefined;
  const elements: readonly unknown[] = value;
  if (step.kind === "element") return elements[step.index];
  const found = elements.find(
    (element) => isData(element) && String(element[step.property]) === step.value,
  );
  return found ?? elements.map((element) => markIn(element, step.property)).find(isMark);
}

/** The mark that keeps an element from being told apart by a property. */
function markIn(element: unknown, property: string): unknown {
  return isData(element) && !isMark(element) ? element[property] : element;
}

function each(value: unknown, rest: Path): unknown {
  if (!Array.isArray(value)) return undefined;
  const found = value.map((element: unknown) => readPath(element, rest));
  return found.flat().filter((element) => element !== undefined);
}

/** A JSON object or list; undefined for any other text. */
function parsed(text: string): unknown {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === "object" && content !== null ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Tells whether a value is hidden: a secret, or not known before the deployment. */
export function isMark(value: unknown): boolean {
  return isSecret(value) || (isData(value) && value["$unknown"] === true);
}

export function isSecret(value: unknown): boolean {
  return isData(value) && value["$secret"] === true;
}
