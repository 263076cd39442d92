import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { rule, type Rule } from "./rule";

export type Broker = NonNullable<Spec["broker"]>;

/** A rule of the broker and other parts, which says nothing of a stack without broker. */
export function brokerRule<K extends keyof Spec = never>(
  reads: readonly K[],
  check: (broker: Broker, spec: Pick<Spec, K>, today: string) => readonly Problem[],
): Rule {
  return rule(["broker", ...reads], (spec, today) =>
    spec.broker === undefined ? [] : check(spec.broker, spec, today),
  );
}

/** How many brokers there are: as many in each zone. */
export function brokersOf({ brokersPerZone }: Broker, zones: Spec["availabilityZones"]): number {
  return brokersPerZone * Object.keys(zones).length;
}
