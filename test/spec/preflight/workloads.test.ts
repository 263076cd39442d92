import { merge } from "../../../spec/merge";
import { broker } from "./sound-broker";
import { withCache } from "./sound-cache";
import { withOrders, withReport, withServices } from "./sound-services";
import { accepts, refuses } from "./table";

const orders = "services.orders";
const removal = "remove it (null in overrides)";

const job = {
  namespace: "orders",
  image: "shop/orders:1.4.2",
  resources: { requests: { cpu: "1", memory: "1Gi" }, limits: { cpu: "1", memory: "1Gi" } },
};

/** Services that are called like stores. */
function namesakes(): object {
  const { services } = withOrders({}) as { readonly services: { readonly payments: object } };
  const names = ["cache", "database", "bucket-documents", "secret-partners"];
  return Object.fromEntries(names.map((name) => [name, services.payments]));
}

describe("preflight of where workloads stand", () => {
  refuses([
    [
      "there is no cluster",
      withServices({ cluster: null }),
      ...["jobs", "services"].map((path) => ({
        path,
        rule: "must be left out without cluster, in which they stand",
        fix: "add cluster, or remove them (null in overrides)",
      })),
    ],
    [
      "a namespace is misspelt",
      withOrders({ namespace: "order" }),
      {
        path: `${orders}.namespace`,
        value: "order",
        rule: "must be a name in cluster.namespaces: orders",
        fix: "write orders",
      },
    ],
    [
      "a job's namespace is none",
      withReport({ namespace: "billing" }),
      {
        path: "jobs.report.namespace",
        value: "billing",
        rule: "must be a name in cluster.namespaces: orders",
        fix: "add it to cluster.namespaces, or write another",
      },
    ],
    [
      "a job is called like a service",
      withServices({ jobs: { orders: job } }),
      {
        path: "jobs.orders",
        rule: "must have another name than services.orders",
        fix: "rename it",
      },
    ],
  ]);
  accepts([
    ["services and jobs in a namespace of the cluster", withServices({})],
    ["no cluster where nothing would stand in it", {}],
    ["jobs alone", withServices({ services: null })],
  ]);
});

