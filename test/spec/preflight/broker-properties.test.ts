import type { Problem } from "../../../spec/problem";
import { broker, thirdZone } from "./sound-broker";
import { accepts, refuses } from "./table";

/** Properties of a broker with two copies, in two zones. */
function properties(serverProperties: Readonly<Record<string, string>>): object {
  return broker({ serverProperties });
}

/** Properties of a broker with three copies, in three zones. */
function threefold(serverProperties: Readonly<Record<string, string>>): object {
  return { ...thirdZone, ...properties(serverProperties) };
}

/** One property that is wrong. */
function wrong(name: string, value: string, rule: string, fix: string): Problem {
  return { path: `broker.serverProperties["${name}"]`, value, rule, fix };
}

const settable = "must be one of the properties that MSK lets one set";
const copies = "must be a whole number from 1 to the number of brokers";
const stops = "otherwise every broker that restarts stops the writes";

describe("preflight of the broker's properties", () => {
  refuses([
    [
      "one is misspelt",
      properties({ "num.partition": "6" }),
      wrong("num.partition", "6", settable, "rename it to num.partitions"),
    ],
    [
      "one is MSK's own",
      properties({ "broker.id": "1" }),
      wrong("broker.id", "1", settable, "remove it"),
    ],
    [
      "one speaks of ZooKeeper",
      properties({ "zookeeper.session.timeout.ms": "9000" }),
      wrong(
        "zookeeper.session.timeout.ms",
        "9000",
        "must be left out: in KRaft mode there is no ZooKeeper",
        "remove it",
      ),
    ],
    ...[
      "allow.everyone.if.no.acl.found",
      "auto.create.topics.enable",
      "delete.topic.enable",
      "unclean.leader.election.enable",
    ].map(
      (name) =>
        [
          `${name} is neither on nor off`,
          properties({ [name]: "yes" }),
          wrong(name, "yes", "must be true or false", 'write "true" or "false"'),
        ] as const,
    ),
    ...["9999", "30001", "30s"].map(
      (value) =>
        [
          `a copy may lag for ${value}`,
          properties({ "replica.lag.time.max.ms": value }),
          wrong(
            "replica.lag.time.max.ms",
            value,
            "must be a whole number from 10000 to 30000 milliseconds",
            'write "30000", or leave it out',
          ),
        ] as const,
    ),
    ...["\n", "\r"].map(
      (end) =>
        [
          `one has two lines, by ${JSON.stringify(end)}`,
          properties({ "num.partitions": `1${end}broker.id=1` }),
          wrong("num.partitions", `1${end}broker.id=1`, "must be one line", "write one line"),
        ] as const,
    ),
    ...[
      "default.replication.factor",
      "offsets.topic.replication.factor",
      "transaction.state.log.replication.factor",
    ].map(
      (name) =>
        [
          `there are more brokers by ${name} than in truth`,
          properties({ [name]: "3" }),
          wrong(name, "3", `${copies}, 2`, 'write "2", or leave it out'),
        ] as const,
    ),
    [
      "there are no copies",
      properties({ "default.replication.factor": "0" }),
      wrong("default.replication.factor", "0", `${copies}, 2`, 'write "2", or leave it out'),
    ],
    [
      "there are more copies than many brokers",
      broker({ brokersPerZone: 2, serverProperties: { "default.replication.factor": "5" } }),
      wrong("default.replication.factor", "5", `${copies}, 4`, 'write "3", or leave it out'),
    ],
    [
      "writes wait for every copy",
      threefold({ "min.insync.replicas": "3" }),
      wrong(
        "min.insync.replicas",
        "3",
        `must be from 1 to 2 with default.replication.factor 3: ${stops}`,
        'write "2", or leave it out',
      ),
    ],
    [
      "writes wait for every copy of those that it is told to have",
      threefold({ "min.insync.replicas": "2", "default.replication.factor": "2" }),
      wrong(
        "min.insync.replicas",
        "2",
        `must be from 1 to 1 with default.replication.factor 2: ${stops}`,
        'write "1", or leave it out',
      ),
    ],
    [
      "writes wait for more than the one copy",
      threefold({ "min.insync.replicas": "2", "default.replication.factor": "1" }),
      wrong(
        "min.insync.replicas",
        "2",
        `must be from 1 to 1 with default.replication.factor 1: ${stops}`,
        'write "1", or leave it out',
      ),
    ],
    [
      "writes wait for no number of copies",
      threefold({ "min.insync.replicas": "01" }),
      wrong(
        "min.insync.replicas",
        "01",
        `must be from 1 to 2 with default.replication.factor 3: ${stops}`,
        'write "2", or leave it out',
      ),
    ],
    [
      "transactions wait for every copy",
      threefold({ "transaction.state.log.min.isr": "3" }),
      wrong(
        "transaction.state.log.min.isr",
        "3",
        `must be from 1 to 2 with transaction.state.log.replication.factor 3: ${stops}`,
        'write "2", or leave it out',
      ),
    ],
    [
      "transactions wait for every copy of those that they are told to have",
      threefold({
        "transaction.state.log.min.isr": "2",
        "transaction.state.log.replication.factor": "2",
      }),
      wrong(
        "transaction.state.log.min.isr",
        "2",
        `must be from 1 to 1 with transaction.state.log.replication.factor 2: ${stops}`,
        'write "1", or leave it out',
      ),
    ],
  ]);
  accepts([
    ["properties that MSK lets one set", properties({ "num.partitions": "6" })],
    ["what is on or off", properties({ "auto.create.topics.enable": "true" })],
    ["the least lag of a copy", properties({ "replica.lag.time.max.ms": "10000" })],
    ["the most lag of a copy", properties({ "replica.lag.time.max.ms": "30000" })],
    ["one copy of three", threefold({ "min.insync.replicas": "1" })],
    [
      "a single copy, on purpose",
      properties({ "default.replication.factor": "1", "min.insync.replicas": "1" }),
    ],
    ["as many copies as there are brokers", properties({ "default.replication.factor": "2" })],
  ]);
});
