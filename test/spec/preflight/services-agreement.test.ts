import assert from "node:assert/strict";
import fc from "fast-check";
import { validateJob } from "../../../components/app-job/validate-job";
import { validateService } from "../../../components/app-service/validate-service";
import { validateEdge } from "../../../components/edge/validate-edge";
import type { Edge } from "../../../components/workload/edge";
import { brokerEdge } from "../../../components/workload/edges/broker";
import { bucketEdge } from "../../../components/workload/edges/bucket";
import { cacheEdge } from "../../../components/workload/edges/cache";
import { databaseEdge } from "../../../components/workload/edges/database";
import { secretEdge } from "../../../components/workload/edges/secret";
import { serviceEdge } from "../../../components/workload/edges/service";
import { merge } from "../../../spec/merge";
import { parseSpec } from "../../../spec/parse";
import type { Spec } from "../../../spec/spec";
import type { Connections } from "../../../spec/workload";
import { soundSpec, today } from "../sound-spec";
import { broker } from "./sound-broker";
import { withCache } from "./sound-cache";
import { withEdge } from "./sound-services";

const names = fc.constantFrom("A", "DATABASE_HOST", "1A", "A-B", "a".repeat(129));
const seconds = fc.constantFrom(0, 1, 29, 30, 3600, 3601);
const paths = fc.constantFrom("/", "/ready", "/ready/", "/a b", "/*", "/?a=1", "ready");

const connections = fc.record(
  {
    database: fc.record({ variablePrefix: fc.constantFrom("DATABASE", "A", "a") }),
    cache: fc.record({ variablePrefix: fc.constantFrom("DATABASE", "REDIS") }),
    broker: fc.record({ variablePrefix: fc.constantFrom("DATABASE", "KAFKA") }),
    buckets: fc.record({ documents: fc.record({ access: fc.constant("read"), variable: names }) }),
    secrets: fc.record({
      partners: fc.dictionary(names, fc.constantFrom("a", ""), { maxKeys: 1 }),
    }),
    services: fc.record({ payments: fc.record({ variable: names }) }),
  },
  { requiredKeys: [] },
);

/** Fields that services and jobs have, with values at and beside their limits, sound or not. */
const common = {
  image: fc.constantFrom("orders:1", "orders:latest", "orders", `orders@sha256:${"0".repeat(64)}`),
  resources: fc.record({
    requests: fc.record({
      cpu: fc.constantFrom("0", "500m", "1.5", "1e3"),
      memory: fc.constantFrom("0Mi", "512Mi", "2Gi", "512"),
    }),
  }),
  environment: fc.dictionary(names, fc.constant("x"), { maxKeys: 1 }),
  secretsRefreshMinutes: fc.constantFrom(0, 1, 1440, 1441),
  connectsTo: connections,
  priorityClass: fc.constantFrom("high", "High", "high-"),
  userId: fc.constantFrom(9999, 10000, 65535, 65536),
};

const probe = fc.record(
  {
    path: paths,
    port: fc.constantFrom(3000, 9090, 0),
    periodSeconds: fc.constantFrom(0, 5, 3600),
    timeoutSeconds: fc.constantFrom(0, 5, 6),
    failureThreshold: fc.constantFrom(0, 1, 1000),
    initialDelaySeconds: seconds,
  },
  { requiredKeys: ["path"] },
);

const scaling = fc.record(
  {
    stabilizationSeconds: seconds,
    pods: fc.constantFrom(0, 1, 1000, 1001),
    percent: fc.constantFrom(0, 1, 1000, 1001),
    periodSeconds: fc.constantFrom(0, 1, 1800, 1801),
  },
  { requiredKeys: [] },
);

