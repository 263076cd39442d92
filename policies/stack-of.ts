import type { PolicyResource, StackValidationArgs } from "@pulumi/policy";
import type { Memory } from "./memory";
import { Stack, StackResource } from "./stack";

/**
 * The stack as rules see it. The SDK hands over outputs only, of which a preview knows few; the inputs
 * remembered from each resource's own analysis make a rule judge alike on preview and on update.
 */
export function stackOf(args: StackValidationArgs, memory: Memory): Stack {
  return new Stack(args.resources.map((resource) => resourceOf(resource, memory)));
}

function resourceOf(resource: PolicyResource, memory: Memory): StackResource {
  const { urn, type, name, props } = resource;
  return new StackResource({
    urn,
    type,
    name,
    inputs: memory.inputsOf(urn) ?? props,
    outputs: props,
    secrets: memory.secretsOf(urn),
    dependencies: Object.fromEntries(
      Object.entries(resource.propertyDependencies).map(([key, sources]) => [
        key,
        sources.map((source) => source.urn),
      ]),
    ),
  });
}
