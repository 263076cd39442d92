import { nearest } from "../nearest";
import { pathOf } from "../path";
import type { Problem } from "../problem";
import { brokerProperties } from "./broker-property-names";
import { copiesProperty, inSyncProperty, replicationOf, wholeNumber } from "./broker-replication";
import { brokersOf, type Broker } from "./broker-size";
import { sectionRule } from "./rule";

/** The copies of the transactions of producers, and for how many of them a producer waits. */
const transactionCopiesProperty = "transaction.state.log.replication.factor";
const transactionInSyncProperty = "transaction.state.log.min.isr";

/** Properties that count copies, each of which is on another broker. */
const copiesProperties = [
  copiesProperty,
  "offsets.topic.replication.factor",
  transactionCopiesProperty,
];

/** Properties that are on or off. */
const switches = [
  "allow.everyone.if.no.acl.found",
  "auto.create.topics.enable",
  "delete.topic.enable",
  "unclean.leader.election.enable",
];

/** Limits that MSK has where Kafka has none. */
const lag = { least: 10_000, most: 30_000 };

/**
 * Properties of brokers that MSK accepts, and with which they take what is written.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-configuration-properties.html
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html#ensure-high-availability
 */
export const brokerPropertyRules = [
  sectionRule("broker", [], (broker) => each(broker, settable)),
  sectionRule("broker", [], (broker) => each(broker, wellFormed)),
  sectionRule("broker", ["availabilityZones"], (broker, { availabilityZones }) =>
    fewCopies(broker, brokersOf(broker, availabilityZones)),
  ),
  sectionRule("broker", ["availabilityZones"], (broker, { availabilityZones }) =>
    spareCopies(broker, brokersOf(broker, availabilityZones)),
  ),
];

type Check = (name: string, value: string) => Pick<Problem, "rule" | "fix"> | undefined;

function each({ serverProperties }: Broker, check: Check): readonly Problem[] {
  return Object.entries(serverProperties).flatMap(([name, value]) => {
    const found = check(name, value);
    return found === undefined ? [] : [{ path: propertyPath(name), value, ...found }];
  });
}

function propertyPath(name: string): string {
  return pathOf(["broker", "serverProperties", name]);
}

function settable(name: string): ReturnType<Check> {
  if (brokerProperties.includes(name)) return undefined;
  if (name.startsWith("zookeeper.")) {
    return { rule: "must be left out: in KRaft mode there is no ZooKeeper", fix: "remove it" };
  }
  const meant = nearest(name, brokerProperties);
  return {
    rule: "must be one of the properties that MSK lets one set",
    fix: meant === undefined ? "remove it" : `rename it to ${meant}`,
  };
}

function wellFormed(name: string, value: string): ReturnType<Check> {
  if (switches.includes(name) && value !== "true" && value !== "false") {
    return { rule: "must be true or false", fix: 'write "true" or "false"' };
  }
  if (name === "replica.lag.time.max.ms" && !isWithin(value, lag.least, lag.most)) {
    return {
      rule: `must be a whole number from ${lag.least} to ${lag.most} milliseconds`,
      fix: `write "${lag.most}", or leave it out`,
    };
  }
  return /[\r\n]/.test(value) ? { rule: "must be one line", fix: "write one line" } : undefined;
}

function fewCopies({ serverProperties }: Broker, brokers: number): readonly Problem[] {
  return copiesProperties.flatMap((name) => {
    const value = serverProperties[name];
    if (value === undefined || isWithin(value, 1, brokers)) return [];
    return [
      {
        path: propertyPath(name),
        value,
        rule: `must be a whole number from 1 to the number of brokers, ${brokers}`,
        fix: `write "${Math.min(brokers, 3)}", or leave it out`,
      },
    ];
  });
}

/** Without a copy to spare, every broker that restarts stops the writes. */
function spareCopies(broker: Broker, brokers: number): readonly Problem[] {
  const { copies } = replicationOf(broker, brokers);
  const transactionCopies = wholeNumber(broker.serverProperties[transactionCopiesProperty]);
  return [
    ...spareCopy(broker, inSyncProperty, copiesProperty, copies),
    ...spareCopy(
      broker,
      transactionInSyncProperty,
      transactionCopiesProperty,
      transactionCopies ?? copies,
    ),
  ];
}

function spareCopy(
  { serverProperties }: Broker,
  name: string,
  copiesName: string,
  copies: number,
): readonly Problem[] {
  const value = serverProperties[name];
  const most = Math.max(1, copies - 1);
  if (value === undefined || isWithin(value, 1, most)) return [];
  return [
    {
      path: propertyPath(name),
      value,
      rule: `must be from 1 to ${most} with ${copiesName} ${copies}: otherwise every broker that restarts stops the writes`,
      fix: `write "${most}", or leave it out`,
    },
  ];
}

function isWithin(value: string, least: number, most: number): boolean {
  const number = wholeNumber(value);
  return number !== undefined && number >= least && number <= most;
}