describe("preflight of what workloads connect to", () => {
  refuses([
    [
      "services log in to a database without a role for them",
      withServices({
        database: { applicationUser: null },
        services: { orders: { connectsTo: { database: {} } } },
      }),
      {
        path: `${orders}.connectsTo.database`,
        rule: "must be left out without database.applicationUser, the role that it logs in as",
        fix: `add database.applicationUser, or ${removal}`,
      },
    ],
    [
      "a login ends before a new one is known",
      withServices({
        database: { applicationUser: { rotationDays: 1 } },
        jobs: { report: { secretsRefreshMinutes: 1440, connectsTo: { database: {} } } },
      }),
      {
        path: "jobs.report.secretsRefreshMinutes",
        value: 1440,
        rule: "must be less than the 1440 for which a login is good after database.applicationUser.rotationDays",
        fix: "lower it to 60",
      },
    ],
    [
      "there is no cache",
      withOrders({ connectsTo: { cache: {} } }),
      {
        path: `${orders}.connectsTo.cache`,
        rule: "must be left out without cache",
        fix: `add cache, or ${removal}`,
      },
    ],
    [
      "the cache has no password",
      merge(withOrders({ connectsTo: { cache: {} } }), withCache({ auth: { mode: "none" } })),
      {
        path: `${orders}.connectsTo.cache`,
        rule: "must be left out with cache.auth.mode none: it logs in with a password",
        fix: `write token or rbac as cache.auth.mode, or ${removal}`,
      },
    ],
    [
      "there is no broker",
      withReport({ connectsTo: { broker: {} } }),
      {
        path: "jobs.report.connectsTo.broker",
        rule: "must be left out without broker",
        fix: `add broker, or ${removal}`,
      },
    ],
    [
      "the broker does not know IAM",
      merge(
        withOrders({ connectsTo: { broker: {} } }),
        broker({ authentication: { iam: false, scram: { users: { app: {} } } } }),
      ),
      {
        path: `${orders}.connectsTo.broker`,
        rule: "must be left out without broker.authentication.iam, by which it proves who it is",
        fix: `write true as broker.authentication.iam, or ${removal}`,
      },
    ],
    [
      "there is no such bucket",
      withOrders({
        connectsTo: { buckets: { document: { access: "read", variable: "DOCUMENTS" } } },
      }),
      {
        path: `${orders}.connectsTo.buckets.document`,
        value: "document",
        rule: "must be a name in storage.buckets: documents",
        fix: "write documents",
      },
    ],
    [
      "there is no bucket at all",
      withServices({
        storage: null,
        jobs: {
          report: { connectsTo: { buckets: { out: { access: "readWrite", variable: "OUT" } } } },
        },
      }),
      {
        path: "jobs.report.connectsTo.buckets.out",
        value: "out",
        rule: "must be a name in storage.buckets, where there is none",
        fix: "add it to storage.buckets, or write another",
      },
    ],
    [
      "there is no such secret",
      withOrders({ connectsTo: { secrets: { "signing-key": { KEY: "private" } } } }),
      {
        path: `${orders}.connectsTo.secrets.signing-key`,
        value: "signing-key",
        rule: "must be a name in secrets.entries: signing-keys, partners",
        fix: "write signing-keys",
      },
    ],
    [
      "the secret has no such value",
      withOrders({ connectsTo: { secrets: { "signing-keys": { KEY: "public" } } } }),
      {
        path: `${orders}.connectsTo.secrets.signing-keys.KEY`,
        value: "public",
        rule: "must be a name in secrets.entries.signing-keys.values: private",
        fix: "add it to secrets.entries.signing-keys.values, or write another",
      },
    ],
    [
      "there is no such service",
      withReport({ connectsTo: { services: { payment: { variable: "PAYMENTS_URL" } } } }),
      {
        path: "jobs.report.connectsTo.services.payment",
        value: "payment",
        rule: "must be a name in services: orders, payments",
        fix: "write payments",
      },
    ],
    [
      "a service is called like another connection",
      merge(
        withOrders({
          connectsTo: {
            cache: {},
            buckets: { documents: { access: "read", variable: "DOCUMENTS" } },
            secrets: { partners: { PARTNER_KEY: "any" } },
            services: {
              cache: { variable: "CACHE_URL" },
              database: { variable: "DATABASE_URL" },
              "bucket-documents": { variable: "BUCKET_URL" },
              "secret-partners": { variable: "SECRET_URL" },
            },
          },
        }),
        merge(withCache({}), { services: namesakes() }),
      ),
      ...["bucket-documents", "cache", "secret-partners"].map((name) => ({
        path: `${orders}.connectsTo.services.${name}`,
        rule: "must be called otherwise than what another connection leads to",
        fix: "rename the service",
      })),
    ],
    [
      "a service calls itself",
      withOrders({ connectsTo: { services: { orders: { variable: "SELF_URL" } } } }),
      {
        path: `${orders}.connectsTo.services.orders`,
        rule: "must be another service than itself",
        fix: "remove it",
      },
    ],
  ]);
  accepts([
    [
      "everything that there is",
      merge(
        withOrders({
          secretsRefreshMinutes: 1440,
          connectsTo: {
            database: {},
            cache: {},
            broker: { reads: ["orders.*"], groups: ["orders"] },
            buckets: { documents: { access: "read", variable: "DOCUMENTS" } },
            secrets: { "signing-keys": { KEY: "private" } },
            services: { payments: { variable: "PAYMENTS_URL" } },
          },
        }),
        merge(withCache({ auth: { mode: "rbac" } }), broker({})),
      ),
    ],
    [
      "values of a secret that the operator supplies",
      withOrders({ connectsTo: { secrets: { partners: { PARTNER_KEY: "anything" } } } }),
    ],
    [
      "a late refresh of what is not rotated",
      withServices({
        database: { applicationUser: { rotationDays: 1 } },
        jobs: { report: { secretsRefreshMinutes: 1440 } },
      }),
    ],
    [
      "services that call each other",
      withServices({
        services: {
          orders: { connectsTo: { services: { payments: { variable: "PAYMENTS_URL" } } } },
          payments: { connectsTo: { services: { orders: { variable: "ORDERS_URL" } } } },
        },
      }),
    ],
  ]);
});

