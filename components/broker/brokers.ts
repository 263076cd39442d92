import type { Settings } from "./broker-settings";

/** How many brokers a cluster has. */
export function brokersOf({ brokersPerZone, subnetIds }: Settings): number {
  return brokersPerZone * subnetIds.length;
}
