import assert from "node:assert/strict";
import type { BrokerArgs } from "../../components/broker/args";
import { settingsOf } from "../../components/broker/broker-settings";
import { brokerSchema } from "../../spec/broker";
import { args, authority } from "./broker-args";

const required = {
  kafkaVersion: "3.9.x.kraft",
  instanceType: "kafka.m7g.large",
  storage: { allocatedGiB: 100 },
};
const optional = {
  authentication: {
    scram: { users: { orders: {} } },
    tls: { certificateAuthorityArns: [authority] },
  },
  topics: { orders: { partitions: 12 } },
};

describe("Broker by the spec", () => {
  it("has the spec's defaults, so that a direct user gets what a system gets", () => {
    const spec = brokerSchema.parse({ ...required, ...optional });
    const settings: Readonly<Record<string, unknown>> = settingsOf({ ...args, ...optional });

    const sameKeys = Object.keys(spec).map((key) => [key, settings[key]]);
    assert.deepEqual(Object.fromEntries(sameKeys), spec);
  });

  it("lets IAM alone say who one is where the spec says nothing of it", () => {
    const { authentication } = brokerSchema.parse(required);

    assert.deepEqual(authentication, { iam: true });
    assert.equal(settingsOf(args).authentication.iam, true);
    assert.equal(settingsOf(args).authentication.scram, undefined);
    assert.equal(settingsOf(args).authentication.tls, undefined);
  });

  it("takes what the spec gives", () => {
    const spec: Partial<BrokerArgs> = brokerSchema.parse(required);

    assert.equal(spec.kafkaVersion, "3.9.x.kraft");
  });
});
