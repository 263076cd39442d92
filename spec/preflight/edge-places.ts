import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { found } from "./reference";
import { sectionRule } from "./rule";

type Edge = NonNullable<Spec["edge"]>;
type Buckets = Spec["storage"]["buckets"];

const leastZones = 2;
const longestName = 32;
/** How the policies begin that offer TLS 1.3 alone. */
const onlyTls13 = "ELBSecurityPolicy-TLS13-1-3-";

/**
 * What stands around an edge, and how it is asked.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
 */
export const edgePlaceRules = [
  sectionRule("edge", ["system", "environment"], (_, spec) => named(spec)),
  sectionRule("edge", ["network"], (_, { network }) => zoned(network)),
  sectionRule("edge", ["storage"], ({ logsBucket }, { storage }) =>
    written(logsBucket, storage.buckets),
  ),
  sectionRule("edge", ["storage"], ({ cdn }, { storage }) =>
    cdn === undefined ? [] : bucket("edge.cdn.bucket", cdn.bucket, storage.buckets),
  ),
  sectionRule("edge", [], ports),
  sectionRule("edge", [], asked),
  sectionRule("edge", [], cached),
];

function named({ system, environment }: Pick<Spec, "system" | "environment">): readonly Problem[] {
  const name = `${system}-${environment}`;
  if (name.length <= longestName && !name.startsWith("internal-")) return [];
  return [
    {
      path: "system",
      value: system,
      rule: `must make a name for a load balancer of at most ${longestName} characters that does not begin with internal-, not ${name}`,
      fix: "give the system another name in systems/catalogue.ts",
    },
  ];
}

function zoned({ subnets }: Spec["network"]): readonly Problem[] {
  const zones = Object.keys(subnets.public);
  if (zones.length >= leastZones) return [];
  return [
    {
      path: "network.subnets.public",
      rule: `must be in ${leastZones} zones at least with edge, for its load balancer`,
      fix: "add a subnet in each zone, or remove edge (null in overrides)",
    },
  ];
}

function bucket(path: string, name: string, buckets: Buckets): readonly Problem[] {
  return found({ path, name, section: "storage.buckets", names: Object.keys(buckets) });
}

function written(logsBucket: string, buckets: Buckets): readonly Problem[] {
  const writers = Object.hasOwn(buckets, logsBucket) ? buckets[logsBucket]?.writers : undefined;
  if (writers === undefined) return bucket("edge.logsBucket", logsBucket, buckets);
  if (writers.includes("loadBalancerLogs")) return [];
  return [
    {
      path: "edge.logsBucket",
      value: logsBucket,
      rule: "must be a bucket to which load balancers write",
      fix: `add loadBalancerLogs to storage.buckets.${logsBucket}.writers`,
    },
  ];
}

function ports({ appPorts: { from, to } }: Edge): readonly Problem[] {
  if (from <= to) return [];
  return [
    {
      path: "edge.appPorts.to",
      value: to,
      rule: `must be at least from ${from}`,
      fix: `raise it to ${from} or more`,
    },
  ];
}

function asked({ healthCheck, hostnames, tlsPolicy, failover }: Edge): readonly Problem[] {
  if (healthCheck === undefined) return failover === undefined ? [] : [unasked];
  return [
    ...found({
      path: "edge.healthCheck.hostname",
      name: healthCheck.hostname,
      section: "edge.hostnames",
      names: hostnames,
    }),
    ...(tlsPolicy.startsWith(onlyTls13)
      ? [
          {
            path: "edge.tlsPolicy",
            rule: "must offer TLS 1.2 too with healthCheck, for which Route 53 speaks no later one",
            fix: "leave it out, or remove healthCheck (null in overrides)",
          },
        ]
      : []),
  ];
}

const unasked = {
  path: "edge.healthCheck",
  rule: "must be given with failover: by it Route 53 sees that the region fails",
  fix: "say which hostname and path answer where all is well",
};

function cached({ cdn }: Edge): readonly Problem[] {
  const { defaultSeconds, maximumSeconds } = cdn?.cache ?? {};
  if (defaultSeconds === undefined || maximumSeconds === undefined) return [];
  if (defaultSeconds <= maximumSeconds) return [];
  return [
    {
      path: "edge.cdn.cache.defaultSeconds",
      value: defaultSeconds,
      rule: `must be at most maximumSeconds ${maximumSeconds}`,
      fix: `lower it to ${maximumSeconds} or less`,
    },
  ];
}
