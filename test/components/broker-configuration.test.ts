import assert from "node:assert/strict";
import type { BrokerArgs } from "../../components/broker/args";
import { args, fullest, previewBroker, types } from "./broker-args";

/** The properties of a broker's configuration, line by line. */
async function propertiesOf(change: Partial<BrokerArgs>): Promise<readonly string[]> {
  const { inputs } = (await previewBroker({ ...args, ...change })).one(types.configuration);
  return String(inputs["serverProperties"]).split("\n");
}

describe("Broker configuration", () => {
  it("makes no topics by accident and keeps what was acknowledged, by default", async () => {
    assert.deepEqual(await propertiesOf({}), [
      "auto.create.topics.enable=false",
      "default.replication.factor=3",
      "log.retention.hours=168",
      "min.insync.replicas=2",
      "offsets.topic.replication.factor=3",
      "transaction.state.log.min.isr=2",
      "transaction.state.log.replication.factor=3",
      "unclean.leader.election.enable=false",
    ]);
  });

  it("has two copies, of which a write waits for one, where there are two brokers", async () => {
    assert.deepEqual(await propertiesOf({ subnetIds: ["subnet-a", "subnet-b"] }), [
      "auto.create.topics.enable=false",
      "default.replication.factor=2",
      "log.retention.hours=168",
      "min.insync.replicas=1",
      "offsets.topic.replication.factor=2",
      "transaction.state.log.min.isr=1",
      "transaction.state.log.replication.factor=2",
      "unclean.leader.election.enable=false",
    ]);
  });

  it("has three copies, however many brokers there are", async () => {
    const [, copies] = await propertiesOf({ brokersPerZone: 4 });

    assert.equal(copies, "default.replication.factor=3");
  });

  it("adds the properties that it is told, or has them in place of its own, in one order", async () => {
    assert.deepEqual(await propertiesOf({ serverProperties: fullest.serverProperties }), [
      "auto.create.topics.enable=false",
      "default.replication.factor=3",
      "log.retention.hours=72",
      "min.insync.replicas=2",
      "num.partitions=6",
      "offsets.topic.replication.factor=3",
      "transaction.state.log.min.isr=2",
      "transaction.state.log.replication.factor=3",
      "unclean.leader.election.enable=false",
    ]);
  });

  it("waits for fewer copies than it is told to have", async () => {
    const serverProperties = { "default.replication.factor": "2" };
    const properties = await propertiesOf({ serverProperties });

    assert.deepEqual(
      properties.filter((line) => /replica|isr/.test(line)),
      [
        "default.replication.factor=2",
        "min.insync.replicas=1",
        "offsets.topic.replication.factor=2",
        "transaction.state.log.min.isr=1",
        "transaction.state.log.replication.factor=2",
      ],
    );
  });

  it("waits for one copy where there is but one", async () => {
    const serverProperties = { "default.replication.factor": "1" };
    const properties = await propertiesOf({ serverProperties });

    assert.ok(properties.includes("min.insync.replicas=1"));
    assert.ok(properties.includes("transaction.state.log.min.isr=1"));
  });

  it("has transactions wait for fewer copies than they have", async () => {
    const serverProperties = { "transaction.state.log.replication.factor": "2" };
    const properties = await propertiesOf({ serverProperties });

    assert.ok(properties.includes("min.insync.replicas=2"));
    assert.ok(properties.includes("transaction.state.log.min.isr=1"));
  });

  it("can be replaced while it is in use, and is bound to no version of Kafka", async () => {
    const { inputs, options } = (await previewBroker(args)).one(types.configuration);

    assert.deepEqual(Object.keys(inputs).sort(), [
      "description",
      "name",
      "region",
      "serverProperties",
    ]);
    assert.match(String(inputs["name"]), /^broker-configuration-[0-9a-f]{7}$/);
    assert.equal(inputs["description"], "Brokers of the cluster shop-production");
    assert.deepEqual(options.ignoreChanges, []);
  });
});
