import assert from "node:assert/strict";
import { problemsWith } from "../sound-spec";
import { accepts, refuses } from "./table";

const general = { instanceTypes: ["m7g.large"], minimum: 2, maximum: 6 };
const deployer = {
  principal: "role/deployer",
  policies: [{ policy: "AmazonEKSClusterAdminPolicy" }],
};

/** The sound spec with a sound cluster, changed. */
function cluster(change: object): object {
  const sound = {
    accessEntries: { deployer },
    nodeGroups: { general },
    namespaces: { orders: {} },
  };
  return { cluster: { ...sound, ...change } };
}

function nodes(change: object): object {
  return cluster({ nodeGroups: { general: { ...general, ...change } } });
}

const access = "cluster.accessEntries";
const nodeGroup = "cluster.nodeGroups.general";

describe("preflight of a cluster's version", () => {
  refuses([
    [
      "EKS has never had it",
      cluster({ kubernetesVersion: "1.99", addonVersions: { "kube-proxy": "v1.99.0-eksbuild.1" } }),
      {
        path: "cluster.kubernetesVersion",
        value: "1.99",
        rule: "must be a version that EKS supports",
        fix: "choose 1.34, 1.35, 1.36 or 1.37",
      },
    ],
    [
      "kube-proxy is of another one",
      cluster({ kubernetesVersion: "1.35" }),
      {
        path: "cluster.addonVersions.kube-proxy",
        value: "v1.36.0-eksbuild.25",
        rule: "must be of kubernetesVersion 1.35",
        fix: "write a version of EKS that begins with v1.35., and look up those of the other add-ons for it",
      },
    ],
  ]);
  accepts([
    ["the version that the add-ons are for", cluster({})],
    [
      "another with add-ons for it",
      cluster({ kubernetesVersion: "1.35", addonVersions: { "kube-proxy": "v1.35.2-eksbuild.4" } }),
    ],
  ]);

  it("fails on the day after its support ended, naming those that are left", () => {
    assert.deepEqual(problemsWith(cluster({}), "2027-08-01"), []);
    assert.deepEqual(problemsWith(cluster({}), "2027-08-02"), [
      {
        path: "cluster.kubernetesVersion",
        value: "1.36",
        rule: "must be a version in standard support, which ended on 2027-08-01",
        fix: "choose 1.37",
      },
    ]);
  });

  it("fails when no version is left that the program knows", () => {
    const [problem] = problemsWith(cluster({}), "2027-12-02");
    assert.equal(problem?.fix, "add newer versions to the program");
  });
});

describe("preflight of a cluster's nodes", () => {
  refuses([
    [
      "there are none",
      cluster({ nodeGroups: {} }),
      {
        path: "cluster.nodeGroups",
        rule: "must be one at least",
        fix: "add one to cluster.nodeGroups",
      },
    ],
    [
      "instances cannot run an image of ARM",
      nodes({ instanceTypes: ["m7g.large", "m7i.large"] }),
      {
        path: `${nodeGroup}.instanceTypes[1]`,
        value: "m7i.large",
        rule: "must have arm64 processors, for the image AL2023_ARM_64_STANDARD",
        fix: "write a type of Graviton such as m7g.large, or an image of x86_64",
      },
    ],
    [
      "instances of Graviton cannot run an image of x86",
      nodes({ instanceTypes: ["c7gn.xlarge"], amiType: "BOTTLEROCKET_x86_64" }),
      {
        path: `${nodeGroup}.instanceTypes[0]`,
        value: "c7gn.xlarge",
        rule: "must have x86-64 processors, for the image BOTTLEROCKET_x86_64",
        fix: "write a type such as m7i.large, or an image of ARM_64",
      },
    ],
    [
      "the most are fewer than the fewest",
      nodes({ minimum: 7 }),
      {
        path: `${nodeGroup}.maximum`,
        value: 6,
        rule: "must be at least minimum 7",
        fix: "raise it to 7 or more",
      },
    ],
    [
      "the first are fewer than the fewest",
      nodes({ desired: 1 }),
      {
        path: `${nodeGroup}.desired`,
        value: 1,
        rule: "must be from minimum 2 to maximum 6",
        fix: "leave it out, and it is minimum",
      },
    ],
    [
      "the first are more than the most",
      nodes({ desired: 7 }),
      {
        path: `${nodeGroup}.desired`,
        value: 7,
        rule: "must be from minimum 2 to maximum 6",
        fix: "leave it out, and it is minimum",
      },
    ],
    [
      "none takes what the cluster itself runs",
      cluster({
        nodeGroups: {
          batch: { ...general, taints: [{ key: "batch", effect: "NO_SCHEDULE" }] },
          spare: { ...general, minimum: 0, maximum: 4 },
        },
      }),
      {
        path: "cluster.nodeGroups",
        rule: "must have a group with nodes from the start and without taints, for what the cluster itself runs",
        fix: "give one group a minimum above 0 and no taints",
      },
    ],
  ]);
  accepts([
    ["exactly as many as there may be", nodes({ minimum: 3, desired: 3, maximum: 3 })],
    [
      "the first of Graviton, and others of it",
      nodes({ instanceTypes: ["a1.large", "m6gd.large", "x2gd.medium", "im4gn.large"] }),
    ],
    [
      "Intel and AMD with an image of x86",
      nodes({
        instanceTypes: ["m7i.large", "m7i-flex.large", "r6a.large", "g5.xlarge", "t3.large"],
        amiType: "AL2023_x86_64_STANDARD",
      }),
    ],
    ["a taint that only puts off", nodes({ taints: [{ key: "a", effect: "PREFER_NO_SCHEDULE" }] })],
  ]);
});

