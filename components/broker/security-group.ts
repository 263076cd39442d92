import type * as aws from "@pulumi/aws";
import { allowEach, createSecurityGroup } from "../security-group-edge";
import { exportersOf, listenersOf } from "./listeners";
import type { Scope } from "./scope";

/** The label by which the brokers themselves are a source of their rules. */
export const brokersLabel = "brokers";

/**
 * The security group of the brokers, for good: MSK changes the groups of no cluster. Whoever is allowed may
 * connect to the ports that are in use, and nothing goes out but from broker to broker. What brokers copy from
 * each other goes through a network of MSK's own.
 */
export function createBrokerGroup(scope: Scope): aws.ec2.SecurityGroup {
  const { name, settings } = scope;
  const { clusterName: target, region, allowedSecurityGroups, monitoringSecurityGroups } = settings;
  const description = `Brokers of the cluster ${target}`;
  const group = createSecurityGroup(scope, `${name}-brokers`, description, settings);
  const clients = { ...allowedSecurityGroups, [brokersLabel]: group.id };
  const entrances = [
    ...listenersOf(settings).map((listener) => ({ ...listener, sources: clients })),
    ...exportersOf(settings).map((exporter) => ({
      ...exporter,
      sources: monitoringSecurityGroups,
    })),
  ];
  for (const { key, ...entrance } of entrances) {
    allowEach(scope, { ...entrance, prefix: `${name}-${key}`, target, region, to: group.id });
  }
  return group;
}
