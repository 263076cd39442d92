import { merge } from "../../../spec/merge";

/** A workload with nothing wrong, as it is written. */
const workload = {
  namespace: "orders",
  image: "shop/orders:1.4.2",
  resources: {
    requests: { cpu: "500m", memory: "512Mi" },
    limits: { cpu: "1", memory: "1Gi" },
  },
};

const service = {
  ...workload,
  port: 3000,
  replicas: { minimum: 2 },
  probes: { liveness: { path: "/live" }, readiness: { path: "/ready" } },
};

/** A cluster with two services and a job, which connect to nothing. */
const sound = {
  cluster: {
    accessEntries: {
      deployer: {
        principal: "role/deployer",
        policies: [{ policy: "AmazonEKSClusterAdminPolicy" }],
      },
    },
    nodeGroups: { general: { instanceTypes: ["m7g.xlarge"], minimum: 3, maximum: 6 } },
    namespaces: { orders: {} },
  },
  services: { orders: service, payments: service },
  jobs: { report: workload },
  database: { applicationUser: { name: "app", connectionLimit: 100 } },
  storage: { buckets: { documents: {} } },
  secrets: {
    entries: {
      "signing-keys": { description: "Keys.", values: { private: { generate: "bytes" } } },
      partners: { description: "Keys of others.", furtherValues: "supplied" },
    },
  },
};

/** The sound spec's change that gives it services and a job, with a further change; `null` takes a value out. */
export function withServices(change: object): object {
  return merge(sound, change);
}

/** The same with a change of the service `orders`. */
export function withOrders(change: object): object {
  return withServices({ services: { orders: change } });
}

/** The same with a change of the job `report`. */
export function withReport(change: object): object {
  return withServices({ jobs: { report: change } });
}

/** What the internet sees of the service `orders`. */
const edge = {
  zoneName: "example.com",
  hostnames: ["api.example.com"],
  certificateNames: ["example.com", "*.example.com"],
  appPorts: { from: 3000, to: 3010 },
  services: {
    orders: { host: "api.example.com", health: { path: "/ready" }, priority: 100 },
  },
  logsBucket: "logs",
  waf: { rateLimit: 2000 },
  cdn: { hostname: "static.example.com", bucket: "documents" },
  healthCheck: { hostname: "api.example.com", path: "/ready" },
};

/** The services with an edge before them, changed. */
export function withEdge(change: object): object {
  return withServices({
    hostedZoneId: "Z0123456789ABCDEFGHIJ",
    storage: { buckets: { logs: { encryption: "s3", writers: ["loadBalancerLogs"] } } },
    edge: merge(edge, change),
  });
}
