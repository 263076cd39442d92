import { merge } from "../../../spec/merge";
import { withEdge, withOrders } from "./sound-services";
import { accepts, refuses } from "./table";

const orders = "edge.services.orders";
const label = "a".repeat(58);

function settings(change: object): object {
  return merge(withEdge({}), change);
}

describe("preflight of an edge's names", () => {
  refuses([
    [
      "there is no zone for them",
      settings({ hostedZoneId: null }),
      {
        path: "hostedZoneId",
        rule: "must be the id of the hosted zone example.com with edge, whose names stand there",
        fix: "set it to what Route 53 shows for the zone, or remove edge (null in overrides)",
      },
    ],
    [
      "they lie in another one",
      withEdge({
        hostnames: ["api.example.com", "api.example.org"],
        certificateNames: ["*.example.com", "*.example.org"],
        cdn: { hostname: "static.badexample.com" },
      }),
      ...[
        ["cdn.hostname", "static.badexample.com"],
        ["certificateNames[1]", "*.example.org"],
        ["hostnames[1]", "api.example.org"],
      ].map(([at = "", value]) => ({
        path: `edge.${at}`,
        value,
        rule: "must lie in edge.zoneName example.com, where its records are made",
        fix: "write example.com or a name that ends with .example.com",
      })),
    ],
    [
      "one is there twice",
      withEdge({
        hostnames: ["api.example.com", "api.example.com"],
        certificateNames: ["*.example.com", "*.example.com"],
      }),
      ...[
        ["certificateNames[1]", "*.example.com"],
        ["hostnames[1]", "api.example.com"],
      ].map(([at = "", value]) => ({
        path: `edge.${at}`,
        value,
        rule: "must name each once",
        fix: "remove it",
      })),
    ],
    [
      "the certificate is not for them",
      withEdge({
        hostnames: ["api.example.com", "example.com", "a.api.example.com"],
        certificateNames: ["*.example.com"],
      }),
      ...["example.com", "a.api.example.com"].map((value, index) => ({
        path: `edge.hostnames[${index + 1}]`,
        value,
        rule: "must be a name of the certificate: *.example.com",
        fix: `add ${value} to edge.certificateNames`,
      })),
    ],
    [
      "the first of a certificate is too long",
      withEdge({
        certificateNames: [`${label}.example.com`, "*.example.com"],
        cdn: { hostname: `${label}.example.com` },
      }),
      {
        path: "edge.cdn.hostname",
        value: `${label}.…`,
        rule: "must have at most 64 characters, not 70, as the first name of a certificate",
        fix: "shorten it",
      },
      {
        path: "edge.certificateNames[0]",
        value: `${label}.…`,
        rule: "must have at most 64 characters, not 70, as the first name of a certificate",
        fix: "begin with a shorter name",
      },
    ],
    [
      "that of static files leads to the load balancer",
      withEdge({ cdn: { hostname: "api.example.com" } }),
      {
        path: "edge.cdn.hostname",
        value: "api.example.com",
        rule: "must be none of edge.hostnames, which lead to the load balancer",
        fix: "write a name of its own such as static.example.com",
      },
    ],
  ]);
  accepts([
    ["names of the zone", withEdge({})],
    ["the zone itself", withEdge({ hostnames: ["api.example.com", "example.com"] })],
    [
      "a first name of 64 characters before a longer one",
      withEdge({
        certificateNames: [
          `${"a".repeat(52)}.example.com`,
          "*.example.com",
          `${label}.example.com`,
        ],
      }),
    ],
    ["no edge and no zone", withOrders({})],
  ]);
});

const entrance = { host: "api.example.com", health: { path: "/ready" } };

