import { complete } from "../complete";
import { mapRecord } from "../map-record";
import type { ClusterServicesArgs } from "./args";
import { chartVersions } from "./charts";

/** What holds where an argument is left out. Every value is the safe one. */
const defaults = {
  services: { storeCidrBlocks: [], deletionProtection: true },
  namespace: { podSecurity: "restricted", quota: {}, secretArns: [] },
} as const;

/** The arguments of a cluster's services with nothing left out that has a default. */
export type Settings = ReturnType<typeof settingsOf>;

/** Completes the arguments of a cluster's services by their defaults. */
export function settingsOf(args: ClusterServicesArgs) {
  return {
    ...complete(args, defaults.services),
    chartVersions: complete(args.chartVersions ?? {}, chartVersions),
    namespaces: mapRecord(args.namespaces, (namespace) => complete(namespace, defaults.namespace)),
  };
}
