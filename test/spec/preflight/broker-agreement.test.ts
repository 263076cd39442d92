import assert from "node:assert/strict";
import fc from "fast-check";
import { validateBroker } from "../../../components/broker/validate-broker";
import { merge } from "../../../spec/merge";
import { parseSpec } from "../../../spec/parse";
import type { Spec } from "../../../spec/spec";
import { soundSpec, today } from "../sound-spec";
import { broker, thirdZone } from "./sound-broker";

const copies = fc.constantFrom(..."0 00 01 1 2 3 4 all".split(" "));
const replicationFactor = fc.constantFrom(1, 2, 3, 4, 6, 60);

/** Fields with values at and beside their limits, sound or not. */
const fields = {
  kafkaVersion: fc.constantFrom("3.7.x.kraft", "3.9.x.kraft", "4.1.x.kraft", "3.9.x"),
  instanceType: fc.constantFrom(
    ..."t3.small m5.large m5.4xlarge m7g.large m7g.2xlarge m7g.16xlarge"
      .split(" ")
      .map((size) => `kafka.${size}`),
  ),
  brokersPerZone: fc.constantFrom(1, 2, 20, 21, 30),
  storage: fc.record(
    {
      allocatedGiB: fc.constantFrom(1, 9, 10, 16_384),
      maximumGiB: fc.constantFrom(2, 9, 10, 11, 16_384),
      targetUtilizationPercent: fc.constantFrom(10, 80),
      throughputMiBps: fc.constantFrom(250, 312, 313, 593, 594, 1000),
    },
    { requiredKeys: [] },
  ),
  serverProperties: fc.dictionary(
    fc.constantFrom(
      "default.replication.factor",
      "min.insync.replicas",
      "offsets.topic.replication.factor",
      "transaction.state.log.min.isr",
      "transaction.state.log.replication.factor",
      "num partitions",
    ),
    copies,
    { maxKeys: 2 },
  ),
  authentication: fc.record(
    {
      iam: fc.boolean(),
      scram: fc.record({
        users: fc.dictionary(
          fc.constantFrom("orders", "a@b_c.d-e", ".a", "u".repeat(64), "u".repeat(65)),
          fc.record({ passwordVersion: fc.constantFrom(1, 9) }),
        ),
      }),
      tls: fc.record({
        certificateAuthorityArns: fc.subarray([
          "arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/1234",
        ]),
      }),
    },
    { requiredKeys: [] },
  ),
  topics: fc.dictionary(
    fc.constantFrom("a.b", "a_b", "_a", "__a", ".", "t".repeat(249), "t".repeat(250)),
    fc.record(
      {
        partitions: fc.constantFrom(1, 1000),
        replicationFactor,
        configs: fc.dictionary(fc.constant("min.insync.replicas"), copies),
      },
      { requiredKeys: ["partitions"] },
    ),
    { maxKeys: 2 },
  ),
};

/** A change of up to three fields. */
const change = fc
  .subarray(Object.keys(fields) as (keyof typeof fields)[], { maxLength: 3 })
  .chain((keys) => fc.record(fields, { requiredKeys: keys }).map((all) => pick(all, keys)));

function pick(all: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));
}

const place = fc.record({
  system: fc.constantFrom("orders", "a-system-with-name-19"),
  zones: fc.constantFrom({}, thirdZone),
});

/** What the component finds wrong with a broker that preflight let through. */
function componentsProblems(spec: Spec): readonly string[] {
  assert.ok(spec.broker);
  return validateBroker({
    ...spec.broker,
    clusterName: `${spec.system}-${spec.environment}`,
    region: spec.region,
    vpcId: "vpc-1",
    subnetIds: Object.keys(spec.availabilityZones).map((zone) => `subnet-${zone}`),
    allowedSecurityGroups: { app: "sg-1" },
    dataKeyArn: "arn:data",
    logsKeyArn: "arn:logs",
    secretsKeyArn: "arn:secrets",
  });
}

describe("preflight", () => {
  it("lets no broker through that the component would refuse", () => {
    let accepted = 0;
    fc.assert(
      fc.property(place, change, ({ system, zones }, changed) => {
        const layer = merge({ system }, zones, broker(changed));
        const parsed = parseSpec(merge(soundSpec, layer), today);
        if ("problems" in parsed) return;
        accepted += 1;
        assert.deepEqual(componentsProblems(parsed.spec), []);
      }),
      { numRuns: 500 },
    );
    assert.ok(accepted > 50, `only ${accepted} of the brokers were sound`);
  });
});
