import { complete } from "../complete";
import { mapRecord } from "../map-record";
import type { BrokerArgs } from "./args";
import type { AuthenticationArgs } from "./authentication";

/** What holds where an argument is left out. Every value is the safe one. */
const defaults = {
  broker: {
    monitoringSecurityGroups: {},
    brokersPerZone: 1,
    serverProperties: {},
    deletionProtection: true,
    secretRecoveryDays: 30,
  },
  storage: { targetUtilizationPercent: 60 },
  authentication: { iam: true },
  scramUser: { passwordVersion: 1 },
  topic: { configs: {} },
  monitoring: {
    level: "PER_TOPIC_PER_BROKER",
    jmxExporter: true,
    nodeExporter: true,
    logRetentionDays: 90,
  },
} as const;

/** The arguments of a broker with nothing left out that has a default. */
export type Settings = ReturnType<typeof settingsOf>;

/** Completes the arguments of a broker by their defaults. */
export function settingsOf(args: BrokerArgs) {
  const { authentication = {}, topics = {}, monitoring = {} } = args;
  return {
    ...complete(args, defaults.broker),
    storage: complete(args.storage, defaults.storage),
    authentication: authenticationOf(authentication),
    topics: mapRecord(topics, (topic) => complete(topic, defaults.topic)),
    monitoring: complete(monitoring, defaults.monitoring),
  };
}

function authenticationOf(authentication: AuthenticationArgs) {
  const { scram } = authentication;
  return {
    ...complete(authentication, defaults.authentication),
    scram: scram && { users: mapRecord(scram.users, (user) => complete(user, defaults.scramUser)) },
  };
}
