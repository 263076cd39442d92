import type { ResourceDocument } from "../../../preview/document";
import { isData } from "../../../preview/engine/wire";
import { isMark } from "../../../preview/requirements/path";
import { convert } from "./conversions";
import { formsOf, targetOf, type Form, type Mapping } from "./mapping";
import { readAll, write } from "./paths";

/** A previewed resource in the shape of one CloudFormation type. */
export interface Subject {
  readonly resource: ResourceDocument;
  readonly form: Form;
}

/** A CloudFormation template of previewed resources. */
export interface Template {
  /** What is written to a file for cfn-lint. */
  readonly content: unknown;
  /** The subjects by their names in the template. */
  readonly subjects: ReadonlyMap<string, Subject>;
}

/** Writes previewed resources as a template, in which a value that is not known is an attribute of a custom resource. */
export function templateOf(
  resources: readonly ResourceDocument[],
  mappings: Readonly<Record<string, Mapping>>,
): Template {
  const subjects = new Map<string, Subject>();
  for (const resource of resources) {
    const mapping = mappings[resource.type];
    for (const form of mapping === undefined ? [] : formsOf(mapping, resource.inputs)) {
      subjects.set(`Resource${subjects.size}`, { resource, form });
    }
  }
  const unknowns = new Unknowns();
  const written = [...subjects].map(([name, { resource, form }]) => {
    const properties = unknowns.replace(propertiesOf(resource.inputs, form));
    return [name, { Type: form.schema, Properties: properties }] as const;
  });
  const content = { Resources: { ...Object.fromEntries(written), ...unknowns.resources } };
  return { content, subjects };
}

/** The inputs as properties of the type, with marks for what is not known. */
function propertiesOf(inputs: ResourceDocument["inputs"], form: Form): object {
  const properties: Record<string, unknown> = structuredClone(form.constant ?? {});
  for (const path of form.elsewhere ?? []) {
    write(properties, path, { value: { $unknown: true }, indices: [] });
  }
  for (const [input, target] of Object.entries(form.properties)) {
    const { path, conversion } = targetOf(target);
    for (const { value, indices } of readAll(inputs, input)) {
      write(properties, path, { value: convert(value, conversion), indices });
    }
  }
  return properties;
}

/** Gives every value that is not known an attribute of its own: two of them must not look the same. */
class Unknowns {
  #count = 0;

  readonly resources = {
    Unknown: {
      Type: "Custom::Unknown",
      Properties: { ServiceToken: "arn:aws:lambda:eu-west-1:123456789012:function:unknown" },
    },
  };

  replace(value: unknown): unknown {
    if (isMark(value)) return { "Fn::GetAtt": ["Unknown", `Value${++this.#count}`] };
    if (Array.isArray(value)) return value.map((item) => this.replace(item));
    if (!isData(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, this.replace(item)]),
    );
  }
}
