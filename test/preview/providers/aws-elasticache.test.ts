import assert from "node:assert/strict";
import type { Data } from "../../../preview/engine/wire";
import { aws } from "../../../preview/providers/aws";

const inputs = { region: "eu-west-1", replicationGroupId: "shop" };

function created(type: string, name: string, changes: Data): Data {
  const request = { urn: `urn:${name}`, type, name, provider: {}, inputs: changes };
  return aws.create(request).outputs;
}

function group(nodes: Data): Data {
  const type = "aws:elasticache/replicationGroup:ReplicationGroup";
  return created(type, "cache", { ...inputs, ...nodes });
}

describe("what the AWS provider says of ElastiCache", () => {
  it("names where a primary is written to and its replicas are read from", () => {
    const outputs = group({ numCacheClusters: 2 });

    const domain = /\.shop\.[0-9a-f]{6}\.eu-west-1\.cache\.amazonaws\.com$/;
    assert.match(String(outputs["primaryEndpointAddress"]), domain);
    assert.match(String(outputs["primaryEndpointAddress"]), /^master\./);
    assert.match(String(outputs["readerEndpointAddress"]), /^replica\./);
    assert.equal(outputs["configurationEndpointAddress"], undefined);
    assert.equal(outputs["clusterEnabled"], false);
    assert.deepEqual(outputs["memberClusters"], ["shop-001", "shop-002"]);
  });

  it("names where shards are found, and their nodes", () => {
    const outputs = group({ numNodeGroups: 2, replicasPerNodeGroup: 1 });

    assert.match(String(outputs["configurationEndpointAddress"]), /^clustercfg\.shop\./);
    assert.equal(outputs["primaryEndpointAddress"], undefined);
    assert.equal(outputs["readerEndpointAddress"], undefined);
    assert.equal(outputs["clusterEnabled"], true);
    assert.deepEqual(outputs["memberClusters"], [
      "shop-0001-001",
      "shop-0001-002",
      "shop-0002-001",
      "shop-0002-002",
    ]);
  });

  it("takes what is left out for one node, or one shard", () => {
    assert.deepEqual(group({})["memberClusters"], ["shop-001"]);
    assert.deepEqual(group({ replicasPerNodeGroup: 0 })["memberClusters"], ["shop-0001-001"]);
  });

  it("gives a replication group its ARN", () => {
    assert.equal(
      group({})["arn"],
      "arn:aws:elasticache:eu-west-1:123456789012:replicationgroup:shop",
    );
  });

  it("gives a Global Datastore an identifier that ends in what was asked for", () => {
    const type = "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup";
    const outputs = created(type, "cache", { globalReplicationGroupIdSuffix: "shop" });

    assert.match(String(outputs["globalReplicationGroupId"]), /^[0-9a-f]{5}-shop$/);
  });
});
