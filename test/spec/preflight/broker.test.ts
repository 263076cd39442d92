import assert from "node:assert/strict";
import { problemsWith } from "../sound-spec";
import { broker, soundBroker, thirdZone } from "./sound-broker";
import { accepts, refuses } from "./table";

/** The sound spec in Virginia, which has zones enough. */
const virginia = {
  region: "us-east-1",
  disasterRecoveryRegion: "us-west-2",
  availabilityZones: { a: "us-east-1a", b: "us-east-1b", c: "us-east-1c", d: "us-east-1d" },
  network: {
    subnets: {
      public: { c: "10.0.3.0/24", d: "10.0.4.0/24" },
      private: { c: "10.0.13.0/24", d: "10.0.14.0/24" },
      database: { c: "10.0.23.0/24", d: "10.0.24.0/24" },
    },
  },
};

/** The sound spec in Northern California. */
function california(zones: readonly string[]): object {
  const all = Object.fromEntries(zones.map((zone) => [zone, `us-west-1${zone}`]));
  return {
    region: "us-west-1",
    disasterRecoveryRegion: "us-west-2",
    availabilityZones: all,
    ...broker({}),
  };
}

describe("preflight of the broker", () => {
  refuses([
    [
      "it runs a version that MSK does not have",
      broker({ kafkaVersion: "3.6.x.kraft" }),
      {
        path: "broker.kafkaVersion",
        value: "3.6.x.kraft",
        rule: "must be a version that MSK runs on Standard brokers",
        fix: "choose 3.8.x.kraft, 3.9.x.kraft, 4.0.x.kraft or 4.1.x.kraft",
      },
    ],
    [
      "it runs a version that Express brokers alone have",
      broker({ kafkaVersion: "4.2.x.kraft" }),
      {
        path: "broker.kafkaVersion",
        value: "4.2.x.kraft",
        rule: "must be a version that MSK runs on Standard brokers",
        fix: "choose 3.8.x.kraft, 3.9.x.kraft, 4.0.x.kraft or 4.1.x.kraft",
      },
    ],
    [
      "its version is no longer in support",
      broker({ kafkaVersion: "3.7.x.kraft" }),
      {
        path: "broker.kafkaVersion",
        value: "3.7.x.kraft",
        rule: "must be a version in support, which ended on 2026-09-01",
        fix: "choose 3.8.x.kraft, 3.9.x.kraft, 4.0.x.kraft or 4.1.x.kraft",
      },
    ],
    [
      "its version needs ZooKeeper",
      broker({ kafkaVersion: "3.9.x" }),
      {
        path: "broker.kafkaVersion",
        value: "3.9.x",
        rule: "must be a Kafka version in KRaft mode such as 3.9.x.kraft",
        fix: 'write it like "3.9.x.kraft"',
      },
    ],
    [
      "its type is none",
      broker({ instanceType: "kafka.m7g.xlarg" }),
      {
        path: "broker.instanceType",
        value: "kafka.m7g.xlarg",
        rule: "must be a type that MSK has for Standard brokers in KRaft mode",
        fix: "write for example kafka.m7g.xlarge",
      },
    ],
    [
      "its type runs with ZooKeeper only",
      broker({ instanceType: "kafka.t3.small" }),
      {
        path: "broker.instanceType",
        value: "kafka.t3.small",
        rule: "must be a type that MSK has for Standard brokers in KRaft mode",
        fix: "write for example kafka.m5.large",
      },
    ],
    [
      "its type is that of another service",
      broker({ instanceType: "m7g.large" }),
      {
        path: "broker.instanceType",
        value: "m7g.large",
        rule: "must be a type of MSK's Standard brokers such as kafka.m7g.xlarge",
        fix: 'write it like "kafka.m7g.xlarge"',
      },
    ],
    [
      "there are four zones",
      { ...virginia, ...broker({}) },
      {
        path: "availabilityZones",
        value: virginia.availabilityZones,
        rule: "must be 2 or 3 zones with a broker in us-east-1",
        fix: "change their number, or remove broker",
      },
    ],
    [
      "there are more brokers than MSK takes",
      { ...thirdZone, ...broker({ brokersPerZone: 21 }) },
      {
        path: "broker.brokersPerZone",
        value: 21,
        rule: "must make at most 60 brokers in all zones, not 63",
        fix: "lower it to 20 or less",
      },
    ],
  ]);
  accepts([
    ["a broker", broker({})],
    ["a broker in three zones", { ...thirdZone, ...broker({}) }],
    ["as many brokers as MSK takes", broker({ brokersPerZone: 30 })],
    ["the newest version", broker({ kafkaVersion: "4.1.x.kraft" })],
    ["the largest type", broker({ instanceType: "kafka.m5.24xlarge" })],
    ["no broker in more zones than brokers have", virginia],
    ["two zones where MSK takes two", california(["a", "b"])],
  ]);

  it("fails when there are three zones where MSK takes two", () => {
    const change = { ...thirdZone, ...california(["a", "b", "c"]) };
    assert.deepEqual(problemsWith(change), [
      {
        path: "availabilityZones",
        value: { a: "us-west-1a", b: "us-west-1b", c: "us-west-1c" },
        rule: "must be 2 zones with a broker in us-west-1",
        fix: "change their number, or remove broker",
      },
    ]);
  });

  it("accepts a version on the last day of its support", () => {
    const change = broker({ kafkaVersion: "3.7.x.kraft" });

    assert.deepEqual(problemsWith(change, "2026-09-01"), []);
    assert.equal(problemsWith(change, "2026-09-02").length, 1);
  });

  it("offers what is in support on the day", () => {
    const [problem] = problemsWith(broker({ kafkaVersion: "3.6.x.kraft" }), "2026-09-01");

    assert.equal(
      problem?.fix,
      "choose 3.7.x.kraft, 3.8.x.kraft, 3.9.x.kraft, 4.0.x.kraft or 4.1.x.kraft",
    );
  });

  it("says where something must be told", () => {
    const required = Object.fromEntries(Object.keys(soundBroker).map((key) => [key, null]));
    const paths = problemsWith(broker(required)).map(({ path }) => path);

    assert.deepEqual(paths, ["broker.instanceType", "broker.kafkaVersion", "broker.storage"]);
  });
});
