import assert from "node:assert/strict";
import type { EdgeArgs } from "../../components/edge/args";
import type { CdnArgs } from "../../components/edge/cdn-args";
import type { ServiceArgs } from "../../components/edge/service-args";
import { validateEdge } from "../../components/edge/validate-edge";
import { args, cdn, checked, previewEdge, primary } from "./edge-args";

type Case = readonly [what: string, change: Partial<EdgeArgs>, ...problems: string[]];
type ServiceCase = readonly [what: string, change: Partial<ServiceArgs>, ...problems: string[]];
type CdnCase = readonly [what: string, change: Partial<CdnArgs>, ...problems: string[]];

const gateway: ServiceArgs = {
  host: "api.example.com",
  port: 3000,
  health: { path: "/api/v1/health" },
  priority: 100,
};
const healthOf = (change: Partial<ServiceArgs["health"]>) => ({
  health: { ...gateway.health, ...change },
});
const healthCheck = { hostname: "api.example.com", path: "/api/v1/health" };
const prefixRule =
  "namePrefix must be lower-case letters, digits and single hyphens, a letter first, at most 32, and not begin with internal-, got";
const tooLong = `${"a".repeat(53)}.example.com`;

/** As arguments come that no compiler saw. */
function unchecked(value: unknown): never {
  return value as never;
}

