import * as aws from "@pulumi/aws";
import * as random from "@pulumi/random";
import { run } from "../../preview/engine/run";
import type { Resource } from "../../preview/engine/resource";
import { redact, type Data } from "../../preview/engine/wire";

/** A resource as a test reads it: secrets and unknowns are marks. */
export interface PreviewedResource extends Resource {
  readonly inputs: Data;
  readonly outputs: Data;
}

/** What a program would deploy, without the providers and the stack itself. */
export interface Previewed {
  readonly resources: readonly PreviewedResource[];
  /** The resources of a type, in the order of their URNs. */
  readonly all: (type: string) => readonly PreviewedResource[];
  /** The one resource of a type, or the one of that name among them. */
  readonly one: (type: string, name?: string) => PreviewedResource;
  readonly outputs: Data;
}

/**
 * Runs a program on the offline engine as in production: explicit providers in eu-west-1, no default ones.
 *
 * @param deployed - Whether the stack is there already.
 */
export async function preview(
  program: (providers: [aws.Provider, random.Provider]) => unknown,
  deployed = false,
): Promise<Previewed> {
  const { resources, outputs } = await run({
    project: "test",
    stack: "production",
    directory: process.cwd(),
    config: { "pulumi:disable-default-providers": '["*"]' },
    secretKeys: [],
    deployed,
    program: () =>
      program([new aws.Provider("aws", { region: "eu-west-1" }), new random.Provider("random")]),
  });
  return previewed(resources.map(readable), redact(outputs) as Data);
}

function previewed(resources: readonly PreviewedResource[], outputs: Data): Previewed {
  const all = (type: string) => resources.filter((resource) => resource.type === type);
  const one = (type: string, name?: string) => {
    const found = all(type).filter((resource) => name === undefined || resource.name === name);
    const [first] = found;
    if (first !== undefined && found.length === 1) return first;
    const names = all(type).map((resource) => resource.name);
    throw new Error(
      `expected one ${type}${name === undefined ? "" : ` named ${name}`}, found ${names.join(", ") || "none"}`,
    );
  };
  return {
    resources: resources.filter(({ type }) => !type.startsWith("pulumi:")),
    all,
    one,
    outputs,
  };
}

function readable(resource: Resource): PreviewedResource {
  return {
    ...resource,
    inputs: redact(resource.inputs) as Data,
    outputs: redact(resource.outputs) as Data,
  };
}
