import type { Keys } from "../components/keys";
import type { MonitoringArgs } from "../components/monitoring";
import type { KeyDomain } from "../spec/keys";
import type { Spec } from "../spec/spec";
import { placeOf, prefixOf } from "./place";

/** The topics, each with the addresses of the roles that hear of it. */
export function monitoringArgs(spec: Spec, keys: Keys<KeyDomain>): MonitoringArgs {
  const topics = Object.entries(spec.monitoring.topics).map(([name, { contacts }]) => {
    const subscriptions = contacts.map((role) => [role, spec.contacts[role] ?? ""]);
    return [name, { subscriptions: Object.fromEntries(subscriptions) as Record<string, string> }];
  });
  return {
    ...placeOf(spec),
    keyArn: keys.arns.messaging,
    namePrefix: prefixOf(spec),
    topics: Object.fromEntries(topics) as MonitoringArgs["topics"],
  };
}