const refused: readonly Case[] = [
  ["the prefix has other characters", { namePrefix: "Shop" }, `${prefixRule} Shop`],
  ["the prefix ends with a hyphen", { namePrefix: "shop-" }, `${prefixRule} shop-`],
  ["the prefix begins with a digit", { namePrefix: "1shop" }, `${prefixRule} 1shop`],
  ["the prefix has two hyphens", { namePrefix: "shop--a" }, `${prefixRule} shop--a`],
  ["the prefix is AWS's own", { namePrefix: "internal-shop" }, `${prefixRule} internal-shop`],
  ["the prefix is too long", { namePrefix: "a".repeat(33) }, `${prefixRule} ${"a".repeat(33)}`],
  [
    "there is one subnet",
    { publicSubnetIds: ["subnet-a"] },
    "publicSubnetIds must be subnets of at least 2 zones, got 1",
  ],
  [
    "the first port is none",
    { appPorts: { from: 0, to: 3010 } },
    "appPorts.from must be a whole number from 1 to 65535, got 0",
  ],
  [
    "the last port is before the first",
    { appPorts: { from: 3000, to: 2999 } },
    "appPorts.to must be a whole number from 3000 to 65535, got 2999",
    "services.gateway.port must be a whole number from 3000 to 2999, got 3000",
  ],
  [
    "the TLS policy is CloudFront's",
    { tlsPolicy: "TLSv1.2_2021" },
    "tlsPolicy must be a policy of load balancers such as ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, got TLSv1.2_2021",
  ],
  [
    "connections may idle for too long",
    { idleTimeoutSeconds: 4001 },
    "idleTimeoutSeconds must be a whole number from 1 to 4000, got 4001",
  ],
  [
    "connections may not idle at all",
    { idleTimeoutSeconds: 0 },
    "idleTimeoutSeconds must be a whole number from 1 to 4000, got 0",
  ],
  [
    "browsers are to ask for HTTPS for less than no time",
    { securityHeaders: { strictTransportSecurity: { maxAgeSeconds: -1 } } },
    "securityHeaders.strictTransportSecurity.maxAgeSeconds must be a whole number from 0 to 2147483647, got -1",
  ],
  [
    "the zone has a dot at the end",
    { zone: { id: "Z123", name: "example.com." } },
    "zone.name must be a domain in lower case such as example.com, got example.com.",
    "hostnames must be domains in lower case within the zone example.com., got api.example.com",
    "certificate.names must be domains in lower case within the zone example.com., got api.example.com",
    "certificate.names must be domains in lower case within the zone example.com., got *.api.example.com",
  ],
  [
    "there is no hostname",
    { hostnames: [] },
    "hostnames must be one at least, got none",
    "services.gateway.host must be one of the hostnames , got api.example.com",
  ],
  [
    "a hostname comes twice",
    { hostnames: ["api.example.com", "api.example.com"] },
    "hostnames must name each once, got api.example.com again",
  ],
  [
    "a hostname is of another zone",
    {
      hostnames: ["api.example.com", "api.notexample.com"],
      certificate: { names: ["api.example.com", "api.notexample.com"] },
    },
    "hostnames must be domains in lower case within the zone example.com, got api.notexample.com",
    "certificate.names must be domains in lower case within the zone example.com, got api.notexample.com",
  ],
  [
    "a hostname is no domain",
    { hostnames: ["api.example.com", "-.api.example.com"] },
    "hostnames must be domains in lower case within the zone example.com, got -.api.example.com",
  ],
  [
    "a hostname is not in the certificate",
    { hostnames: ["api.example.com", "app.example.com"] },
    "hostnames must be names of the certificate, which has api.example.com, *.api.example.com, got app.example.com",
  ],
  [
    "a hostname is two labels below a wildcard",
    { hostnames: ["api.example.com", "a.b.api.example.com"] },
    "hostnames must be names of the certificate, which has api.example.com, *.api.example.com, got a.b.api.example.com",
  ],
  [
    "the certificate is for nothing",
    { certificate: { names: [] } },
    "hostnames must be names of the certificate, which has none, got api.example.com",
    "certificate.names must be one at least, got none",
  ],
  [
    "the certificate has a name twice",
    { certificate: { names: ["api.example.com", "api.example.com"] } },
    "certificate.names must name each once, got api.example.com again",
  ],
  [
    "a wildcard stands inside a name of the certificate",
    { certificate: { names: ["api.example.com", "api.*.example.com"] } },
    "certificate.names must be domains in lower case within the zone example.com, got api.*.example.com",
  ],
  [
    "the certificate's first name is too long",
    { certificate: { names: [tooLong, "api.example.com"] } },
    `certificate.names must begin with a name of at most 64 characters, got ${tooLong}`,
  ],
  ["there is no service", { services: {} }, "services must be one at least, got none"],
  [
    "a service's label has other characters",
    { services: { Gateway: gateway } },
    "services must be labelled by lower-case letters, digits and single hyphens, a letter first, got Gateway",
  ],
  [
    "a service's label is too long for a target group",
    { services: { "an-api-gateway-of-ours": gateway } },
    "services must have labels of at most 19 characters in edge, got an-api-gateway-of-ours",
  ],
  [
    "two services have one place",
    { services: { gateway, users: { ...gateway, path: "/users" } } },
    "services.users.priority must be another than that of gateway, got 100",
  ],
  [
    "there is failover without a check",
    { failover: { role: "PRIMARY", hostname: "eu-west-1.api.example.com" } },
    "failover must have healthCheck beside it, by which Route 53 sees that the region fails, got none",
  ],
  [
    "health is asked elsewhere",
    { healthCheck: { ...healthCheck, hostname: "app.example.com" } },
    "healthCheck.hostname must be one of the hostnames api.example.com, got app.example.com",
  ],
  [
    "health is asked with a query",
    { healthCheck: { ...healthCheck, path: "/health?deep=1" } },
    "healthCheck.path must be a path such as /api/v1/health, without query and wildcards, got /health?deep=1",
  ],
  [
    "health is asked in no rhythm of Route 53",
    { healthCheck: { ...healthCheck, intervalSeconds: unchecked(20) } },
    "healthCheck.intervalSeconds must be 10 or 30, got 20",
  ],
  [
    "health is asked by TLS 1.3 alone",
    { ...checked, tlsPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" },
    "tlsPolicy must offer TLS 1.2 too with healthCheck, for which Route 53 speaks no later one, got ELBSecurityPolicy-TLS13-1-3-2021-06",
  ],
  [
    "health never fails",
    { healthCheck: { ...healthCheck, failureThreshold: 0 } },
    "healthCheck.failureThreshold must be a whole number from 1 to 10, got 0",
  ],
  [
    "the region's own name is a hostname",
    { ...primary, failover: { role: "PRIMARY", hostname: "api.example.com" } },
    "failover.hostname must be a further name beside the hostnames, got api.example.com",
  ],
  [
    "the region's own name is neither in zone nor certificate",
    { ...primary, failover: { role: "SECONDARY", hostname: "shop.example.net" } },
    "failover.hostname must be domains in lower case within the zone example.com, got shop.example.net",
    "failover.hostname must be names of the certificate, which has api.example.com, *.api.example.com, got shop.example.net",
  ],
  [
    "the limit of requests is lower than WAF counts",
    { waf: { rateLimit: 9 } },
    "waf.rateLimit must be a whole number from 10 to 2000000000, got 9",
  ],
  [
    "the limit of requests looks back in no step of WAF's",
    { waf: { rateLimit: 20, windowSeconds: unchecked(10) } },
    "waf.windowSeconds must be one of 60, 120, 300, 600, got 10",
  ],
  [
    "more rules count than WAF lets",
    {
      waf: {
        rateLimit: 2000,
        managedGroups: {
          AWSManagedRulesCommonRuleSet: {
            countedRules: Array.from({ length: 101 }, (_, index) => `rule-${index}`),
          },
        },
      },
    },
    "waf.managedGroups.AWSManagedRulesCommonRuleSet.countedRules must be at most 100, got 101",
  ],
  [
    "CloudWatch Logs has no such retention",
    { waf: { rateLimit: 2000, logRetentionDays: 31 } },
    "waf.logRetentionDays must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 31",
  ],
];

const refusedOfService: readonly ServiceCase[] = [
  [
    "its host is no hostname",
    { host: "app.example.com" },
    "services.gateway.host must be one of the hostnames api.example.com, got app.example.com",
  ],
  [
    "its path begins with no slash",
    { path: "users" },
    "services.gateway.path must be a path such as /api/v1/health, without query and wildcards, got users",
  ],
  [
    "its path has a wildcard",
    { path: "/users/*" },
    "services.gateway.path must be a path such as /api/v1/health, without query and wildcards, got /users/*",
  ],
  [
    "its path ends with a slash",
    { path: "/users/" },
    "services.gateway.path must not end with a slash, got /users/",
  ],
  [
    "its path is too long",
    { path: `/${"a".repeat(126)}` },
    "services.gateway.path must be at most 126 characters, got 127",
  ],
  [
    "its port is not the application's",
    { port: 8080 },
    "services.gateway.port must be a whole number from 3000 to 3010, got 8080",
  ],
  [
    "its place is none",
    { priority: 0 },
    "services.gateway.priority must be a whole number from 1 to 50000, got 0",
  ],
  [
    "its place is beyond the last",
    { priority: 50_001 },
    "services.gateway.priority must be a whole number from 1 to 50000, got 50001",
  ],
  [
    "its pods take too long to go",
    { deregistrationSeconds: 3601 },
    "services.gateway.deregistrationSeconds must be a whole number from 0 to 3600, got 3601",
  ],
  [
    "its health is asked at no path",
    healthOf({ path: "health" }),
    "services.gateway.health.path must be a path such as /api/v1/health, without query and wildcards, got health",
  ],
  [
    "its health is asked too often",
    healthOf({ intervalSeconds: 4, timeoutSeconds: 2 }),
    "services.gateway.health.intervalSeconds must be a whole number from 5 to 300, got 4",
  ],
  [
    "its health is asked too seldom",
    healthOf({ intervalSeconds: 301 }),
    "services.gateway.health.intervalSeconds must be a whole number from 5 to 300, got 301",
  ],
  [
    "its pods have too little time to answer",
    healthOf({ timeoutSeconds: 1 }),
    "services.gateway.health.timeoutSeconds must be a whole number from 2 to 120, got 1",
  ],
  [
    "its pods have too much time to answer",
    healthOf({ intervalSeconds: 300, timeoutSeconds: 121 }),
    "services.gateway.health.timeoutSeconds must be a whole number from 2 to 120, got 121",
  ],
  [
    "its pods are asked again before they answer",
    healthOf({ intervalSeconds: 10, timeoutSeconds: 10 }),
    "services.gateway.health.timeoutSeconds must be less than the 10 of intervalSeconds, got 10",
  ],
  [
    "one answer is enough for health",
    healthOf({ healthyThreshold: 1 }),
    "services.gateway.health.healthyThreshold must be a whole number from 2 to 10, got 1",
  ],
  [
    "too many failures are needed",
    healthOf({ unhealthyThreshold: 11 }),
    "services.gateway.health.unhealthyThreshold must be a whole number from 2 to 10, got 11",
  ],
  [
    "a failure of the server counts for health",
    healthOf({ matcher: "200-599" }),
    "services.gateway.health.matcher must be statuses from 200 to 499 such as 200-299, got 200-599",
  ],
];

const refusedOfCdn: readonly CdnCase[] = [
  [
    "its name is of another zone",
    { hostname: "static.example.net" },
    "cdn.hostname must be domains in lower case within the zone example.com, got static.example.net",
  ],
  [
    "its name leads to the load balancer",
    { hostname: "api.example.com" },
    "cdn.hostname must be none of the hostnames, which lead to the load balancer, got api.example.com",
  ],
  [
    "its first file has a slash before it",
    { rootObject: "/index.html" },
    "cdn.rootObject must be a file without slash before it, got /index.html",
  ],
  [
    "CloudWatch Logs has no such retention",
    { logRetentionDays: 31 },
    "cdn.logRetentionDays must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 31",
  ],
  [
    "files stay for longer than the most",
    { cache: { defaultSeconds: 61, maximumSeconds: 60 } },
    "cdn.cache.defaultSeconds must be a whole number from 0 to 60, got 61",
  ],
  [
    "the most is less than no time",
    { cache: { defaultSeconds: 0, maximumSeconds: -1 } },
    "cdn.cache.defaultSeconds must be a whole number from 0 to -1, got 0",
    "cdn.cache.maximumSeconds must be a whole number from 0 to 2147483647, got -1",
  ],
];

const accepted: readonly (readonly [what: string, change: Partial<EdgeArgs>])[] = [
  ["what must be said", {}],
  ["a check", checked],
  ["failover", primary],
  ["TLS 1.3 alone without a check", { tlsPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" }],
  ["the longest prefix", { namePrefix: "a".repeat(32) }],
  ["the longest idle time", { idleTimeoutSeconds: 4000 }],
  ["one port", { appPorts: { from: 3000, to: 3000 } }],
  [
    "the zone's own name",
    {
      hostnames: ["api.example.com", "example.com"],
      certificate: { names: ["example.com", "*.example.com"] },
    },
  ],
  ["the longest label", { services: { "an-api-gateway-ours": gateway } }],
  [
    "services with another path each",
    { services: { gateway, users: { ...gateway, path: "/users", priority: 1 } } },
  ],
  ["the lowest limit", { waf: { rateLimit: 10, windowSeconds: 60 } }],
  [
    "statuses of several kinds",
    { services: { gateway: { ...gateway, ...healthOf({ matcher: "200,301-399" }) } } },
  ],
  ["the longest path", { services: { gateway: { ...gateway, path: `/${"a".repeat(125)}` } } }],
];

describe("arguments of Edge", () => {
  for (const [what, change, ...problems] of refused) {
    it(`fails when ${what}`, () => {
      assert.deepEqual(validateEdge("edge", { ...args, ...change }), problems);
    });
  }

  for (const [what, change, ...problems] of refusedOfService) {
    it(`fails when of a service ${what}`, () => {
      const services = { gateway: { ...gateway, ...change } };
      assert.deepEqual(validateEdge("edge", { ...args, services }), problems);
    });
  }

  for (const [what, change, ...problems] of refusedOfCdn) {
    it(`fails when of the distribution ${what}`, () => {
      assert.deepEqual(validateEdge("edge", { ...args, cdn: { ...cdn, ...change } }), problems);
    });
  }

  for (const [what, change] of accepted) {
    it(`accepts ${what}`, () => {
      assert.deepEqual(validateEdge("edge", { ...args, ...change }), []);
    });
  }

  it("fails when anything is wrong, with every problem and before anything is made", async () => {
    const change = { namePrefix: "Shop", services: {}, cdn: { ...cdn, rootObject: "/" } };

    await assert.rejects(previewEdge({ ...args, ...change }), {
      message: [
        `${prefixRule} Shop`,
        "services must be one at least, got none",
        "cdn.rootObject must be a file without slash before it, got /",
      ].join("\n"),
    });
  });
});
