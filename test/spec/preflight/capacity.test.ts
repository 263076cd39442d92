import { merge } from "../../../spec/merge";
import { withReport, withServices } from "./sound-services";
import { accepts, refuses } from "./table";

const ofService = {
  replicas: { minimum: 2, maximum: 4 },
  autoscaling: { cpuPercent: 70 },
  resources: { requests: { cpu: "1", memory: "2Gi" }, limits: { cpu: "2", memory: "4Gi" } },
};

/** Two services of two to four pods, and nodes for them. */
function nodes(change: object, services: object = {}): object {
  const sound = withServices({
    cluster: { nodeGroups: { general: { instanceTypes: ["c7g.xlarge"], minimum: 3, maximum: 5 } } },
    services: { orders: ofService, payments: ofService },
    jobs: { report: null },
  });
  return merge(sound, { cluster: { nodeGroups: { general: change } }, services });
}

const otherwise = "write larger instanceTypes, or lower resources.requests";
const left = "c7g.xlarge with 3.74 processors and 6.67 GiB left each";
/** Less memory is kept for fewer pods. */
const ofFew = "c7g.xlarge with 3.74 processors and 7.21 GiB left each";

describe("preflight of room for pods", () => {
  refuses([
    [
      "the fewest nodes are too few for the fewest pods",
      nodes({ minimum: 1 }),
      {
        path: "services",
        rule: `must find room at their fewest: 21 pods, of which 17 are the cluster's own, ask for 5.18 processors and 12.58 GiB, and nodes take 5 of them: 1 of ${left}`,
        fix: `raise minimum of cluster.nodeGroups, ${otherwise} or replicas.minimum`,
      },
    ],
    [
      "the most nodes are too few for the most pods",
      nodes({ maximum: 3 }),
      {
        path: "services",
        rule: `must find room at their most, those of an update among them: 27 pods, of which 17 are the cluster's own, ask for 11.18 processors and 24.58 GiB, and nodes take 15 of them: 3 of ${left}`,
        fix: `raise maximum of cluster.nodeGroups, ${otherwise} or replicas.maximum`,
      },
    ],
    [
      "no node has room for a pod's processors",
      nodes({}, { orders: { resources: { requests: { cpu: "3.75" }, limits: { cpu: "4" } } } }),
      {
        path: "services.orders.resources.requests",
        value: { cpu: "3.75", memory: "2Gi" },
        rule: "must fit one node: c7g.xlarge has 3.74 processors and 6.67 GiB left",
        fix: "lower them, or write larger instanceTypes in cluster.nodeGroups",
      },
    ],
    [
      "no large node has room for a pod's processors",
      nodes(
        { instanceTypes: ["m7g.16xlarge"] },
        { orders: { resources: { requests: { cpu: "63.6" }, limits: { cpu: "64" } } } },
      ),
      {
        path: "services.orders.resources.requests",
        value: { cpu: "63.6", memory: "2Gi" },
        rule: "must fit one node: m7g.16xlarge has 63.59 processors and 246.67 GiB left",
        fix: "lower them, or write larger instanceTypes in cluster.nodeGroups",
      },
    ],
    [
      "no node has room for a job's memory",
      merge(
        withReport({ resources: { requests: { memory: "15Gi" }, limits: { memory: "16Gi" } } }),
        {},
      ),
      {
        path: "jobs.report.resources.requests",
        value: { cpu: "500m", memory: "15Gi" },
        rule: "must fit one node: m7g.xlarge has 3.74 processors and 14.43 GiB left",
        fix: "lower them, or write larger instanceTypes in cluster.nodeGroups",
      },
    ],
    [
      "nodes take too few pods",
      nodes({ maxPods: 8, maximum: 5 }),
      {
        path: "services",
        rule: `must find room at their fewest: 21 pods, of which 17 are the cluster's own, ask for 5.18 processors and 12.58 GiB, and nodes take 12 of them: 3 of ${ofFew}`,
        fix: `raise minimum of cluster.nodeGroups, ${otherwise} or replicas.minimum`,
      },
      {
        path: "services",
        rule: `must find room at their most, those of an update among them: 27 pods, of which 17 are the cluster's own, ask for 11.18 processors and 24.58 GiB, and nodes take 20 of them: 5 of ${ofFew}`,
        fix: `raise maximum of cluster.nodeGroups, ${otherwise} or replicas.maximum`,
      },
    ],
    [
      "the smallest type of a group is too small",
      nodes({ instanceTypes: ["c7g.xlarge", "t4g.medium"], maximum: 10 }),
      {
        path: "services",
        rule: "must find room at their fewest: 21 pods, of which 17 are the cluster's own, ask for 5.18 processors and 12.58 GiB, and nodes take 17 of them: 3 of c7g.xlarge or t4g.medium with 1.75 processors and 3.33 GiB left each",
        fix: `raise minimum of cluster.nodeGroups, ${otherwise} or replicas.minimum`,
      },
    ],
    [
      "the nodes that have room keep pods off",
      merge(nodes({ maximum: 3 }), {
        cluster: {
          nodeGroups: {
            batch: {
              instanceTypes: ["c7g.16xlarge"],
              minimum: 3,
              maximum: 3,
              taints: [{ key: "batch", effect: "NO_SCHEDULE" }],
            },
          },
        },
      }),
      {
        path: "services",
        rule: `must find room at their most, those of an update among them: 27 pods, of which 17 are the cluster's own, ask for 11.18 processors and 24.58 GiB, and nodes take 15 of them: 3 of ${left}`,
        fix: `raise maximum of cluster.nodeGroups, ${otherwise} or replicas.maximum`,
      },
    ],
    [
      "two kinds of nodes are too few together",
      merge(nodes({ minimum: 1, maximum: 1 }), {
        cluster: {
          nodeGroups: { spare: { instanceTypes: ["m7g.medium"], minimum: 4, maximum: 8 } },
        },
      }),
      {
        path: "services",
        rule: "must find room at their fewest: 21 pods, of which 17 are the cluster's own, ask for 5.18 processors and 12.58 GiB, and nodes take 20 of them: 1 of c7g.xlarge with 3.74 processors and 6.67 GiB, 4 of m7g.medium with 0.76 processors and 3.33 GiB left each",
        fix: `raise minimum of cluster.nodeGroups, ${otherwise} or replicas.minimum`,
      },
      {
        path: "services",
        rule: "must find room at their most, those of an update among them: 27 pods, of which 17 are the cluster's own, ask for 11.18 processors and 24.58 GiB, and nodes take 20 of them: 1 of c7g.xlarge with 3.74 processors and 6.67 GiB, 8 of m7g.medium with 0.76 processors and 3.33 GiB left each",
        fix: `raise maximum of cluster.nodeGroups, ${otherwise} or replicas.maximum`,
      },
    ],
  ]);
  accepts([
    ["as many nodes as all pods need", nodes({ minimum: 2, maximum: 4 })],
    ["enough nodes from the start", nodes({ minimum: 1, desired: 2 })],
    ["enough in all zones together", nodes({ minimum: 1, maximum: 2, onePerSubnet: true })],
    ["a type of which nothing is known", nodes({ instanceTypes: ["g5g.xlarge"], minimum: 1 })],
    [
      "types of which nothing is known beside others",
      merge(nodes({ minimum: 1, maximum: 1 }), {
        cluster: {
          nodeGroups: { spare: { instanceTypes: ["g5g.xlarge"], minimum: 1, maximum: 1 } },
        },
      }),
    ],
    [
      "a taint that only puts off",
      nodes({ taints: [{ key: "batch", effect: "PREFER_NO_SCHEDULE" }] }),
    ],
  ]);
});

