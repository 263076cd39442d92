import type { Scope } from "./scope";

/** An instance of the database, as it is known before anything is made. */
export interface Member {
  readonly role: "primary" | "replica" | "recovery";
  /** Name of a replica; empty for the primary. */
  readonly label: string;
  /** Name of the resource. */
  readonly name: string;
  /** Identifier in AWS. */
  readonly identifier: string;
  readonly region: string;
  readonly instanceClass: string;
}

/** The instance that is written to. */
export function primaryOf({ instanceName, identifier, settings }: Scope): Member {
  const { region, instanceClass } = settings;
  return { role: "primary", label: "", name: instanceName, identifier, region, instanceClass };
}

/** The read replicas, by name in order. */
export function replicasOf({ instanceName, identifier, settings }: Scope): readonly Member[] {
  return Object.entries(settings.readReplicas)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([label, { instanceClass = settings.instanceClass }]) => ({
      role: "replica",
      label,
      name: `${instanceName}-replica-${label}`,
      identifier: `${identifier}-${label}`,
      region: settings.region,
      instanceClass,
    }));
}

/** The replica in another region: one or none. */
export function recoveryOf({ instanceName, identifier, settings }: Scope): readonly Member[] {
  const { disasterRecovery } = settings;
  if (disasterRecovery?.mode !== "replica") return [];

  const { region, instanceClass = settings.instanceClass } = disasterRecovery;
  const name = `${instanceName}-recovery`;
  const copy = { name, identifier: `${identifier}-recovery`, region, instanceClass };
  return [{ role: "recovery", label: "recovery", ...copy }];
}

/** Every instance of the database, the primary first. */
export function membersOf(scope: Scope): readonly Member[] {
  return [primaryOf(scope), ...replicasOf(scope), ...recoveryOf(scope)];
}