const service = {
  ...common,
  port: fc.constantFrom(0, 3000, 3011, 65536),
  servicePort: fc.constantFrom(0, 80, 9090, 65536),
  metricsPort: fc.constantFrom(80, 3000, 9090),
  replicas: fc.record({
    minimum: fc.constantFrom(0, 1, 3),
    maximum: fc.constantFrom(1, 3, 4, 1001),
  }),
  autoscaling: fc.record(
    {
      cpuPercent: fc.constantFrom(0, 1, 1000, 1001),
      memoryPercent: fc.constantFrom(0, 80),
      scaleUp: scaling,
      scaleDown: scaling,
    },
    { requiredKeys: [] },
  ),
  probes: fc.record({ liveness: probe, readiness: probe, startup: probe }),
  deregistrationSeconds: seconds,
  preStopSeconds: seconds,
  shutdownSeconds: seconds,
  podDisruption: fc.record(
    {
      minAvailable: fc.constantFrom(0, 1, 2, 3, 1001),
      maxUnavailable: fc.constantFrom(0, 1, 1000, 1001),
    },
    { requiredKeys: [] },
  ),
};

const job = {
  ...common,
  retries: fc.constantFrom(-1, 0, 20, 21),
  deadlineSeconds: fc.constantFrom(0, 1, 86400, 86401),
  schedule: fc.record({
    cron: fc.constantFrom("0 2 * * 0", "0 2 * *", "a b c d e", "*/5 1-2,3 ? jan mon"),
    timeZone: fc.constantFrom("Africa/Lusaka", "Nowhere", "Etc/UTC"),
  }),
};

const hosts = fc.constantFrom(
  "api.example.com",
  "example.com",
  "api.example.org",
  "API.example.com",
);
const certificates = fc.constantFrom("*.example.com", "example.com", "*.example.org", "*");

const entrance = fc.record({
  host: hosts,
  path: fc.oneof(paths, fc.constantFrom("/api", `/${"a".repeat(125)}`, `/${"a".repeat(126)}`)),
  priority: fc.constantFrom(0, 1, 50000, 50001),
  health: fc.record({
    path: paths,
    intervalSeconds: fc.constantFrom(4, 5, 300),
    timeoutSeconds: fc.constantFrom(1, 2, 5, 120),
    matcher: fc.constantFrom("200", "200-299,401", "100", "500"),
  }),
});

const edge = {
  zoneName: fc.constantFrom("example.com", "example.org", "com"),
  hostnames: fc.array(hosts, { maxLength: 2 }),
  certificateNames: fc.array(certificates, { maxLength: 2 }),
  appPorts: fc.record({ from: fc.constantFrom(0, 3000, 3001), to: fc.constantFrom(3000, 65536) }),
  services: fc.record({ orders: entrance, payments: entrance }, { requiredKeys: [] }),
  waf: fc.record(
    {
      rateLimit: fc.constantFrom(9, 10, 2_000_000_000, 2_000_000_001),
      windowSeconds: fc.constantFrom(60, 61),
      logRetentionDays: fc.constantFrom(30, 31),
    },
    { requiredKeys: [] },
  ),
  cdn: fc.record(
    {
      hostname: hosts,
      rootObject: fc.constantFrom("index.html", "/index.html", ""),
      cache: fc.record({
        defaultSeconds: fc.constantFrom(-1, 0, 60),
        maximumSeconds: fc.constantFrom(0, 60, 2_147_483_647, 2_147_483_648),
      }),
    },
    { requiredKeys: [] },
  ),
  healthCheck: fc.record({
    hostname: hosts,
    path: paths,
    intervalSeconds: fc.constantFrom(10, 20),
  }),
  tlsPolicy: fc.constantFrom(
    "ELBSecurityPolicy-TLS13-1-3-2021-06",
    "ELBSecurityPolicy-2016-08",
    "x",
  ),
  idleTimeoutSeconds: fc.constantFrom(0, 1, 4000, 4001),
};

/** A change of up to two fields. */
function changeOf(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) {
  return fc
    .subarray(Object.keys(fields), { maxLength: 2 })
    .chain((keys) =>
      fc.record(Object.fromEntries(keys.map((key) => [key, fields[key] ?? fc.constant(null)]))),
    );
}

