import type { ResourceDocument, RuleDocument, StackDocument } from "../../../preview/document";

/** A resource as the document has it: what matters to a test, over what every resource has. */
export function resource(
  given: Pick<ResourceDocument, "type" | "name"> & Partial<ResourceDocument>,
): ResourceDocument {
  return {
    urn: urn(given.type, given.name),
    parent: "",
    component: "",
    inputs: {},
    outputs: {},
    provider: "",
    dependencies: [],
    propertyDependencies: {},
    options: {
      protect: false,
      retainOnDelete: false,
      ignoreChanges: [],
      replaceOnChanges: [],
      additionalSecretOutputs: [],
      dependsOn: [],
      aliases: [],
      importId: "",
      deletedWith: "",
      version: "",
      customTimeouts: { create: "", update: "", delete: "" },
    },
    source: "",
    ...given,
  };
}

export function urn(type: string, name: string): string {
  return `urn:pulumi:production::test::${type}::${name}`;
}

/** What a rule counted, over nothing. */
export function rule(given: Pick<RuleDocument, "id"> & Partial<RuleDocument>): RuleDocument {
  return {
    level: "mandatory",
    passed: 0,
    failed: 0,
    undecided: 0,
    exempt: 0,
    notApplicable: 0,
    ...given,
  };
}

/** A production stack of the given resources and rules. */
export function stackOf(
  resources: ResourceDocument[],
  rules: RuleDocument[] = [],
): Pick<StackDocument, "environment" | "resources" | "rules"> {
  return { environment: "production", resources, rules };
}
