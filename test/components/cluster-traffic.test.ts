import assert from "node:assert/strict";
import { sourcesOf } from "../support/references";
import { args, previewCluster, types } from "./cluster-args";

const region = "eu-west-1";
const app = "sg-app";
/** The group that EKS makes, which is there after the cluster. */
const eks = { $unknown: true };

describe("The security groups of a Cluster", () => {
  it("let nodes and pods reach each other", async () => {
    const { one } = await previewCluster(args);

    for (const type of [types.ingress, types.egress]) {
      assert.deepEqual(one(type, "cluster-within-app").inputs, {
        description: "Everything among nodes and pods",
        ipProtocol: "-1",
        referencedSecurityGroupId: app,
        region,
        securityGroupId: app,
      });
    }
  });

  it("let nodes and pods reach the API server", async () => {
    const { one } = await previewCluster(args);
    const [into, out] = [types.ingress, types.egress].map((type) => one(type, "cluster-from-app"));
    const https = {
      description: "HTTPS from nodes and pods to the API server",
      fromPort: 443,
      ipProtocol: "tcp",
      region,
      toPort: 443,
    };

    assert.ok(into && out);
    assert.deepEqual(into.inputs, {
      ...https,
      referencedSecurityGroupId: app,
      securityGroupId: eks,
    });
    assert.deepEqual(out.inputs, {
      ...https,
      referencedSecurityGroupId: eks,
      securityGroupId: app,
    });
    const cluster = [`${types.cluster}::cluster`];
    assert.deepEqual(sourcesOf(into, "securityGroupId"), cluster);
    assert.deepEqual(sourcesOf(out, "referencedSecurityGroupId"), cluster);
  });

  it("let the control plane reach kubelets and webhooks, at ports above 1024", async () => {
    const { one } = await previewCluster(args);
    const into = one(types.ingress, "cluster-to-app");

    assert.deepEqual(into.inputs, {
      description: "The control plane to kubelets and webhooks",
      fromPort: 1025,
      ipProtocol: "tcp",
      referencedSecurityGroupId: eks,
      region,
      securityGroupId: app,
      toPort: 65_535,
    });
    assert.deepEqual(sourcesOf(into, "referencedSecurityGroupId"), [`${types.cluster}::cluster`]);
  });

  it("let all nodes be in the group of the workloads alone", async () => {
    const nodes = { instanceTypes: ["m7g.large"], minimum: 1, maximum: 2 };
    const { all } = await previewCluster({ ...args, nodeGroups: { batch: nodes, general: nodes } });

    assert.deepEqual(
      all(types.template).map(({ name, inputs }) => [name, inputs["vpcSecurityGroupIds"]]),
      [
        ["cluster-batch", [app]],
        ["cluster-general", [app]],
      ],
    );
  });
});
