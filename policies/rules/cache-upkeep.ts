import { all, type Judgement, notApplicable, undecided } from "../judgement";
import { given, must, oneMust } from "../must";
import type { Property } from "../property";
import { resourceRule, stackRule } from "../rule";
import { cluster, replicationGroup, unlessMember, unlessMemcached } from "./cache-kind";
import { titleOf } from "./title";

const types = [replicationGroup, cluster];

/** The logs that ElastiCache delivers, with the version of Redis from which it does; Valkey's are later. */
const logTypes = [
  { name: "slow-log", since: 6 },
  { name: "engine-log", since: 6.2 },
];

export const cacheLogsDelivered = resourceRule({
  id: "cache-logs-delivered",
  requires: "ElastiCache delivers the slow log and the engine log of Redis and Valkey.",
  why: "On the node the slow log holds a few entries and the engine's nobody can read; neither outlives the node.",
  fix: "Name a log group or a Firehose stream for each of slow-log and engine-log in logDeliveryConfigurations.",
  severity: "medium",
  standards: {},
  types,
  exemptible: true,
  check: (cache) => {
    const version = cache.at("engineVersion");
    const judgement = mustDeliver(cache.at("logDeliveryConfigurations"), version);
    const reason = "ElastiCache delivers no logs of Memcached";
    return unlessMember(cache, unlessMemcached(cache, reason, given(version, judgement)));
  },
});

function mustDeliver(deliveries: Property, version: Property): Judgement {
  const release = releaseOf(version.value);
  const wanted = logTypes.filter(({ since }) => release >= since);
  if (wanted.length === 0) return notApplicable("ElastiCache delivers no logs of Redis before 6.0");
  if (deliveries.isUnknown) return undecided(deliveries.path);
  return all(...wanted.map(({ name }) => mustDeliverOne(deliveries, name)));
}

/** 6.2 for `6.2.6`; the latest where there is none, as for `6.x`. */
function releaseOf(version: unknown): number {
  const release = Number(/^\d+\.\d+/.exec(String(version))?.[0]);
  return Number.isNaN(release) ? Infinity : release;
}

function mustDeliverOne(deliveries: Property, name: string): Judgement {
  return oneMust(
    deliveries.items.map((delivery) => delivery.at("logType")),
    (kind) => kind === name,
    `${deliveries.path} must deliver the ${name}, but do not`,
  );
}

const globalDatastore = "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup";
const switchedOff = notApplicable("AWS switches them off in a global datastore");

export const cacheMinorUpgradesAutomatic = stackRule({
  id: "cache-minor-upgrades-automatic",
  requires: "ElastiCache applies minor upgrades of the engine in the maintenance window.",
  why: "They are how fixes of known vulnerabilities reach the nodes; nobody remembers to do it by hand.",
  fix: "Leave autoMinorVersionUpgrade out, or set it to true.",
  severity: "low",
  standards: { securityHub: ["ElastiCache.2"], checkov: ["CKV_AWS_322"] },
  types,
  exemptible: true,
  level: "advisory",
  check: (cache, _settings, stack) => {
    const path = "primaryReplicationGroupId";
    const { found, possible } = stack.referring(cache, path, globalDatastore);
    const isSecondary = cache.at("globalReplicationGroupId").isSet;
    if (isSecondary || found.length > 0) return switchedOff;
    const automatic = cache.at("autoMinorVersionUpgrade");
    const holds = (value: unknown): boolean => value !== false && value !== "false";
    const judgement = unlessMember(cache, must(automatic, "not be false", holds));
    return possible.length > 0 && judgement.verdict === "fail"
      ? undecided(...possible.map((datastore) => `${path} of ${titleOf(datastore)}`))
      : judgement;
  },
});
