import type { ResourceDocument, StackDocument } from "../../../preview/document";
import type { CfnLint, Match } from "./cfn-lint";
import { exceptions, ignoredRules } from "./exceptions";
import { inventoryOf, type Inventory } from "./inventory";
import { everywhere, targetOf, type Mapping } from "./mapping";
import { isWithin } from "./paths";
import { templateOf, type Template } from "./template";

/** The resources of a stack that are in one region. */
export interface Part {
  /** How reports call the stack. */
  readonly stack: string;
  readonly region: string;
  readonly resources: readonly ResourceDocument[];
}

/** A value that AWS's schemas refuse. */
export interface Refusal {
  /** Type and name of the resource. */
  readonly resource: string;
  /** The input that the value comes from; empty where it is the resource as a whole. */
  readonly input: string;
  /** Where cfn-lint found it: `AWS::RDS::DBInstance Engine`. */
  readonly property: string;
  /** The id of cfn-lint's rule. */
  readonly rule: string;
  readonly message: string;
}

/** What holding a part of a stack against AWS's schemas came to. */
export interface Examination extends Part {
  readonly inventories: readonly Inventory[];
  readonly refusals: readonly Refusal[];
  /** What cfn-lint is mistaken about. */
  readonly excepted: readonly Refusal[];
}

/** What of a stack tells where its resources are. */
type Placed = Pick<StackDocument, "resources" | "spec">;

/** The AWS resources of a stack, region by region: those of global services are in the stack's own. */
export function partsOf(stack: string, document: Placed): readonly Part[] {
  const ofAws = document.resources.filter(({ type }) => type.startsWith("aws:"));
  const regions = [...new Set(ofAws.map((one) => regionOf(one, document)))].sort();
  return regions.map((region) => ({
    ...{ stack, region },
    resources: ofAws.filter((one) => regionOf(one, document) === region),
  }));
}

/** The region that a resource is in: its own, or that of the stack. */
export function regionOf({ inputs }: ResourceDocument, { spec }: Pick<Placed, "spec">): string {
  return [inputs["region"], spec["region"]].find((region) => typeof region === "string") ?? "";
}

/** Holds parts of stacks against the schemas of their regions. */
export async function examine(
  cfnLint: CfnLint,
  mappings: Readonly<Record<string, Mapping>>,
  parts: readonly Part[],
): Promise<readonly Examination[]> {
  const examinations = new Map<Part, Examination>();
  for (const region of new Set(parts.map((part) => part.region))) {
    const inRegion = parts.filter((part) => part.region === region);
    const templates = inRegion.map(({ resources }) => templateOf(resources, mappings));
    const matches = await cfnLint.check(templates, region, Object.keys(ignoredRules));
    inRegion.forEach((part, index) => {
      const found = (matches[index] ?? []).map((match) => refusalOf(match, templates[index]));
      examinations.set(part, {
        ...part,
        inventories: part.resources.map((resource) => inventoryFor(resource, mappings)),
        refusals: found.filter((one) => !isExcepted(one)),
        excepted: found.filter(isExcepted),
      });
    });
  }
  return parts.flatMap((part) => examinations.get(part) ?? []);
}

/** What becomes of a resource's inputs; no schema can judge those of a type that has none. */
function inventoryFor(
  resource: ResourceDocument,
  mappings: Readonly<Record<string, Mapping>>,
): Inventory {
  const mapping = mappings[resource.type];
  if (mapping !== undefined) return inventoryOf(resource, mapping);
  const inputs = Object.keys(resource.inputs).filter((input) => !(input in everywhere));
  const unmapped = Object.fromEntries(inputs.map((input) => [input, "the type has no schema"]));
  return inventoryOf(resource, { schema: "", properties: {}, unmapped });
}

function isExcepted({ rule, message }: Refusal): boolean {
  return exceptions.some((one) => one.rule === rule && one.message === message);
}

function refusalOf({ path, rule, ...match }: Match, template: Template | undefined): Refusal {
  const message = match.message.replace(/\[.{200,}\]/s, "[...]"); // there are hundreds of instance classes
  const subject = template?.subjects.get(String(path[1]));
  if (subject === undefined) {
    return { resource: "", input: "", property: path.join("."), rule, message };
  }
  const property = path
    .slice(3)
    .map((step) => (typeof step === "number" ? "[]" : `.${step}`))
    .join("")
    .slice(1);
  const { resource, form } = subject;
  const input = Object.entries(form.properties).find(([, target]) =>
    isWithin(property, targetOf(target).path),
  );
  return {
    resource: `${resource.type}::${resource.name}`,
    input: input?.[0] ?? "",
    property: `${form.schema} ${property}`.trimEnd(),
    ...{ rule, message },
  };
}
