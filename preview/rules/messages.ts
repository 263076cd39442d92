import {
  AnalyzeRequest,
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type { Resource } from "../engine/resource";
import { structOf } from "../engine/struct";
import type { Data } from "../engine/wire";

type Resources = ReadonlyMap<string, Resource>;

/** What the engine sends a pack for one resource: its checked inputs. */
export function analyzeRequest(resource: Resource, resources: Resources): AnalyzeRequest {
  const request = new AnalyzeRequest();
  describe(request, resource, resource.inputs);
  const provider = providerOf(resource, resources);
  if (provider) request.setProvider(provider);
  return request;
}

/** What the engine sends a pack at the end: the outputs of all resources, and how they depend on each other. */
export function analyzeStackRequest(resources: Resources): AnalyzeStackRequest {
  const request = new AnalyzeStackRequest();
  const judged = [...resources.values()].filter(({ external }) => !external);
  request.setResourcesList(judged.map((resource) => stackResource(resource, resources)));
  return request;
}

function stackResource(resource: Resource, resources: Resources): AnalyzerResource {
  const message = new AnalyzerResource();
  describe(message, resource, resource.outputs);
  message.setParent(resource.parent);
  message.setDependenciesList([...resource.dependencies]);
  for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
    const dependencies = new AnalyzerPropertyDependencies();
    dependencies.setUrnsList([...urns]);
    message.getPropertydependenciesMap().set(property, dependencies);
  }
  const provider = providerOf(resource, resources);
  if (provider) message.setProvider(provider);
  return message;
}

function describe(
  message: AnalyzeRequest | AnalyzerResource | AnalyzerProviderResource,
  resource: Resource,
  properties: Data,
): void {
  message.setUrn(resource.urn);
  message.setType(resource.type);
  message.setName(resource.name);
  message.setProperties(structOf(properties));
  if (!(message instanceof AnalyzerProviderResource)) message.setOptions(optionsOf(resource));
}

function optionsOf({ options, parent }: Resource): AnalyzerResourceOptions {
  const message = new AnalyzerResourceOptions();
  message.setProtect(options.protect);
  message.setIgnorechangesList([...options.ignoreChanges]);
  message.setAdditionalsecretoutputsList([...options.additionalSecretOutputs]);
  message.setDeletebeforereplacedefined(options.deleteBeforeReplace !== undefined);
  message.setDeletebeforereplace(options.deleteBeforeReplace ?? false);
  message.setAliasesList([...options.aliases]);
  message.setParent(parent);
  message.setCustomtimeouts(timeoutsOf(options.customTimeouts));
  return message;
}

function timeoutsOf(
  timeouts: Resource["options"]["customTimeouts"],
): AnalyzerResourceOptions.CustomTimeouts {
  const message = new AnalyzerResourceOptions.CustomTimeouts();
  message.setCreate(secondsOf(timeouts.create));
  message.setUpdate(secondsOf(timeouts.update));
  message.setDelete(secondsOf(timeouts.delete));
  return message;
}

/** Seconds of a duration as Go writes it, `1h30m`; 0 for none. */
function secondsOf(duration: string): number {
  const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)([hms])/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ""] ?? 0), 0);
}

/** What was said of each provider: most resources have the same. */
const said = new WeakMap<Resource, AnalyzerProviderResource>();

function providerOf(
  { provider }: Resource,
  resources: Resources,
): AnalyzerProviderResource | undefined {
  const resource = resources.get(provider.slice(0, provider.lastIndexOf("::")));
  if (resource === undefined) return undefined;
  const known = said.get(resource);
  if (known !== undefined) return known;
  const message = new AnalyzerProviderResource();
  describe(message, resource, resource.inputs);
  said.set(resource, message);
  return message;
}
