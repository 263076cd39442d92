import assert from "node:assert/strict";
import { validateService } from "../../components/app-service/validate-service";
import type { AppServiceArgs } from "../../components/app-service/args";
import type { Edge } from "../../components/workload/edge";
import { args } from "./app-service-args";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-1a2b3c";
const longest = "a".repeat(63);
const { liveness, readiness } = args.probes;
const { requests, limits } = args.resources;
const scaled = { replicas: { minimum: 3, maximum: 12 }, autoscaling: { cpuPercent: 70 } };

function problemsOf(change: Partial<AppServiceArgs>): readonly string[] {
  return validateService({ ...args, ready: [], ...change });
}

function store(change: Partial<Edge>): Pick<AppServiceArgs, "connectsTo"> {
  const destination = { port: 5432, cidrBlocks: ["10.0.21.0/24"] };
  return { connectsTo: [{ to: "database", destination, ...change }] };
}

const pinned =
  "image must have a digest, or a tag that is not latest, so that all pods run the same";

describe("validateService", () => {
  const taken: readonly [string, Partial<AppServiceArgs>][] = [
    ["the least arguments", {}],
    ["names of 63 letters", { workloadName: longest, namespace: longest, partOf: longest }],
    ["names of one letter", { workloadName: "a", namespace: "0", partOf: "A" }],
    ["an image by its digest", { image: `registry.example.com:5000/orders@${digest}` }],
    ["an image by tag and digest", { image: `orders:latest@${digest}` }],
    ["an image of a registry with a port", { image: "registry.example.com:5000/shop/orders:v1" }],
    [
      "the first port and the last",
      { port: 1, metricsPort: 65_535, probes: { liveness, readiness } },
    ],
    [
      "a probe of the metrics",
      { metricsPort: 9090, probes: { liveness: { ...liveness, port: 9090 }, readiness } },
    ],
    [
      "a probe that takes its time",
      { probes: { liveness: { ...liveness, timeoutSeconds: 10 }, readiness } },
    ],
    ["one pod", { replicas: { minimum: 1, maximum: 1 } }],
    [
      "a use of more than all that is asked for",
      { ...scaled, autoscaling: { memoryPercent: 150 } },
    ],
    ["a request that is the limit", { resources: { requests: limits, limits } }],
    [
      "requests in other units",
      { resources: { requests: { cpu: "1500m", memory: "0.5Gi" }, limits } },
    ],
    ["fewer pods that stay than there are", { podDisruption: { minAvailable: 2 } }],
    ["a pod that serves on a second longer", { deregistrationSeconds: 30, preStopSeconds: 31 }],
    ["a load balancer", { targetGroupArn: "arn", callers: { cidrBlocks: ["10.0.1.0/24"] } }],
    [
      "callers of the metrics",
      { metricsPort: 9090, metricsCallers: { namespaces: ["monitoring"] } },
    ],
    [
      "a secret that is renewed in time",
      { secretsRefreshMinutes: 59, secrets: { A: { secretArn, key: "a", overlapMinutes: 60 } } },
    ],
    ["edges to several places", { connectsTo: [{ to: "a" }, { to: "b" }] }],
    ["an edge to a service", store({ destination: { service: "users", port: 3000 } })],
  ];
  for (const [what, change] of taken) {
    it(`takes ${what}`, () => {
      assert.deepEqual(problemsOf(change), []);
    });
  }

  const refused: readonly [string, Partial<AppServiceArgs>, ...string[]][] = [
    [
      "the account is none",
      { accountId: "12345678901" },
      "accountId must be 12 digits, got 12345678901",
    ],
    [
      "the service's name begins with a digit",
      { workloadName: "1st" },
      "workloadName must be lower-case letters, digits and hyphens, at most 63, a letter first, got 1st",
    ],
    [
      "the service's name is too long",
      { workloadName: `${longest}a` },
      `workloadName must be lower-case letters, digits and hyphens, at most 63, a letter first, got ${longest}a`,
    ],
    [
      "the namespace's name ends with a hyphen",
      { namespace: "shop-" },
      "namespace must be lower-case letters, digits and hyphens, at most 63, got shop-",
    ],
    [
      "the system's name is no label",
      { partOf: "CDF Smart Hub" },
      "partOf must be letters, digits and _ . - between them, at most 63, got CDF Smart Hub",
    ],
    [
      "the priority class is no name",
      { priorityClass: "High" },
      "priorityClass must be lower-case letters, digits, hyphens and dots, got High",
    ],
    [
      "the image has no tag",
      { image: "registry.example.com:5000/orders" },
      `${pinned}, got registry.example.com:5000/orders`,
    ],
    [
      "the image is the latest",
      { image: "registry.example.com/orders:latest" },
      `${pinned}, got registry.example.com/orders:latest`,
    ],
    ["the image's tag is empty", { image: "orders:" }, `${pinned}, got orders:`],
    [
      "the image's digest is cut off",
      { image: "orders:1.0@sha256:0123" },
      `${pinned}, got orders:1.0@sha256:0123`,
    ],
    [
      "the port is none",
      { port: 65_536 },
      "port must be a whole number from 1 to 65535, got 65536",
    ],
    [
      "the port of the metrics is none",
      { metricsPort: 0 },
      "metricsPort must be a whole number from 1 to 65535, got 0",
    ],
    [
      "both ports are the same",
      { metricsPort: 3000 },
      "metricsPort must be another port than port, got 3000",
    ],
    [
      "a service's port that is none",
      { servicePort: 0 },
      "servicePort must be a whole number from 1 to 65535, got 0",
    ],
    [
      "a service's port that is the one of its metrics",
      { servicePort: 9090, metricsPort: 9090 },
      "metricsPort must be another port than servicePort, got 9090",
    ],
    [
      "a probe asks another port",
      { probes: { liveness: { ...liveness, port: 8080 }, readiness } },
      "probes.liveness.port must be port 3000 or metricsPort nothing, got 8080",
    ],
    [
      "a probe's path is relative",
      { probes: { liveness, readiness: { path: "ready" } } },
      "probes.readiness.path must begin with /, got ready",
    ],
    [
      "a probe's times are none",
      {
        probes: {
          liveness,
          readiness,
          startup: {
            path: "/",
            initialDelaySeconds: -1,
            periodSeconds: 5,
            timeoutSeconds: 6,
            failureThreshold: 0,
          },
        },
      },
      "probes.startup.initialDelaySeconds must be a whole number from 0 to 86400, got -1",
      "probes.startup.failureThreshold must be a whole number from 1 to 86400, got 0",
      "probes.startup.timeoutSeconds must be a whole number from 1 to 5, got 6",
    ],
    [
      "a probe has no period",
      { probes: { liveness: { ...liveness, periodSeconds: 0.5, timeoutSeconds: 1 }, readiness } },
      "probes.liveness.periodSeconds must be a whole number from 1 to 86400, got 0.5",
      "probes.liveness.timeoutSeconds must be a whole number from 1 to 0.5, got 1",
    ],
    [
      "there is no pod",
      { replicas: { minimum: 0 } },
      "replicas.minimum must be a whole number from 1 to 1000, got 0",
      "replicas.maximum must be a whole number from 1 to 1000, got 0",
    ],
    [
      "there are fewer pods at most than at least",
      { replicas: { minimum: 3, maximum: 2 } },
      "replicas.maximum must be a whole number from 3 to 1000, got 2",
    ],
    [
      "nothing says how many pods there are",
      { replicas: { minimum: 3, maximum: 4 } },
      "autoscaling must be set where replicas.maximum is more than the minimum, got nothing",
    ],
    [
      "pods are scaled that are always as many",
      { autoscaling: { cpuPercent: 70 } },
      "autoscaling must be left out where replicas.maximum is not more than the minimum",
    ],
    [
      "no use says how many pods there are",
      { ...scaled, autoscaling: {} },
      "autoscaling must have cpuPercent or memoryPercent, got neither",
    ],
    [
      "shares of use are none",
      { ...scaled, autoscaling: { cpuPercent: 0, memoryPercent: 1001 } },
      "autoscaling.cpuPercent must be a whole number from 1 to 1000, got 0",
      "autoscaling.memoryPercent must be a whole number from 1 to 1000, got 1001",
    ],
    [
      "Kubernetes scales at no such speed",
      {
        ...scaled,
        autoscaling: {
          cpuPercent: 70,
          scaleUp: { stabilizationSeconds: 3601, pods: 0 },
          scaleDown: { percent: 0, periodSeconds: 1801 },
        },
      },
      "autoscaling.scaleUp.stabilizationSeconds must be a whole number from 0 to 3600, got 3601",
      "autoscaling.scaleUp.pods must be a whole number from 1 to 1000, got 0",
      "autoscaling.scaleDown.percent must be a whole number from 1 to 1000, got 0",
      "autoscaling.scaleDown.periodSeconds must be a whole number from 1 to 1800, got 1801",
    ],
    [
      "the budget is said twice",
      { podDisruption: { maxUnavailable: 1, minAvailable: 1 } },
      "podDisruption must have one of maxUnavailable and minAvailable, got both",
    ],
    [
      "no pod may be away",
      { podDisruption: { maxUnavailable: 0 } },
      "podDisruption.maxUnavailable must be a whole number from 1 to 1000, got 0",
    ],
    [
      "all pods must stay",
      { podDisruption: { minAvailable: 3 } },
      "podDisruption.minAvailable must be less than replicas.minimum 3, or nodes are never drained, got 3",
    ],
    [
      "no pod must stay",
      { podDisruption: { minAvailable: 0 } },
      "podDisruption.minAvailable must be a whole number from 1 to 1000, got 0",
    ],
    [
      "more is asked for than there is at most",
      { resources: { requests: { cpu: "2001m", memory: "4097Mi" }, limits } },
      "resources.requests.cpu must be at most the limit 2, got 2001m",
      "resources.requests.memory must be at most the limit 4Gi, got 4097Mi",
    ],
    [
      "quantities are none",
      { resources: { requests: { ...requests, cpu: "one" }, limits: { cpu: "0", memory: "4GB" } } },
      "resources.requests.cpu must be a quantity such as 500m, 2 or 4Gi, got one",
      "resources.limits.cpu must be a quantity such as 500m, 2 or 4Gi, got 0",
      "resources.limits.memory must be a quantity such as 500m, 2 or 4Gi, got 4GB",
    ],
    [
      "a load balancer lets go too slowly",
      { deregistrationSeconds: 3601 },
      "deregistrationSeconds must be a whole number from 0 to 3600, got 3601",
    ],
    [
      "a pod stops before it is let go of",
      { preStopSeconds: 30 },
      "preStopSeconds must be a whole number over the 30 of deregistrationSeconds, or requests are lost, got 30",
    ],
    [
      "a pod serves on for part of a second",
      { preStopSeconds: 30.5 },
      "preStopSeconds must be a whole number over the 30 of deregistrationSeconds, or requests are lost, got 30.5",
    ],
    [
      "a pod has no time to stop",
      { shutdownSeconds: 0 },
      "shutdownSeconds must be a whole number from 1 to 3600, got 0",
    ],
    [
      "the user may be one of the nodes'",
      { userId: 1000 },
      "userId must be a whole number from 10000 to 65535, got 1000",
    ],
    [
      "a variable has no name",
      { environment: { "LOG-LEVEL": "info" } },
      "variables must be named by letters, digits and _, no digit first, got LOG-LEVEL",
    ],
    [
      "a variable is given twice",
      { environment: { A: "1" }, secrets: { A: { secretArn, key: "a" } } },
      "variables must be given once among environment, secrets and edges, got A again",
    ],
    [
      "an edge gives a variable that there is",
      { environment: { A: "1" }, ...store({ environment: { A: "2" } }) },
      "variables must be given once among environment, secrets and edges, got A again",
    ],
    [
      "edges give a variable twice",
      store({ environment: { B: "1" }, secrets: { B: { secretArn, key: "b" } } }),
      "variables must be given once among environment, secrets and edges, got B again",
    ],
    [
      "a secret's key is empty",
      { secrets: { A: { secretArn, key: "" } } },
      "secrets.A.key must be a key of the secret, got nothing",
    ],
    [
      "secrets are never renewed",
      { secretsRefreshMinutes: 0 },
      "secretsRefreshMinutes must be a whole number from 1 to 10080, got 0",
    ],
    [
      "an edge's secret goes bad before it is renewed",
      store({ secrets: { A: { secretArn, key: "a", overlapMinutes: 60 } } }),
      "secretsRefreshMinutes must be less than the 60 for which A stays good, got 60",
    ],
    [
      "an edge is there twice",
      { connectsTo: [{ to: "a" }, { to: "a" }] },
      "connectsTo must lead to each place once, got a again",
    ],
    [
      "an edge leads to no port",
      store({ destination: { port: 0, cidrBlocks: ["10.0.21.0/24"] } }),
      "connectsTo.database.port must be a whole number from 1 to 65535, got 0",
    ],
    [
      "an edge to a service leads to no port",
      store({ destination: { port: 70_000, service: "users" } }),
      "connectsTo.database.port must be a whole number from 1 to 65535, got 70000",
    ],
    [
      "an edge leads to no range",
      store({ destination: { port: 5432, cidrBlocks: [] } }),
      "connectsTo.database.cidrBlocks must have a range at least, got none",
    ],
    [
      "an edge's ranges are none",
      store({ destination: { port: 5432, cidrBlocks: ["10.0.21.0"], exceptCidrBlocks: ["::/0"] } }),
      "connectsTo.database.cidrBlocks must be IPv4 ranges such as 203.0.113.0/24, got 10.0.21.0",
      "connectsTo.database.exceptCidrBlocks must be IPv4 ranges such as 203.0.113.0/24, got ::/0",
    ],
    [
      "callers' ranges are none",
      { metricsPort: 9090, callers: { cidrBlocks: ["a"] }, metricsCallers: { cidrBlocks: ["b"] } },
      "callers.cidrBlocks must be IPv4 ranges such as 203.0.113.0/24, got a",
      "metricsCallers.cidrBlocks must be IPv4 ranges such as 203.0.113.0/24, got b",
    ],
    [
      "a load balancer is not let in",
      { targetGroupArn: "arn" },
      "callers.cidrBlocks must have the load balancer's subnets with targetGroupArn, got none",
    ],
    [
      "metrics are asked for that there are not",
      { metricsCallers: { namespaces: ["monitoring"] } },
      "metricsPort must be set with metricsCallers, got nothing",
    ],
  ];
  for (const [when, change, ...problems] of refused) {
    it(`fails when ${when}`, () => {
      assert.deepEqual(problemsOf(change), problems);
    });
  }
});