describe("preflight of addresses of pods", () => {
  /** Many small pods on few large nodes. */
  const crowd = (maximum: number) =>
    nodes(
      { instanceTypes: ["m7g.16xlarge"], minimum: 2, maximum: 2, maxPods: 250 },
      {
        orders: {
          replicas: { maximum },
          resources: { requests: { cpu: "10m", memory: "16Mi" } },
        },
      },
    );
  refuses([
    [
      "there are none for the most of them",
      crowd(296),
      ...["a", "b"].map((zone, index) => ({
        path: `network.subnets.private.${zone}`,
        value: `10.0.1${index + 1}.0/24`,
        rule: "must have 278 addresses for 1 node with 12 blocks of 16 for its pods",
        fix: "widen it, or lower maximum of cluster.nodeGroups or replicas.maximum",
      })),
    ],
  ]);
  accepts([["addresses for the most of them", crowd(295)]]);
});

describe("preflight of quotas", () => {
  const quota = (change: object) =>
    withServices({
      cluster: { namespaces: { orders: { quota: change }, other: { quota: { pods: "0" } } } },
    });
  const at = (name: string) => `cluster.namespaces.orders.quota["${name}"]`;
  const problem = (name: string, value: string, least: string) => ({
    path: name === "pods" ? "cluster.namespaces.orders.quota.pods" : at(name),
    value,
    rule: `must be at least ${least}, for the 7 pods that the namespace has at most, those of an update among them`,
    fix: `raise it to ${least} or more, or lower replicas.maximum`,
  });
  refuses([
    [
      "they leave no room for the most pods",
      quota({
        "requests.cpu": "3499m",
        "requests.memory": "3583Mi",
        "limits.cpu": "6.9",
        "limits.memory": "7G",
        pods: "6",
        "count/pods": "1",
      }),
      problem("pods", "6", "7"),
      problem("count/pods", "1", "7"),
      problem("limits.cpu", "6.9", "7"),
      problem("limits.memory", "7G", "7168Mi"),
      problem("requests.cpu", "3499m", "3.5"),
      problem("requests.memory", "3583Mi", "3584Mi"),
    ],
    [
      "they are of processors and memory alone",
      quota({ cpu: "3", memory: "3Gi" }),
      ...[
        ["cpu", "3", "3.5"],
        ["memory", "3Gi", "3584Mi"],
      ].map(([name = "", value = "", least = ""]) => ({
        ...problem("pods", value, least),
        path: `cluster.namespaces.orders.quota.${name}`,
      })),
    ],
  ]);
  accepts([
    [
      "room for exactly the most pods",
      quota({
        "requests.cpu": "3500m",
        "requests.memory": "3584Mi",
        "limits.cpu": "7",
        "limits.memory": "7Gi",
        pods: "7",
      }),
    ],
    ["quotas of what workloads do not have", quota({ persistentvolumeclaims: "0", secrets: "9" })],
  ]);
});
