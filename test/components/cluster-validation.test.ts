import assert from "node:assert/strict";
import type { ClusterArgs } from "../../components/cluster/args";
import { args, previewCluster } from "./cluster-args";

const administrator = args.accessEntries;
const nodes = { instanceTypes: ["m7g.large"], minimum: 3, maximum: 6 };

function withNodes(change: Partial<ClusterArgs["nodeGroups"][string]>): Partial<ClusterArgs> {
  return { nodeGroups: { general: { ...nodes, ...change } } };
}

const refused: readonly [when: string, change: Partial<ClusterArgs>, problem: string][] = [
  ["the account is none", { accountId: "1234" }, "accountId must be 12 digits, got 1234"],
  [
    "EKS takes no such name",
    { clusterName: "shop production" },
    "clusterName must be letters, digits, hyphens and underscores, at most 100, a letter or digit first, got shop production",
  ],
  [
    "the name is too long",
    { clusterName: "a".repeat(101) },
    `clusterName must be letters, digits, hyphens and underscores, at most 100, a letter or digit first, got ${"a".repeat(101)}`,
  ],
  [
    "the version is not a minor",
    { kubernetesVersion: "1.36.1" },
    "kubernetesVersion must be a minor version such as 1.36, got 1.36.1",
  ],
  [
    "there is one subnet",
    { privateSubnetIds: ["subnet-a"] },
    "privateSubnetIds must be subnets of at least 2 zones, got 1",
  ],
  [
    "a range is an address",
    { endpointAccess: { publicAccessCidrs: ["203.0.113.7"] } },
    "endpointAccess.publicAccessCidrs must be IPv4 ranges such as 203.0.113.0/24, got 203.0.113.7",
  ],
  [
    "CloudWatch Logs has no such retention",
    { logRetentionDays: 31 },
    "logRetentionDays must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 31",
  ],
  [
    "nobody may use it",
    { accessEntries: {} },
    "accessEntries must let one identity administer the cluster with AmazonEKSClusterAdminPolicy, got none",
  ],
  [
    "nobody administers all of it",
    {
      accessEntries: {
        deployer: {
          principalArn: "arn:aws:iam::123456789012:role/deployer",
          policies: [{ policy: "AmazonEKSClusterAdminPolicy", namespaces: ["shop"] }],
        },
        viewer: { principalArn: "arn:aws:iam::123456789012:role/viewer" },
      },
    },
    "accessEntries must let one identity administer the cluster with AmazonEKSClusterAdminPolicy, got deployer, viewer",
  ],
  [
    "an identity's label is none",
    { accessEntries: { ...administrator, Team: { principalArn: "arn:a" } } },
    "accessEntries must be labelled by lower-case letters, digits and hyphens, at most 32, got Team",
  ],
  [
    "an identity is in a group of Kubernetes' own",
    {
      accessEntries: {
        ...administrator,
        team: { principalArn: "arn:a", kubernetesGroups: ["system:masters"] },
      },
    },
    "accessEntries.team.kubernetesGroups must not begin with system:, which EKS refuses, got system:masters",
  ],
  ["there are no nodes", { nodeGroups: {} }, "nodeGroups must be one at least, got none"],
  [
    "a label of nodes is none",
    { nodeGroups: { General: nodes } },
    "nodeGroups must be labelled by lower-case letters, digits and hyphens, at most 30, got General",
  ],
  [
    "nodes have no instance type",
    withNodes({ instanceTypes: [] }),
    "nodeGroups.general.instanceTypes must be one at least, got none",
  ],
  [
    "the fewest nodes are fewer than none",
    withNodes({ minimum: -1, desired: 0 }),
    "nodeGroups.general.minimum must be a whole number from 0 to 450, got -1",
  ],
  [
    "the most nodes are fewer than the fewest",
    withNodes({ minimum: 7, desired: 7 }),
    "nodeGroups.general.maximum must be a whole number from 7 to 450, got 6\nnodeGroups.general.desired must be a whole number from 7 to 6, got 7",
  ],
  [
    "there would never be a node",
    withNodes({ minimum: 0, maximum: 0 }),
    "nodeGroups.general.maximum must be a whole number from 1 to 450, got 0",
  ],
  [
    "the first nodes are more than the most",
    withNodes({ desired: 9 }),
    "nodeGroups.general.desired must be a whole number from 3 to 6, got 9",
  ],
  [
    "a volume is too small for the image",
    withNodes({ volumeGiB: 10 }),
    "nodeGroups.general.volumeGiB must be a whole number from 20 to 16384, got 10",
  ],
  [
    "a node takes more pods than EKS allows",
    withNodes({ maxPods: 251 }),
    "nodeGroups.general.maxPods must be a whole number from 1 to 250, got 251",
  ],
];

describe("Cluster by its arguments", () => {
  for (const [when, change, message] of refused) {
    it(`fails when ${when}`, async () => {
      await assert.rejects(previewCluster({ ...args, ...change }), { message });
    });
  }

  it("fails with every problem at once", async () => {
    await assert.rejects(previewCluster({ ...args, accountId: "1", nodeGroups: {} }), {
      message: "accountId must be 12 digits, got 1\nnodeGroups must be one at least, got none",
    });
  });

  it("lets nodes scale down to none", async () => {
    const { resources } = await previewCluster({ ...args, ...withNodes({ minimum: 0 }) });

    assert.ok(resources.length > 0);
  });
});
