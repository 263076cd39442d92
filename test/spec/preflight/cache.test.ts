import assert from "node:assert/strict";
import { merge } from "../../../spec/merge";
import { problemsWith } from "../sound-spec";
import { withCache } from "./sound-cache";
import { accepts, refuses } from "./table";

const version = (value: string, engine: string, choice: string) => ({
  path: "cache.engineVersion",
  value,
  rule: `must be a version of ${engine} that ElastiCache has with all that a cache is given`,
  fix: `choose ${choice}`,
});
const redis = "6.2, 7.0 or 7.1";
const valkey = "7.2, 8.0, 8.1, 8.2, 9.0 or 9.1";

const single = { clusterMode: "disabled", numNodeGroups: null };
const lonely = { ...single, numCacheClusters: 1 };

/** A change that lets replicas stand in the other region. */
const replicated = {
  disasterRecovery: {
    topology: "data",
    network: {
      cidrBlock: "10.8.0.0/16",
      subnets: {
        public: { a: "10.8.1.0/24", b: "10.8.2.0/24" },
        private: { a: "10.8.11.0/24", b: "10.8.12.0/24" },
        database: { a: "10.8.21.0/24", b: "10.8.22.0/24" },
      },
    },
  },
  disasterRecoveryAvailabilityZones: { a: "eu-central-1a", b: "eu-central-1b" },
  database: { credentials: { mode: "rotated" } },
};

function replicatedWith(change: object): object {
  return merge(replicated, withCache(change));
}

const given = "with disasterRecovery.topology data, which replicates the cache";