describe("preflight of an edge's services", () => {
  refuses([
    [
      "there are none",
      withEdge({ services: { orders: null } }),
      {
        path: "edge.services",
        rule: "must be one at least",
        fix: "add one of services, or remove edge (null in overrides)",
      },
    ],
    [
      "one is none of the stack's",
      withEdge({ services: { payment: { ...entrance, path: "/payments", priority: 10 } } }),
      {
        path: "edge.services.payment",
        value: "payment",
        rule: "must be a name in services: orders, payments",
        fix: "write payments",
      },
    ],
    [
      "the load balancer does not reach its port",
      merge(withEdge({}), { services: { orders: { port: 8080 }, payments: { port: 8080 } } }),
      {
        path: "services.orders.port",
        value: 8080,
        rule: "must be from 3000 to 3010 of edge.appPorts, which the load balancer reaches",
        fix: "write one of these, or widen edge.appPorts",
      },
    ],
    [
      "the ports run backwards",
      withEdge({ appPorts: { to: 2999 } }),
      {
        path: "edge.appPorts.to",
        value: 2999,
        rule: "must be at least from 3000",
        fix: "raise it to 3000 or more",
      },
    ],
    [
      "a host is none of the names",
      withEdge({ services: { orders: { host: "shop.example.com" } } }),
      {
        path: `${orders}.host`,
        value: "shop.example.com",
        rule: "must be a name in edge.hostnames: api.example.com",
        fix: "write api.example.com",
      },
    ],
    [
      "a failure is seen after the next request",
      withEdge({ services: { orders: { health: { intervalSeconds: 10, timeoutSeconds: 10 } } } }),
      {
        path: `${orders}.health.timeoutSeconds`,
        value: 10,
        rule: "must be less than intervalSeconds 10",
        fix: "lower it to 9 or less",
      },
    ],
    [
      "two have one place",
      withEdge({ services: { payments: { ...entrance, path: "/payments", priority: 100 } } }),
      {
        path: "edge.services.payments.priority",
        value: 100,
        rule: "must be another than that of orders",
        fix: "give each a number of its own",
      },
    ],
    [
      "another takes all requests before",
      withEdge({ services: { payments: { ...entrance, path: "/payments", priority: 200 } } }),
      {
        path: "edge.services.payments.priority",
        value: 200,
        rule: "must be before 100 of orders, which takes all of api.example.com/",
        fix: "write a number below 100",
      },
    ],
    [
      "two have the same path",
      withEdge({
        services: {
          orders: { path: "/api" },
          payments: { ...entrance, path: "/api", priority: 200 },
        },
      }),
      {
        path: "edge.services.payments.priority",
        value: 200,
        rule: "must be before 100 of orders, which takes all of api.example.com/api",
        fix: "give one of them another path",
      },
    ],
  ]);
  refuses(
    ["order--intake", "incoming-orders-api0"].map((name) => [
      `${name} cannot be a target group's name`,
      merge(withEdge({ services: { [name]: { ...entrance, path: "/in", priority: 10 } } }), {
        services: { [name]: orderedFrom() },
      }),
      {
        path: `edge.services.${name}`,
        rule: "must have a name of at most 19 characters without double hyphens, for its target group is called like it",
        fix: "rename the service",
      },
    ]),
  );
  accepts([
    [
      "paths before and beside that of another",
      withEdge({
        hostnames: ["api.example.com", "pay.example.com"],
        services: {
          orders: { path: "/api" },
          payments: { ...entrance, path: "/api/payments", priority: 50 },
        },
      }),
    ],
    [
      "a path that only begins alike",
      withEdge({
        services: {
          orders: { path: "/api" },
          payments: { ...entrance, path: "/apis", priority: 200 },
        },
      }),
    ],
    [
      "the same path at another host",
      withEdge({
        hostnames: ["api.example.com", "pay.example.com"],
        services: { payments: { ...entrance, host: "pay.example.com", priority: 200 } },
      }),
    ],
    [
      "a port that the load balancer need not reach",
      merge(withEdge({}), { services: { payments: { port: 8080 } } }),
    ],
  ]);
});

/** A further service like the others. */
function orderedFrom(): object {
  const { services } = withOrders({}) as { readonly services: { readonly orders: object } };
  return services.orders;
}