/** What a workload connects to, as the program joins it. */
function edgesOf(spec: Spec, wanted: Connections): readonly Edge[] {
  const store = { port: 5432, cidrBlocks: ["10.0.21.0/24"], host: "store.example.com" };
  const database = { ...store, to: "database", databaseName: "orders", secretArn: "arn:secret" };
  const cache = { ...store, to: "cache", authSecretArn: "arn:secret" };
  const kafka = { ...store, to: "broker", clusterArn: "arn:cluster", bootstrapBrokers: "b:9098" };
  return [
    ...(wanted.database === undefined ? [] : [databaseEdge({ ...wanted.database, ...database })]),
    ...(wanted.cache === undefined ? [] : [cacheEdge({ ...wanted.cache, ...cache })]),
    ...(wanted.broker === undefined ? [] : [brokerEdge({ ...wanted.broker, ...kafka })]),
    ...Object.entries(wanted.buckets).map(([label, use]) =>
      bucketEdge({
        ...use,
        to: `bucket-${label}`,
        bucketName: label,
        bucketArn: "arn:bucket",
        keyArn: "arn:key",
        region: spec.region,
      }),
    ),
    ...Object.entries(wanted.secrets).map(([label, variables]) =>
      secretEdge({ to: `secret-${label}`, secretArn: "arn:secret", variables }),
    ),
    ...Object.entries(wanted.services).map(([serviceName, { variable }]) => {
      const { namespace, port = 0, servicePort = port } = spec.services[serviceName] ?? {};
      assert.ok(namespace);
      return serviceEdge({ service: { serviceName, namespace, port, servicePort }, variable });
    }),
  ];
}

/** What the components find wrong with services, jobs and an edge that preflight let through. */
function componentsProblems(spec: Spec): readonly string[] {
  const around = (workloadName: string) => ({
    workloadName,
    partOf: spec.system,
    clusterName: "orders-production",
    region: spec.region,
    accountId: spec.account,
    secretStore: { name: "store", kind: "SecretStore" as const },
    ready: [],
  });
  const services = Object.entries(spec.services).flatMap(([name, each]) =>
    validateService({ ...each, ...around(name), connectsTo: edgesOf(spec, each.connectsTo) }),
  );
  const jobs = Object.entries(spec.jobs).flatMap(([name, each]) =>
    validateJob({ ...each, ...around(name), connectsTo: edgesOf(spec, each.connectsTo) }),
  );
  return [...services, ...jobs, ...edgeProblems(spec)];
}

function edgeProblems({ edge, services, hostedZoneId, system, environment, region }: Spec) {
  assert.ok(edge);
  assert.ok(hostedZoneId);
  const { cdn, certificateNames, zoneName, ...rest } = edge;
  const bucket = { domainName: "bucket.example.com", arn: "arn:bucket" };
  return validateEdge("edge", {
    ...rest,
    namePrefix: `${system}-${environment}`,
    region,
    vpcId: "vpc-1",
    publicSubnetIds: ["subnet-1", "subnet-2"],
    appSecurityGroupId: "sg-1",
    logsBucketName: "logs",
    logsKeyArn: "arn:key",
    zone: { id: hostedZoneId, name: zoneName },
    certificate: { names: certificateNames },
    services: Object.fromEntries(
      Object.entries(edge.services).map(([name, each]) => [
        name,
        { ...each, port: services[name]?.port ?? 0 },
      ]),
    ),
    cdn: cdn && { ...cdn, bucket, logsKeyArn: "arn:key" },
  });
}

describe("preflight", () => {
  it("lets no services, jobs and edge through that the components would refuse", () => {
    let accepted = 0;
    const stores = merge(broker({}), withCache({}));
    const change = fc.oneof(
      changeOf(service).map((orders) => ({ services: { orders } })),
      changeOf(job).map((report) => ({ jobs: { report } })),
      changeOf(edge).map((part) => ({ edge: part })),
    );
    fc.assert(
      fc.property(change, (part) => {
        const parsed = parseSpec(merge(soundSpec, withEdge({}), stores, part), today);
        if ("problems" in parsed) return;
        accepted += 1;
        assert.deepEqual(componentsProblems(parsed.spec), []);
      }),
      { numRuns: 600 },
    );
    assert.ok(accepted > 100, `only ${accepted} of the stacks were sound`);
  });
});