describe("preflight of variables", () => {
  refuses([
    [
      "two connections are told of by the same ones",
      merge(
        withOrders({ connectsTo: { database: {}, cache: { variablePrefix: "DATABASE" } } }),
        withCache({}),
      ),
      {
        path: `${orders}.connectsTo.cache.variablePrefix`,
        value: "DATABASE",
        rule: `must give other variables than ${orders}.connectsTo.database.variablePrefix`,
        fix: "write another prefix, or rename the other",
      },
    ],
    [
      "one is of a connection already",
      withOrders({
        environment: { DATABASE_HOST: "localhost" },
        connectsTo: { database: {} },
      }),
      {
        path: `${orders}.connectsTo.database.variablePrefix`,
        value: "DATABASE",
        rule: `must give other variables than ${orders}.environment.DATABASE_HOST`,
        fix: "write another prefix, or rename the other",
      },
    ],
    [
      "one is given by many",
      withOrders({
        environment: { PLACE: "here" },
        connectsTo: {
          buckets: { documents: { access: "read", variable: "PLACE" } },
          secrets: { partners: { PLACE: "there" } },
          services: { payments: { variable: "PLACE" } },
        },
      }),
      ...["buckets.documents.variable", "secrets.partners.PLACE", "services.payments.variable"].map(
        (at) => ({
          path: `${orders}.connectsTo.${at}`,
          value: "PLACE",
          rule: `must give other variables than ${orders}.environment.PLACE`,
          fix: "rename it",
        }),
      ),
    ],
    [
      "one is EKS's own",
      withReport({ environment: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://localhost" } }),
      {
        path: "jobs.report.environment.AWS_CONTAINER_CREDENTIALS_FULL_URI",
        value: "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        rule: "must be no variable by which EKS tells a pod of its role",
        fix: "rename it",
      },
    ],
  ]);
  accepts([
    [
      "two workloads with the same ones",
      withServices({
        services: {
          orders: { environment: { MODE: "a" } },
          payments: { environment: { MODE: "b" } },
        },
      }),
    ],
    [
      "prefixes that tell connections apart",
      merge(
        withOrders({
          connectsTo: { database: { variablePrefix: "DB" }, cache: { variablePrefix: "DB_CACHE" } },
        }),
        withCache({}),
      ),
    ],
  ]);
});

describe("preflight of what containers ask for", () => {
  refuses([
    [
      "it is more than they get",
      withOrders({ resources: { requests: { cpu: "1001m", memory: "1025Mi" } } }),
      {
        path: `${orders}.resources.requests.cpu`,
        value: "1001m",
        rule: "must be at most resources.limits.cpu 1",
        fix: "lower it to 1, or raise the limit",
      },
      {
        path: `${orders}.resources.requests.memory`,
        value: "1025Mi",
        rule: "must be at most resources.limits.memory 1Gi",
        fix: "lower it to 1Gi, or raise the limit",
      },
    ],
    [
      "it is nothing",
      withReport({ resources: { requests: { cpu: "0m" } } }),
      {
        path: "jobs.report.resources.requests.cpu",
        value: "0m",
        rule: "must be more than nothing",
        fix: "raise it",
      },
    ],
    [
      "the image is whatever was pushed last",
      withOrders({ image: "shop/orders:latest" }),
      {
        path: `${orders}.image`,
        value: "shop/orders:latest",
        rule: "must have a digest, or a tag that is not latest, so that all pods run the same",
        fix: "write the tag of a version such as 1.4.2",
      },
    ],
  ]);
  accepts([
    [
      "all that they get",
      withOrders({
        resources: {
          requests: { cpu: "0.5", memory: "524288Ki" },
          limits: { cpu: "500m", memory: "512Mi" },
        },
      }),
    ],
    ["an image by its digest", withOrders({ image: `orders@sha256:${"0".repeat(64)}` })],
  ]);
});