describe("preflight of what stands around an edge", () => {
  refuses([
    [
      "the load balancer's name is too long",
      settings({ system: "orders-and-payments-10", environment: "production" }),
      {
        path: "system",
        value: "orders-and-payments-10",
        rule: "must make a name for a load balancer of at most 32 characters that does not begin with internal-, not orders-and-payments-10-production",
        fix: "give the system another name in systems/catalogue.ts",
      },
    ],
    [
      "AWS keeps the name for others",
      settings({ system: "internal-orders" }),
      {
        path: "system",
        value: "internal-orders",
        rule: "must make a name for a load balancer of at most 32 characters that does not begin with internal-, not internal-orders-production",
        fix: "give the system another name in systems/catalogue.ts",
      },
    ],
    [
      "no subnet leads to the internet",
      {
        ...withEdge({}),
        network: { subnets: { public: { a: null, b: null } }, natGateways: "none" },
      },
      {
        path: "network.subnets.public",
        rule: "must be in 2 zones at least with edge, for its load balancer",
        fix: "add a subnet in each zone, or remove edge (null in overrides)",
      },
    ],
    [
      "there is no bucket for the logs",
      withEdge({ logsBucket: "log" }),
      {
        path: "edge.logsBucket",
        value: "log",
        rule: "must be a name in storage.buckets: documents, logs",
        fix: "write logs",
      },
    ],
    [
      "load balancers do not write to the bucket",
      withEdge({ logsBucket: "documents" }),
      {
        path: "edge.logsBucket",
        value: "documents",
        rule: "must be a bucket to which load balancers write",
        fix: "add loadBalancerLogs to storage.buckets.documents.writers",
      },
    ],
    [
      "there is no bucket of static files",
      withEdge({ cdn: { bucket: "static" } }),
      {
        path: "edge.cdn.bucket",
        value: "static",
        rule: "must be a name in storage.buckets: documents, logs",
        fix: "add it to storage.buckets, or write another",
      },
    ],
    [
      "health is asked of another name",
      withEdge({ healthCheck: { hostname: "example.com" } }),
      {
        path: "edge.healthCheck.hostname",
        value: "example.com",
        rule: "must be a name in edge.hostnames: api.example.com",
        fix: "add it to edge.hostnames, or write another",
      },
    ],
    [
      "whoever asks for health cannot speak",
      withEdge({ tlsPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" }),
      {
        path: "edge.tlsPolicy",
        rule: "must offer TLS 1.2 too with healthCheck, for which Route 53 speaks no later one",
        fix: "leave it out, or remove healthCheck (null in overrides)",
      },
    ],
    [
      "files stay longer than they may",
      withEdge({ cdn: { cache: { defaultSeconds: 61, maximumSeconds: 60 } } }),
      {
        path: "edge.cdn.cache.defaultSeconds",
        value: 61,
        rule: "must be at most maximumSeconds 60",
        fix: "lower it to 60 or less",
      },
    ],
  ]);
  accepts([
    [
      "TLS 1.3 alone where nobody asks for health",
      withEdge({ tlsPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06", healthCheck: null }),
    ],
    ["no static files", withEdge({ cdn: null })],
    [
      "files that stay as long as they may",
      withEdge({ cdn: { cache: { defaultSeconds: 31536000 } } }),
    ],
  ]);
});

describe("the schema of an edge", () => {
  const leading =
    "must be a path such as /api/v1/users, at most 126 characters without query, wildcards and a slash last";
  refuses([
    ...["/api/", "/api/*", "api", "/a?b"].map(
      (path) =>
        [
          `${path} leads nowhere`,
          withEdge({ services: { orders: { path } } }),
          {
            path: `${orders}.path`,
            value: path,
            rule: leading,
            fix: "correct it, or leave it out",
          },
        ] as const,
    ),
    [
      "health is a failure of the service",
      withEdge({ services: { orders: { health: { matcher: "200,500" } } } }),
      {
        path: `${orders}.health.matcher`,
        value: "200,500",
        rule: "must be statuses from 200 to 499 such as 200-299",
        fix: "correct it, or leave it out",
      },
    ],
    [
      "the file for / begins with it",
      withEdge({ cdn: { rootObject: "/index.html" } }),
      {
        path: "edge.cdn.rootObject",
        value: "/index.html",
        rule: "must be a file such as index.html, without a slash first",
        fix: "correct it, or leave it out",
      },
    ],
    [
      "a path is too long to be asked for by Route 53",
      withEdge({ healthCheck: { path: "/".repeat(256) } }),
      {
        path: "edge.healthCheck.path",
        value: `${"/".repeat(59)}…`,
        rule: "must be a path such as /health, at most 255 characters without query and wildcards",
        fix: "correct it",
      },
    ],
  ]);
  accepts([
    ["paths with dots and tildes", withEdge({ services: { orders: { path: "/~a/v1.2" } } })],
    ["a path of 255 characters", withEdge({ healthCheck: { path: `/${"a".repeat(254)}` } })],
  ]);
});

describe("preflight of an edge of two regions", () => {
  const failover = { role: "PRIMARY", hostname: "eu-west-1.api.example.com" };
  const named = { failover, certificateNames: ["api.example.com", "*.api.example.com"] };
  const check = { hostname: "api.example.com", path: "/health" };

  accepts([["a further name of the region", withEdge({ ...named, healthCheck: check })]]);

  refuses([
    [
      "nobody asks whether the region is healthy",
      withEdge({ ...named, healthCheck: null }),
      {
        path: "edge.healthCheck",
        rule: "must be given with failover: by it Route 53 sees that the region fails",
        fix: "say which hostname and path answer where all is well",
      },
    ],
    [
      "its name may lead to the other region",
      withEdge({
        ...named,
        failover: { ...failover, hostname: "api.example.com" },
        healthCheck: check,
      }),
      {
        path: "edge.failover.hostname",
        value: "api.example.com",
        rule: "must be none of edge.hostnames, which may lead to the other region",
        fix: "write a name of the region alone such as eu-west-1.api.example.com",
      },
    ],
    [
      "the certificate is not for its name",
      withEdge({ ...named, certificateNames: ["api.example.com"], healthCheck: check }),
      {
        path: "edge.failover.hostname",
        value: "eu-west-1.api.example.com",
        rule: "must be a name of the certificate: api.example.com",
        fix: "add eu-west-1.api.example.com to edge.certificateNames",
      },
    ],
    [
      "its name lies in another zone",
      withEdge({
        ...named,
        certificateNames: ["api.example.com", "*.example.org"],
        failover: { ...failover, hostname: "eu-west-1.example.org" },
        healthCheck: check,
      }),
      ...[
        ["edge.certificateNames[1]", "*.example.org"],
        ["edge.failover.hostname", "eu-west-1.example.org"],
      ].map(([path = "", value]) => ({
        path,
        value,
        rule: "must lie in edge.zoneName example.com, where its records are made",
        fix: "write example.com or a name that ends with .example.com",
      })),
    ],
  ]);
});
