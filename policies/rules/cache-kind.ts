import { type Judgement, notApplicable } from "../judgement";
import { given } from "../must";
import type { Subject } from "../subject";

/** Shards and replicas of Redis or Valkey. */
export const replicationGroup = "aws:elasticache/replicationGroup:ReplicationGroup";
/** Memcached nodes, or a single node of Redis or Valkey, which may belong to a replication group. */
export const cluster = "aws:elasticache/cluster:Cluster";
export const serverlessCache = "aws:elasticache/serverlessCache:ServerlessCache";

/** The judgement of a cache that is not just a node of a replication group. */
export function unlessMember(cache: Subject, judgement: Judgement): Judgement {
  const isMember = cache.type === cluster && cache.at("replicationGroupId").isSet;
  return isMember ? notApplicable("its replication group is judged in its place") : judgement;
}

/** The judgement of a cache whose engine is not Memcached, which a replication group's never is. */
export function unlessMemcached(cache: Subject, reason: string, judgement: Judgement): Judgement {
  if (cache.type === replicationGroup) return judgement;
  const engine = cache.at("engine");
  return engine.value === "memcached" ? notApplicable(reason) : given(engine, judgement);
}

/**
 * The judgement of a cache that is on its own. A secondary of a global datastore takes over what its
 * primary has, and AWS lets it say little of that itself.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastores-Getting-Started.html
 */
export function unlessSecondary(cache: Subject, judgement: Judgement): Judgement {
  return cache.at("globalReplicationGroupId").isSet && judgement.verdict === "fail"
    ? notApplicable("a secondary of a global datastore has it from its primary")
    : judgement;
}
