import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { rule, type Rule } from "./rule";

type Network = Spec["network"];

/** A network of the spec, and the path it was written at. */
export interface PlacedNetwork {
  readonly path: string;
  readonly network: Network;
}

/** The zones that a network stands in, and the path they were written at. */
export interface PlacedZones {
  readonly path: string;
  readonly labels: readonly string[];
}

/** A rule of every network: the stack's, and that of the disaster-recovery region. */
export function networkRules(
  check: (placed: PlacedNetwork) => readonly Problem[],
): readonly Rule[] {
  return [
    rule(["network"], ({ network }) => check({ path: "network", network })),
    rule(["disasterRecovery"], ({ disasterRecovery: { network } }) =>
      network === undefined ? [] : check({ path: "disasterRecovery.network", network }),
    ),
  ];
}

/** A rule of every network and its zones. */
export function zonedNetworkRules(
  check: (placed: PlacedNetwork, zones: PlacedZones) => readonly Problem[],
): readonly Rule[] {
  return [
    rule(["network", "availabilityZones"], ({ network, availabilityZones }) =>
      check({ path: "network", network }, placed("availabilityZones", availabilityZones)),
    ),
    rule(["disasterRecovery", "disasterRecoveryAvailabilityZones"], (spec) => {
      const { disasterRecovery, disasterRecoveryAvailabilityZones: zones } = spec;
      const { network } = disasterRecovery;
      if (network === undefined || zones === undefined) return [];
      return check(
        { path: "disasterRecovery.network", network },
        placed("disasterRecoveryAvailabilityZones", zones),
      );
    }),
  ];
}

function placed(path: string, zones: Readonly<Record<string, string>>): PlacedZones {
  return { path, labels: Object.keys(zones) };
}
