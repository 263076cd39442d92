import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { aliasesOf, type Surroundings } from "./aliases";
import type { ResourceOptions } from "./resource";
import { sortKeys, type Data } from "./wire";

/** The options of a request, as plain data. */
export function optionsOf(
  request: RegisterResourceRequest,
  surroundings: Surroundings,
): ResourceOptions {
  return {
    protect: request.getProtect() ?? false,
    retainOnDelete: request.getRetainondelete() ?? false,
    deleteBeforeReplace: request.getDeletebeforereplacedefined()
      ? request.getDeletebeforereplace()
      : undefined,
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: request.getReplaceonchangesList(),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    dependsOn: [...request.getDependenciesList()].sort(),
    aliases: aliasesOf(request, surroundings),
    importId: request.getImportid(),
    deletedWith: request.getDeletedwith(),
    version: request.getVersion(),
    customTimeouts: timeoutsOf(request.getCustomtimeouts()),
  };
}

/**
 * URNs that each property was made from; properties made from none are left out. Where the SDK names
 * none at all, the engine lets every property depend on all that the resource depends on; where the
 * resource has transforms of its own, it no longer knows.
 */
export function propertyDependenciesOf(
  request: RegisterResourceRequest,
  inputs: Data,
): Readonly<Record<string, readonly string[]>> {
  if (request.getTransformsList().length > 0) return {};
  const dependencies: Record<string, readonly string[]> = {};
  const named = request.getPropertydependenciesMap();
  named.forEach((value, property: string) => {
    dependencies[property] = [...value.getUrnsList()].sort();
  });
  if (named.getLength() === 0) {
    for (const property of Object.keys(inputs)) {
      dependencies[property] = [...request.getDependenciesList()].sort();
    }
  }
  const made = Object.entries(dependencies).filter(([, urns]) => urns.length > 0);
  return sortKeys(Object.fromEntries(made));
}

function timeoutsOf(
  timeouts: RegisterResourceRequest.CustomTimeouts | undefined,
): ResourceOptions["customTimeouts"] {
  return {
    create: timeouts?.getCreate() ?? "",
    update: timeouts?.getUpdate() ?? "",
    delete: timeouts?.getDelete() ?? "",
  };
}
