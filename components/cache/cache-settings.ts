import { complete } from "../complete";
import type { CacheArgs } from "./args";
import { completeAuth } from "./auth";
import { familyOf } from "./engine";
import { completeTopology } from "./topology";

/** What holds where an argument is left out. Every value is the safe one. */
const defaults = {
  cache: {
    nodeQuota: 90,
    automaticFailover: true,
    multiAz: true,
    port: 6379,
    transitEncryptionMode: "required",
    parameters: {},
    maintenanceWindow: "sun:05:00-sun:06:00",
    applyImmediately: false,
    deletionProtection: true,
    secretRecoveryDays: 30,
  },
  snapshot: { retentionDays: 7, window: "03:00-04:00" },
  monitoring: { logRetentionDays: 90 },
} as const;

/** The arguments of a cache with nothing left out that has a default. */
export type Settings = ReturnType<typeof settingsOf>;

/** Completes the arguments of a cache by their defaults. */
export function settingsOf(args: CacheArgs) {
  const { topology, auth = { mode: "token" }, snapshot = {}, monitoring = {} } = args;
  const { deletionProtection, ...settings } = complete(args, defaults.cache);
  return {
    ...settings,
    deletionProtection,
    parameterGroupFamily: args.parameterGroupFamily ?? familyOf(args),
    topology: completeTopology(topology),
    auth: completeAuth(auth),
    snapshot: complete(snapshot, defaults.snapshot),
    monitoring: complete(monitoring, defaults.monitoring),
    autoMinorVersionUpgrade: args.autoMinorVersionUpgrade ?? args.disasterRecovery === undefined,
    finalSnapshot: args.finalSnapshot ?? deletionProtection,
  };
}
