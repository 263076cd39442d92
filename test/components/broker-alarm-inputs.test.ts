import assert from "node:assert/strict";
import type { AlarmInputs } from "../../components/broker/alarm-inputs";
import type { BrokerArgs } from "../../components/broker/args";
import { instanceTypes } from "../../components/broker/instance-types";
import { brokerTypes } from "../../spec/preflight/broker-types";
import { args, fullest, previewComponent } from "./broker-args";

const gib = 1024 ** 3;
const mib = 1024 ** 2;

async function inputsOf(brokerArgs: BrokerArgs): Promise<AlarmInputs> {
  const found: AlarmInputs[] = [];
  await previewComponent(brokerArgs, ({ alarmInputs }) => found.push(alarmInputs));
  const [inputs] = found;
  assert.ok(inputs);
  return inputs;
}

describe("Broker alarm inputs", () => {
  it("say what there is to watch of the least cluster", async () => {
    assert.deepEqual(await inputsOf(args), {
      clusterName: "shop-production",
      region: "eu-west-1",
      instanceType: "kafka.m7g.large",
      brokerIds: ["1", "2", "3"],
      allocatedBytes: 100 * gib,
      maximumBytes: undefined,
      throughputBytesPerSecond: 250 * mib,
      partitionsPerBroker: 1000,
      minimumInSyncReplicas: 2,
      topics: [],
    });
  });

  it("say what there is to watch of the fullest cluster", async () => {
    assert.deepEqual(await inputsOf(fullest), {
      clusterName: "shop-production",
      region: "eu-west-1",
      instanceType: "kafka.m7g.4xlarge",
      brokerIds: ["1", "2", "3", "4", "5", "6"],
      allocatedBytes: 1000 * gib,
      maximumBytes: 4000 * gib,
      throughputBytesPerSecond: 500 * mib,
      partitionsPerBroker: 4000,
      minimumInSyncReplicas: 2,
      topics: ["orders", "orders.dead"],
    });
  });

  it("know how many copies a write waits for when it was told", async () => {
    const serverProperties = { "min.insync.replicas": "1" };
    const { minimumInSyncReplicas } = await inputsOf({ ...args, serverProperties });

    assert.equal(minimumInSyncReplicas, 1);
  });

  it("know each type that the spec knows, with the same throughput and fewer partitions than it can hold", () => {
    assert.deepEqual(Object.keys(instanceTypes), Object.keys(brokerTypes));
    for (const [type, { partitions, maximumMiBps }] of Object.entries(instanceTypes)) {
      assert.equal(maximumMiBps, brokerTypes[type]?.mostMiBps, type);
      assert.equal(partitions * 1.5, brokerTypes[type]?.mostPartitions, type);
    }
  });
});
