import type { Layer } from "../../spec/spec";

/** Namespace of the services. */
export const namespace = "cdf-smarthub";

type Services = NonNullable<Layer["services"]>;
type Service = NonNullable<Services[string]>;
type Connections = NonNullable<Service["connectsTo"]>;

/** Topics of the platform, which begin with its name. */
const topics = ["cdf-smarthub.*"];

/** What every service connects to: four pools of three for seven pods each stay below the role's 100 connections. */
const shared: Connections = {
  database: { poolSize: 3, variablePrefix: "DB" },
  cache: {},
  secrets: { "jwt-secrets": { JWT_SECRET: "secret", JWT_REFRESH_SECRET: "refresh-secret" } },
};

const documents: Connections = {
  buckets: { documents: { access: "readWrite", variable: "DOCUMENTS_BUCKET" } },
};

/** Reads and writes events in a consumer group of its own. */
const eventsOf = (service: string): Connections => ({
  broker: { reads: topics, writes: topics, groups: [`${service}*`] },
});

const connections: Readonly<Record<string, Connections>> = {
  "api-gateway": {
    services: {
      "user-service": { variable: "USER_SERVICE_URL" },
      "project-service": { variable: "PROJECT_SERVICE_URL" },
      "finance-service": { variable: "FINANCE_SERVICE_URL" },
    },
  },
  "user-service": eventsOf("user-service"),
  "project-service": { ...eventsOf("project-service"), ...documents },
  "finance-service": { ...eventsOf("finance-service"), ...documents },
};

const health = "/api/v1/health";

/** What the guide gives a pod of the gateway, on its servers of four processors and 8 GB. */
export const guideResources: Service = {
  resources: {
    requests: { cpu: "1", memory: "2Gi" },
    limits: { cpu: "2", memory: "4Gi" },
  },
};

/** The four services, with the probes that the guide gives the gateway. */
export const services: Services = Object.fromEntries(
  Object.entries(connections).map(([name, own]): [string, Service] => [
    name,
    {
      namespace,
      image: `cdf-smart-hub/${name}:1.0.0`,
      port: 3000,
      servicePort: 80,
      environment: { NODE_ENV: "production" },
      replicas: { minimum: 3, maximum: 6 },
      autoscaling: { cpuPercent: 70 },
      resources: {
        requests: { cpu: "250m", memory: "512Mi" },
        limits: { cpu: "1", memory: "1Gi" },
      },
      probes: {
        liveness: { path: health, initialDelaySeconds: 30, periodSeconds: 10 },
        readiness: { path: health, initialDelaySeconds: 10, periodSeconds: 5 },
      },
      connectsTo: { ...shared, ...own },
    },
  ]),
);

/** The same for every service. */
export function everyService(layer: Service): Services {
  return Object.fromEntries(Object.keys(connections).map((name) => [name, layer]));
}

/** Names that lead to the system, all in its domain. */
export function namesIn(domain: string): NonNullable<Layer["edge"]> {
  const host = `api.${domain}`;
  return {
    zoneName: domain,
    hostnames: [host],
    certificateNames: [host, `*.${domain}`],
    services: { "api-gateway": { host, priority: 100, health: { path: health } } },
    healthCheck: { hostname: host, path: health },
    cdn: { hostname: `static.${domain}` },
  };
}
