import * as aws from "@pulumi/aws";
import type { Settings } from "./cache-settings";
import type { Scope, Site } from "./scope";

/** One parameter of a group, as AWS takes it. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/** The parameters of a cache, by name in order. */
function parametersOf({
  topology,
  parameters,
}: Pick<Settings, "topology" | "parameters">): readonly Parameter[] {
  const values: Readonly<Record<string, string>> = {
    ...parameters,
    ...(topology.clusterMode === "enabled" ? { "cluster-enabled": "yes" } : {}),
  };
  return Object.entries(values)
    .map(([name, value]) => ({ name, value }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * The parameter group. AWS names it anew whenever its family changes, so that the old one lasts until the cache has
 * let go of it.
 */
export function createParameterGroup(
  { settings, options }: Scope,
  { prefix, region }: Site,
): aws.elasticache.ParameterGroup {
  return new aws.elasticache.ParameterGroup(
    `${prefix}-parameters`,
    {
      region,
      family: settings.parameterGroupFamily,
      description: `Parameters of the cache ${settings.replicationGroupId}`,
      parameters: [...parametersOf(settings)],
    },
    options,
  );
}