describe("preflight of a cluster's addresses", () => {
  refuses([
    [
      "the nodes' pods find no room",
      { ...cluster({}), network: { subnets: { private: { b: "10.0.12.0/26" } } } },
      {
        path: "network.subnets.private.b",
        value: "10.0.12.0/26",
        rule: "must have 150 addresses for 3 nodes, each with 2 blocks of 16 for its pods",
        fix: "widen it, or lower maximum of cluster.nodeGroups or replicas.maximum",
      },
    ],
    [
      "there are few nodes, and little room beside that of their pods",
      { ...nodes({ maximum: 2 }), network: { subnets: { private: { b: "10.0.12.0/26" } } } },
      {
        path: "network.subnets.private.b",
        value: "10.0.12.0/26",
        rule: "must have 128 addresses for 1 node with 2 blocks of 16 for its pods",
        fix: "widen it, or lower maximum of cluster.nodeGroups or replicas.maximum",
      },
    ],
    [
      "each zone has a group of its own",
      nodes({ onePerSubnet: true, maximum: 7 }),
      {
        path: "network.subnets.private.a",
        value: "10.0.11.0/24",
        rule: "must have 320 addresses for 7 nodes, each with 2 blocks of 16 for its pods",
        fix: "widen it, or lower maximum of cluster.nodeGroups or replicas.maximum",
      },
      {
        path: "network.subnets.private.b",
        value: "10.0.12.0/24",
        rule: "must have 320 addresses for 7 nodes, each with 2 blocks of 16 for its pods",
        fix: "widen it, or lower maximum of cluster.nodeGroups or replicas.maximum",
      },
    ],
    [
      "several groups together are too many",
      cluster({
        nodeGroups: { general: { ...general, maximum: 7 }, batch: { ...general, maximum: 5 } },
      }),
      ...["a", "b"].map((zone, index) => ({
        path: `network.subnets.private.${zone}`,
        value: `10.0.1${index + 1}.0/24`,
        rule: "must have 320 addresses for 7 nodes, each with 2 blocks of 16 for its pods",
        fix: "widen it, or lower maximum of cluster.nodeGroups or replicas.maximum",
      })),
    ],
  ]);
  accepts([
    ["as many nodes as there is room for", nodes({ maximum: 10 })],
    [
      "one node in the smallest subnet that there may be",
      { ...nodes({ maximum: 2 }), network: { subnets: { private: { b: "10.0.12.0/25" } } } },
    ],
  ]);
});

