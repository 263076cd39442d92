import assert from "node:assert/strict";
import { statefulList } from "../../../preview/stateful/stateful-list";
import { resource, urn } from "../requirements/stack";

const instance = "aws:rds/instance:Instance";
const cluster = "aws:msk/cluster:Cluster";

describe("the list of stateful resources", () => {
  it("has the values of a resource that a change of would make a new one, and no others", () => {
    const inputs = { dbName: "orders", instanceClass: "db.t4g.small", region: "eu-west-1" };
    assert.deepEqual(statefulList([resource({ type: instance, name: "orders", inputs })]), {
      [urn(instance, "orders")]: { dbName: "orders", region: "eu-west-1" },
    });
  });

  it("leaves out resources that hold nothing", () => {
    assert.deepEqual(statefulList([resource({ type: "aws:iam/role:Role", name: "r" })]), {});
  });

  it("is in the order of the URNs", () => {
    const buckets = ["b", "a"].map((name) => resource({ type: "aws:s3/bucket:Bucket", name }));
    assert.deepEqual(
      Object.keys(statefulList(buckets)),
      buckets.map((bucket) => bucket.urn).reverse(),
    );
  });

  it("tells a value that is not known by the resources that it is made from", () => {
    const key = urn("aws:kms/key:Key", "data");
    const inputs = { kmsKeyId: { $unknown: true } };
    const propertyDependencies = { kmsKeyId: [key] };
    assert.deepEqual(
      statefulList([resource({ type: instance, name: "orders", inputs, propertyDependencies })]),
      {
        [urn(instance, "orders")]: {
          kmsKeyId: { $unknown: true, from: ["aws:kms/key:Key::data"] },
        },
      },
    );
  });

  it("reads values within an input, with what is not known among them", () => {
    const subnets = ["b", "a"].map((name) => urn("aws:ec2/subnet:Subnet", name));
    const inputs = {
      brokerNodeGroupInfo: {
        clientSubnets: [{ $unknown: true }, "subnet-1"],
        instanceType: "kafka.m7g.large",
      },
      encryptionInfo: { encryptionInTransit: { inCluster: true } },
    };
    const propertyDependencies = { brokerNodeGroupInfo: subnets };
    assert.deepEqual(
      statefulList([resource({ type: cluster, name: "events", inputs, propertyDependencies })]),
      {
        [urn(cluster, "events")]: {
          "brokerNodeGroupInfo.clientSubnets": {
            $unknown: true,
            from: ["aws:ec2/subnet:Subnet::a", "aws:ec2/subnet:Subnet::b"],
          },
          "encryptionInfo.encryptionInTransit.inCluster": true,
        },
      },
    );
  });

  it("never says what is secret", () => {
    const inputs = { username: { $secret: true }, kmsKeyId: [{ $secret: true }, "a"] };
    assert.deepEqual(statefulList([resource({ type: instance, name: "orders", inputs })]), {
      [urn(instance, "orders")]: { kmsKeyId: { $secret: true }, username: { $secret: true } },
    });
  });
});