describe("preflight of the cache", () => {
  describe("engine", () => {
    refuses([
      [
        "Redis has a version that came after the last of ElastiCache",
        withCache({ engineVersion: "7.2" }),
        version("7.2", "redis", redis),
      ],
      [
        "Redis is too old for the logs of a cache",
        withCache({ engineVersion: "6.0" }),
        version("6.0", "redis", redis),
      ],
      [
        "Valkey has a version of Redis",
        withCache({ engine: "valkey" }),
        version("7.1", "valkey", valkey),
      ],
      [
        "Valkey has a version that there is not",
        withCache({ engine: "valkey", engineVersion: "8.3" }),
        version("8.3", "valkey", valkey),
      ],
      [
        "parameters are of another major",
        withCache({ parameterGroupFamily: "redis6.x" }),
        {
          path: "cache.parameterGroupFamily",
          value: "redis6.x",
          rule: "must be redis7, the family of redis 7.1",
          fix: "write redis7, or leave it out",
        },
      ],
      [
        "parameters are of the other engine",
        withCache({ engine: "valkey", engineVersion: "8.2", parameterGroupFamily: "redis7" }),
        {
          path: "cache.parameterGroupFamily",
          value: "redis7",
          rule: "must be valkey8, the family of valkey 8.2",
          fix: "write valkey8, or leave it out",
        },
      ],
      [
        "a token would go without TLS",
        withCache({ transitEncryptionMode: "preferred" }),
        {
          path: "cache.transitEncryptionMode",
          value: "preferred",
          rule: "must be required with auth.mode token: AWS takes no password without TLS",
          fix: "write required, or none as cache.auth.mode until all clients use TLS",
        },
      ],
      [
        "a user's password would go without TLS",
        withCache({ transitEncryptionMode: "preferred", auth: { mode: "rbac" } }),
        {
          path: "cache.transitEncryptionMode",
          value: "preferred",
          rule: "must be required with auth.mode rbac: AWS takes no password without TLS",
          fix: "write required, or none as cache.auth.mode until all clients use TLS",
        },
      ],
      [
        "an engine knows one mode of TLS",
        withCache({
          engineVersion: "6.2",
          transitEncryptionMode: "preferred",
          auth: { mode: "none" },
        }),
        {
          path: "cache.transitEncryptionMode",
          value: "preferred",
          rule: "must be required with redis 6.2, which knows no other mode",
          fix: "write required",
        },
      ],
    ]);

    it("fails when support of Redis 6 is over, and not on its last day", () => {
      const old = withCache({ engineVersion: "6.2" });

      assert.deepEqual(problemsWith(old, "2027-01-31"), []);
      assert.deepEqual(
        problemsWith(old, "2027-02-01").filter(({ path }) => path.startsWith("cache")),
        [
          {
            path: "cache.engineVersion",
            value: "6.2",
            rule: "must be a version in standard support, which ended on 2027-01-31",
            fix: "choose 7.0 or 7.1",
          },
        ],
      );
    });

    accepts([
      ["a cache", withCache({})],
      ["no cache", {}],
      ["Redis 7.0", withCache({ engineVersion: "7.0", parameterGroupFamily: "redis7" })],
      ["Redis 6.2", withCache({ engineVersion: "6.2", parameterGroupFamily: "redis6.x" })],
      ["Valkey 9.1", withCache({ engine: "valkey", engineVersion: "9.1" })],
      [
        "Valkey 7.2 with its family",
        withCache({ engine: "valkey", engineVersion: "7.2", parameterGroupFamily: "valkey7" }),
      ],
      [
        "TLS that is preferred, without a password",
        withCache({ transitEncryptionMode: "preferred", auth: { mode: "none" } }),
      ],
    ]);
  });

  describe("topology", () => {
    refuses([
      [
        "shards have nobody to take over by itself",
        withCache({ automaticFailover: false, multiAz: false }),
        {
          path: "cache.automaticFailover",
          value: false,
          rule: "must be true in cluster mode",
          fix: "write true, or disabled as topology.clusterMode",
        },
      ],
      [
        "several zones are of no use",
        withCache({ topology: single, automaticFailover: false }),
        {
          path: "cache.automaticFailover",
          value: false,
          rule: "must be true with multiAz, which is of no use otherwise",
          fix: "write true, or false as multiAz",
        },
      ],
      [
        "a single node is to be taken over from",
        withCache({ topology: lonely, multiAz: false }),
        {
          path: "cache.automaticFailover",
          value: true,
          rule: "must be false without a replica to take over",
          fix: "raise topology.numCacheClusters to 2 or more, or write false",
        },
      ],
      [
        "shards without replicas are to stand in several zones",
        withCache({ topology: { replicasPerNodeGroup: 0 } }),
        {
          path: "cache.multiAz",
          value: true,
          rule: "must be false without a replica in another zone",
          fix: "add a replica in topology, or write false",
        },
      ],
      [
        "there are more nodes than the account may have",
        withCache({ topology: { numNodeGroups: 46 } }),
        {
          path: "cache.topology",
          value: 92,
          rule: "must be at most cache.nodeQuota 90 nodes, replicas included",
          fix: "take shards or replicas away, or have AWS raise the quota, up to 500, and write it down",
        },
      ],
      [
        "there are more nodes than a raised quota",
        withCache({ nodeQuota: 120, topology: { numNodeGroups: 31, replicasPerNodeGroup: 3 } }),
        {
          path: "cache.topology",
          value: 124,
          rule: "must be at most cache.nodeQuota 120 nodes, replicas included",
          fix: "take shards or replicas away, or have AWS raise the quota, up to 500, and write it down",
        },
      ],
      [
        "shards have the nodes of a cache without",
        withCache({ topology: { numCacheClusters: 2 } }),
        {
          path: "cache.topology.numCacheClusters",
          value: 2,
          rule: "must be a field of cache.topology: clusterMode, numNodeGroups, replicasPerNodeGroup",
          fix: "remove it",
        },
      ],
      [
        "a cache without shards has some",
        withCache({ topology: { clusterMode: "disabled" } }),
        {
          path: "cache.topology.numNodeGroups",
          value: 3,
          rule: "must be a field of cache.topology: clusterMode, numCacheClusters",
          fix: "remove it",
        },
      ],
      [
        "nothing says whether there are shards",
        withCache({ topology: { clusterMode: null } }),
        {
          path: "cache.topology",
          value: { numNodeGroups: 3 },
          rule: "must be a mapping with clusterMode: enabled or clusterMode: disabled",
          fix: "correct it",
        },
      ],
    ]);

    it("fails when there are not the zones that it is to stand in", () => {
      const oneZone = {
        availabilityZones: { b: null },
        network: {
          subnets: { public: { b: null }, private: { b: null }, database: { b: null } },
        },
      };
      const ofCache = (change: object) =>
        problemsWith({ ...oneZone, ...withCache(change) }).filter(({ path }) =>
          path.startsWith("cache"),
        );

      assert.deepEqual(ofCache({}), [
        {
          path: "cache.multiAz",
          value: true,
          rule: "must be false with fewer than 2 availabilityZones",
          fix: "add zones, or write false",
        },
      ]);
      assert.deepEqual(ofCache({ multiAz: false }), []);
    });

    accepts([
      [
        "shards without replicas",
        withCache({ topology: { replicasPerNodeGroup: 0 }, multiAz: false }),
      ],
      ["a primary with a replica", withCache({ topology: single })],
      ["a single node", withCache({ topology: lonely, automaticFailover: false, multiAz: false })],
      [
        "replicas that are made primary by hand",
        withCache({ topology: single, automaticFailover: false, multiAz: false }),
      ],
      ["as many nodes as the account may have", withCache({ topology: { numNodeGroups: 45 } })],
      ["one shard", withCache({ topology: { numNodeGroups: 1 } })],
    ]);
  });

  describe("node type", () => {
    refuses([
      [
        "there is none of the size",
        withCache({ nodeType: "cache.r7g.24xlarge" }),
        {
          path: "cache.nodeType",
          value: "cache.r7g.24xlarge",
          rule: "must be a node type that ElastiCache offers in eu-west-1",
          fix: "write for example cache.r5.24xlarge",
        },
      ],
      [
        "there is none of the name",
        withCache({ nodeType: "cache.r7i.huge" }),
        {
          path: "cache.nodeType",
          value: "cache.r7i.huge",
          rule: "must be a node type that ElastiCache offers in eu-west-1",
          fix: "write for example cache.r7g.large",
        },
      ],
      [
        "it is of a generation before",
        withCache({ nodeType: "cache.t2.medium" }),
        {
          path: "cache.nodeType",
          value: "cache.t2.medium",
          rule: "must be a node type that ElastiCache offers in eu-west-1",
          fix: "write for example cache.t3.medium",
        },
      ],
      [
        "nodes with a disk are to drop what they know no way to choose",
        withCache({
          nodeType: "cache.r6gd.xlarge",
          parameters: { "maxmemory-policy": "allkeys-lfu" },
        }),
        {
          path: "cache.parameters.maxmemory-policy",
          value: "allkeys-lfu",
          rule: "must be one of volatile-lru, allkeys-lru, noeviction with cache.r6gd.xlarge, which tiers data",
          fix: "choose one of these, or a node type of another family",
        },
      ],
      [
        "burstable nodes are to be replicated to the other region",
        replicatedWith({ nodeType: "cache.t4g.medium" }),
        {
          path: "cache.nodeType",
          value: "cache.t4g.medium",
          rule: `must be large or larger ${given}`,
          fix: "write for example cache.m7g.large",
        },
      ],
      [
        "a replicated cache is to take new minors by itself",
        replicatedWith({ autoMinorVersionUpgrade: true }),
        {
          path: "cache.autoMinorVersionUpgrade",
          value: true,
          rule: `must be false, as AWS turns it off, ${given}`,
          fix: "leave it out",
        },
      ],
      [
        "shards without replicas are to be replicated to the other region",
        replicatedWith({ topology: { replicasPerNodeGroup: 0 }, multiAz: false }),
        {
          path: "cache.topology",
          value: { clusterMode: "enabled", numNodeGroups: 3, replicasPerNodeGroup: 0 },
          rule: `must have a replica of each shard ${given}`,
          fix: "raise replicasPerNodeGroup to 1 or more",
        },
      ],
      [
        "the other region has no such nodes",
        replicatedWith({ nodeType: "cache.c7gn.large" }),
        {
          path: "cache.nodeType",
          value: "cache.c7gn.large",
          rule: "must be a node type that ElastiCache offers in eu-central-1",
          fix: "write for example cache.c8gn.large",
        },
      ],
    ]);
    accepts([
      ["nodes with a disk", withCache({ nodeType: "cache.r6gd.xlarge" })],
      [
        "nodes with a disk that drop by time",
        withCache({
          nodeType: "cache.r6gd.xlarge",
          parameters: { "maxmemory-policy": "noeviction" },
        }),
      ],
      ["burstable nodes", withCache({ nodeType: "cache.t4g.micro" })],
      [
        "nodes that the other region has not, where nothing stands there",
        withCache({ nodeType: "cache.c7gn.large" }),
      ],
      [
        "new minors of a cache that is not replicated",
        withCache({ autoMinorVersionUpgrade: true }),
      ],
      ["a replicated cache", replicatedWith({})],
      [
        "a replicated cache that stands warm",
        merge(replicatedWith({}), { disasterRecovery: { topology: "warm" } }),
      ],
      [
        "a replicated cache of a single node",
        replicatedWith({ topology: lonely, automaticFailover: false, multiAz: false }),
      ],
      [
        "a replicated cache that leaves new minors to its operators",
        replicatedWith({ autoMinorVersionUpgrade: false }),
      ],
    ]);
  });

  describe("windows", () => {
    refuses([
      [
        "snapshots have less than an hour",
        withCache({ snapshot: { window: "03:00-03:59" } }),
        {
          path: "cache.snapshot.window",
          value: "03:00-03:59",
          rule: "must last at least 60 minutes, and lasts 59",
          fix: "set its end later",
        },
      ],
      [
        "maintenance has half an hour",
        withCache({ maintenanceWindow: "sun:05:00-sun:05:30" }),
        {
          path: "cache.maintenanceWindow",
          value: "sun:05:00-sun:05:30",
          rule: "must last at least 60 minutes, and lasts 30",
          fix: "set its end later",
        },
      ],
      [
        "snapshots meet maintenance",
        withCache({ maintenanceWindow: "tue:03:59-tue:05:00" }),
        {
          path: "cache.snapshot.window",
          value: "03:00-04:00",
          rule: "must not overlap cache.maintenanceWindow tue:03:59-tue:05:00",
          fix: "move one of them",
        },
      ],
    ]);
    accepts([
      ["windows that touch", withCache({ maintenanceWindow: "tue:04:00-tue:05:00" })],
      ["no snapshots", withCache({ snapshot: { retentionDays: 0 } })],
    ]);
  });

  describe("names", () => {
    const longName = (identifier: string) => ({
      path: "system",
      value: identifier.split("-production")[0],
      rule: `must make identifiers of the cache such as ${identifier} of at most 40 characters`,
      fix: "give the system a shorter name in systems/catalogue.ts",
    });
    const system = (length: number) => ({ system: "s".repeat(length) });

    refuses([
      [
        "a restored cache has an identifier that is too long",
        {
          ...system(27),
          ...withCache({ restoreFrom: { generation: "r1", snapshotName: "last" } }),
        },
        longName(`${"s".repeat(27)}-production-r1`),
      ],
      [
        "a copy has an identifier that is too long",
        { ...system(21), ...replicatedWith({}) },
        longName(`${"s".repeat(21)}-production-recovery`),
      ],
      [
        "the default user has an identifier that is too long",
        { ...system(22), ...withCache({ auth: { mode: "rbac" } }) },
        longName(`${"s".repeat(22)}-production-default`),
      ],
      [
        "the user is the default one",
        withCache({ auth: { mode: "rbac", userName: "default" } }),
        {
          path: "cache.auth.userName",
          value: "default",
          rule: "must be another user than the default one, which is disabled",
          fix: "choose another name",
        },
      ],
      [
        "the user's rights make a password",
        withCache({ auth: { mode: "rbac", accessString: "on ~* +@all nopass" } }),
        {
          path: "cache.auth.accessString",
          value: "on ~* +@all nopass",
          rule: "must set no password: the user has one that is generated",
          fix: "remove what begins with > or <, nopass and reset",
        },
      ],
      [
        "the user is off",
        withCache({ auth: { mode: "rbac", accessString: "off ~* +@all" } }),
        {
          path: "cache.auth.accessString",
          value: "off ~* +@all",
          rule: "must be rights of a user that is on, such as on ~* &* +@all -@dangerous",
          fix: "correct it, or leave it out",
        },
      ],
    ]);
    accepts([
      ["identifiers as long as they may be", { ...system(29), ...withCache({}) }],
      [
        "a restored cache with an identifier as long as it may be",
        {
          ...system(26),
          ...withCache({ restoreFrom: { generation: "r1", snapshotName: "last" } }),
        },
      ],
      ["a copy with an identifier as long as it may be", { ...system(20), ...replicatedWith({}) }],
      [
        "users of Valkey, which has no default user",
        {
          ...system(29),
          ...withCache({ engine: "valkey", engineVersion: "8.2", auth: { mode: "rbac" } }),
        },
      ],
      [
        "rights to keys with reset in their names",
        withCache({ auth: { mode: "rbac", accessString: "on ~reset:* +@read" } }),
      ],
    ]);
  });
});
