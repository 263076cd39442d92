import { join } from "node:path";
import { policyDocument } from "@groundwork/policies/document";
import { configurationText, profile, profileFiles } from "@groundwork/policies/profile";
import { z } from "zod";
import { documentSchema } from "../preview/document";
import { requirementsSchema } from "../preview/requirements-document";
import { root } from "../preview/root";
import { configurationOf } from "../preview/rules/stack-configuration";
import { designOf } from "../preview/stacks/design";
import { readStacks } from "../preview/stacks/stack";
import { configurationPage } from "../settings/configuration-page";
import { stackSchema } from "../settings/stack-schema";

/** Every file that is made from another, by its path in the project. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const profiles = [...profileFiles()].map(([path, text]): [string, string] => [
    join("policies", path),
    text,
  ]);
  return new Map([
    ["docs/configuration.md", configurationPage()],
    ["docs/policies.md", policyDocument()],
    ["docs/schema/stack.schema.json", json(stackSchema())],
    ["docs/schema/preview.schema.json", json(z.toJSONSchema(documentSchema))],
    ["docs/schema/requirements.schema.json", json(z.toJSONSchema(requirementsSchema))],
    // What both environments stand on is held to what production is.
    ["account/policy.json", configurationText(profile("production"))],
    ...profiles,
    ...stackConfigurations(),
  ]);
}

/** The pack's configuration for each stack of the project. */
function stackConfigurations(): readonly (readonly [string, string])[] {
  return readStacks(root, [], { size: undefined, set: [] }).flatMap((stack) => {
    const design = designOf(stack);
    if (design === undefined) return [];
    const { system, environment } = design.spec;
    const path = join("systems", system, `policy.${environment}.json`);
    return [[path, configurationText(configurationOf(design.spec))]];
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
