import type { Spec } from "../spec";

export type Broker = NonNullable<Spec["broker"]>;

/** How many brokers there are: as many in each zone. */
export function brokersOf({ brokersPerZone }: Broker, zones: Spec["availabilityZones"]): number {
  return brokersPerZone * Object.keys(zones).length;
}
