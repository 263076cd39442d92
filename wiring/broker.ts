import type { BrokerArgs } from "../components/broker/args";
import type { Spec } from "../spec/spec";
import { joined, type Neighbours } from "./neighbours";
import { placeOf, prefixOf } from "./place";

/** The brokers, in the database tier, open to the workloads; undefined for a system without. */
export function brokerArgs(spec: Spec, neighbours: Neighbours): BrokerArgs | undefined {
  if (spec.broker === undefined) return undefined;
  return {
    ...spec.broker,
    ...placeOf(spec),
    ...joined(spec, neighbours),
    clusterName: prefixOf(spec),
  };
}