describe("preflight of a cluster's access", () => {
  refuses([
    [
      "nobody administers all of it",
      cluster({
        accessEntries: {
          deployer: {
            principal: "role/deployer",
            policies: [{ policy: "AmazonEKSClusterAdminPolicy", namespaces: ["orders"] }],
          },
        },
      }),
      {
        path: access,
        rule: "must let one identity administer the cluster: whoever makes it has no rights in it, and what runs in it is made by the same program",
        fix: "give the role that runs Pulumi the policy AmazonEKSClusterAdminPolicy",
      },
    ],
    [
      "an identity has two entries",
      cluster({ accessEntries: { deployer, same: { principal: "role/deployer" } } }),
      {
        path: `${access}.same.principal`,
        value: "role/deployer",
        rule: "must be another identity than that of deployer: EKS takes one entry for each",
        fix: "give both their rights in one entry",
      },
    ],
    [
      "an identity is in a group of Kubernetes' own",
      cluster({
        accessEntries: {
          deployer,
          team: { principal: "role/team", kubernetesGroups: ["team", "system:masters"] },
        },
      }),
      {
        path: `${access}.team.kubernetesGroups`,
        value: "system:masters",
        rule: "must not begin with system:, which EKS refuses",
        fix: "use one of policies, or a group of your own",
      },
    ],
    [
      "rights hold in a namespace that there is not",
      cluster({
        accessEntries: {
          deployer,
          team: {
            principal: "role/team",
            policies: [{ policy: "AmazonEKSViewPolicy", namespaces: ["orders", "payments"] }],
          },
        },
      }),
      {
        path: `${access}.team.policies`,
        value: "payments",
        rule: "must name namespaces of the cluster",
        fix: "choose one of orders",
      },
    ],
  ]);
  accepts([
    [
      "an identity of another account",
      cluster({
        accessEntries: {
          deployer: { ...deployer, principal: "arn:aws:iam::210987654321:role/team/deployer" },
        },
      }),
    ],
    [
      "an endpoint that the whole internet reaches, which is the pack's to judge",
      cluster({ endpointAccess: { publicAccessCidrs: ["0.0.0.0/0"] } }),
    ],
  ]);
});

describe("preflight of a cluster's names", () => {
  const unnamed = "must be named by lower-case letters, digits and hyphens, at most 63";
  const label =
    "must be names and values of labels as Kubernetes has them, at most 63 letters, digits, hyphens, underscores and dots";
  refuses([
    [
      "there is no namespace",
      cluster({ namespaces: {} }),
      {
        path: "cluster.namespaces",
        rule: "must be one at least",
        fix: "add one to cluster.namespaces",
      },
    ],
    [
      "Kubernetes takes no such namespace",
      cluster({ namespaces: { Orders: {} } }),
      { path: "cluster.namespaces.Orders", rule: unnamed, fix: "rename it" },
    ],
    [
      "namespaces are taken",
      cluster({ namespaces: { "kube-system": {}, default: {}, "external-secrets": {} } }),
      ...["default", "external-secrets", "kube-system"].map((name) => ({
        path: `cluster.namespaces.${name}`,
        rule: "must not be a namespace of Kubernetes or of the program's own",
        fix: "rename it",
      })),
    ],
    [
      "labels and taints of nodes are none",
      nodes({
        minimum: 2,
        labels: { "a/b/c": "x", tier: "-batch" },
        taints: [{ key: "Bad_Domain/x", effect: "PREFER_NO_SCHEDULE" }],
      }),
      { path: `${nodeGroup}.labels.a/b/c`, value: "a/b/c=x", rule: label, fix: "rename it" },
      { path: `${nodeGroup}.labels.tier`, value: "tier=-batch", rule: label, fix: "rename it" },
      { path: `${nodeGroup}.taints[0]`, value: "Bad_Domain/x=", rule: label, fix: "rename it" },
    ],
  ]);
  accepts([
    [
      "labels with a domain, or without a value",
      nodes({ labels: { "example.com/tier": "batch-1", spare: "" } }),
    ],
  ]);
});

describe("the schema of a cluster", () => {
  const at = "cluster.endpointAccess.publicAccessCidrs";
  it("fails when a range is an address", () => {
    const problems = problemsWith(
      cluster({ endpointAccess: { publicAccessCidrs: ["203.0.113.7"] } }),
    );
    assert.deepEqual(
      problems.map(({ path, rule }) => [path, rule]),
      [[`${at}[0]`, "must be an IPv4 range such as 203.0.113.0/24"]],
    );
  });
});
