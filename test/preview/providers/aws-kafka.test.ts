import assert from "node:assert/strict";
import type { Data } from "../../../preview/engine/wire";
import { aws } from "../../../preview/providers/aws";

function created(type: string, name: string, inputs: Data): Data {
  const request = { urn: `urn:${name}`, type, name, provider: {}, inputs };
  return aws.create(request).outputs;
}

function cluster(clientAuthentication?: Data): Data {
  const inputs = { region: "eu-west-1", clusterName: "shop", clientAuthentication };
  return created("aws:msk/cluster:Cluster", "broker", inputs);
}

/** Names of brokers with the digits that stand for what AWS makes up. */
function brokersAt(port: number, domain: string): string {
  return [1, 2, 3].map((broker) => `b-${broker}.${domain}:${port}`).join(",");
}

describe("what the AWS provider says of MSK", () => {
  it("names brokers for each way in which clients prove who they are", () => {
    const outputs = cluster({
      sasl: { iam: true, scram: true },
      tls: { certificateAuthorityArns: [] },
    });

    const domain = `shop.${String(outputs["clusterUuid"])}.c2.kafka.eu-west-1.amazonaws.com`;
    assert.equal(outputs["bootstrapBrokersSaslIam"], brokersAt(9098, domain));
    assert.equal(outputs["bootstrapBrokersSaslScram"], brokersAt(9096, domain));
    assert.equal(outputs["bootstrapBrokersTls"], brokersAt(9094, domain));
  });

  for (const [what, authentication] of [
    ["no way", undefined],
    ["ways that are off", { sasl: { iam: false, scram: false } }],
    ["no way of SASL", { unauthenticated: true }],
  ] as const) {
    it(`names no brokers for ${what}`, () => {
      const outputs = cluster(authentication);

      assert.equal(outputs["bootstrapBrokersSaslIam"], "");
      assert.equal(outputs["bootstrapBrokersSaslScram"], "");
      assert.equal(outputs["bootstrapBrokersTls"], "");
    });
  }

  it("gives a cluster, a configuration and a topic ARNs as MSK does", () => {
    const { arn, clusterUuid } = cluster();
    const inputs = { region: "eu-west-1", name: "shop-1" };
    const configuration = created("aws:msk/configuration:Configuration", "c", inputs);
    const topicInputs = { clusterArn: String(arn), name: "orders", partitionCount: 1 };
    const topic = created("aws:msk/topic:Topic", "t", topicInputs);

    assert.equal(arn, `arn:aws:kafka:eu-west-1:123456789012:cluster/shop/${String(clusterUuid)}`);
    assert.match(
      String(configuration["arn"]),
      /^arn:aws:kafka:eu-west-1:123456789012:configuration\/shop-1\/\w+$/,
    );
    assert.equal(configuration["latestRevision"], 1);
    assert.equal(
      topic["arn"],
      `arn:aws:kafka:eu-west-1:123456789012:topic/shop/${String(clusterUuid)}/orders`,
    );
    assert.equal(topic["configsActual"], "{}");
  });
});
