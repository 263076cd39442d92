import assert from "node:assert/strict";
import type { CacheArgs } from "../../components/cache/args";
import { validateCache } from "../../components/cache/validate-cache";
import { args, fullest, recovery, sharded } from "./cache-args";

/** One thing that is wrong with arguments that are right otherwise, and what is said of it. */
interface Wrong {
  readonly what: string;
  readonly change: Partial<CacheArgs>;
  readonly says: string;
}

const single = { clusterMode: "disabled", numCacheClusters: 1 } as const;
const unreplicated = {
  clusterMode: "enabled",
  numNodeGroups: 2,
  replicasPerNodeGroup: 0,
} as const;
const open = { mode: "none" } as const;

const name =
  "replicationGroupId must be lower-case letters, digits and single hyphens, a letter first, got";
const userName =
  "auth.userName must be letters, digits and hyphens, a letter first, at most 40, but not default, got";
const window = "must be a window in UTC of 60 minutes at least, such as";

const wrongs: readonly Wrong[] = [
  {
    what: "the identifier has a hyphen at its end",
    change: { replicationGroupId: "shop-" },
    says: `${name} shop-`,
  },
  {
    what: "the identifier has capitals",
    change: { replicationGroupId: "Shop" },
    says: `${name} Shop`,
  },
  {
    what: "the identifier is longer than 40",
    change: { replicationGroupId: "s".repeat(41) },
    says: `replicationGroupId must leave identifiers of at most 40 characters, got ${"s".repeat(41)}`,
  },
  {
    what: "the identifier leaves no room for the copy's",
    change: { replicationGroupId: "s".repeat(32), disasterRecovery: recovery },
    says: `replicationGroupId must leave identifiers of at most 40 characters, got ${"s".repeat(32)}-recovery`,
  },
  {
    what: "the identifier leaves no room for a restored cache's",
    change: {
      replicationGroupId: "s".repeat(38),
      restoreFrom: { generation: "r1", snapshotName: "last" },
    },
    says: `replicationGroupId must leave identifiers of at most 40 characters, got ${"s".repeat(38)}-r1`,
  },
  {
    what: "the identifier leaves no room for the default user's",
    change: { replicationGroupId: "s".repeat(33), auth: { mode: "rbac" } },
    says: `replicationGroupId must leave identifiers of at most 40 characters, got ${"s".repeat(33)}-default`,
  },
  {
    what: "the port is none",
    change: { port: 65_536 },
    says: "port must be a whole number from 1 to 65535, got 65536",
  },
  {
    what: "a group's label has capitals",
    change: { allowedSecurityGroups: { App: "sg-1" } },
    says: "allowedSecurityGroups must be labelled by lower-case letters, digits and hyphens, at most 32, got App",
  },
  {
    what: "a group's label in the other region has capitals",
    change: { disasterRecovery: { ...recovery, allowedSecurityGroups: { App: "sg-1" } } },
    says: "disasterRecovery.allowedSecurityGroups must be labelled by lower-case letters, digits and hyphens, at most 32, got App",
  },
  {
    what: "the user has the name of the default user",
    change: { auth: { mode: "rbac", userName: "default" } },
    says: `${userName} default`,
  },
  {
    what: "the user's name has an underscore",
    change: { auth: { mode: "rbac", userName: "shop_app" } },
    says: `${userName} shop_app`,
  },
  {
    what: "the user is not switched on",
    change: { auth: { mode: "rbac", accessString: "~* +@all" } },
    says: "auth.accessString must begin with on and set no passwords, got ~* +@all",
  },
  {
    what: "the user's rights make a password of their own",
    change: { auth: { mode: "rbac", accessString: "on >password ~* +@all" } },
    says: "auth.accessString must begin with on and set no passwords, got on >password ~* +@all",
  },
  {
    what: "the user's rights do without a password",
    change: { auth: { mode: "rbac", accessString: "on ~* nopass +@all" } },
    says: "auth.accessString must begin with on and set no passwords, got on ~* nopass +@all",
  },
  {
    what: "the user's rights reset it",
    change: { auth: { mode: "rbac", accessString: "on reset ~* +@all" } },
    says: "auth.accessString must begin with on and set no passwords, got on reset ~* +@all",
  },
  {
    what: "there is one subnet for several zones",
    change: { subnetIds: ["subnet-a"] },
    says: "subnetIds must be at least 2 with multiAz, in a zone each, got 1",
  },
  {
    what: "there is no subnet",
    change: { subnetIds: [], multiAz: false },
    says: "subnetIds must be at least 1, got 0",
  },
  {
    what: "the other region is the same",
    change: { disasterRecovery: { ...recovery, region: "eu-west-1" } },
    says: "disasterRecovery.region must be another region than the cache's, got eu-west-1",
  },
  {
    what: "the other region has one subnet for several zones",
    change: { disasterRecovery: { ...recovery, subnetIds: ["subnet-x"] } },
    says: "disasterRecovery.subnetIds must be at least 2 with multiAz, in a zone each, got 1",
  },
  {
    what: "Redis has a version that ElastiCache has not",
    change: { engineVersion: "7.2" },
    says: "engineVersion must be 6.2, 7.0 or 7.1, the last that ElastiCache has with redis, got 7.2",
  },
  {
    what: "Redis is too old for what a cache is given",
    change: { engineVersion: "6.0" },
    says: "engineVersion must be 6.2, 7.0 or 7.1, the last that ElastiCache has with redis, got 6.0",
  },
  {
    what: "Valkey has a version of Redis",
    change: { engine: "valkey", engineVersion: "7.1" },
    says: "engineVersion must be a version from 7.2 such as 8.2 with valkey, got 7.1",
  },
  {
    what: "Valkey has a major only",
    change: { engine: "valkey", engineVersion: "8" },
    says: "engineVersion must be a version from 7.2 such as 8.2 with valkey, got 8",
  },
  {
    what: "the parameters are of another major",
    change: { parameterGroupFamily: "redis6.x" },
    says: "parameterGroupFamily must be redis7 to follow redis 7.1, got redis6.x",
  },
  {
    what: "the node type is an instance class",
    change: { nodeType: "db.r7g.large" },
    says: "nodeType must be an ElastiCache node type such as cache.r7g.large, got db.r7g.large",
  },
  {
    what: "a token would go without TLS",
    change: { transitEncryptionMode: "preferred" },
    says: "transitEncryptionMode must be required with auth, got preferred: AWS takes no password without TLS",
  },
  {
    what: "a user's password would go without TLS",
    change: { transitEncryptionMode: "preferred", auth: { mode: "rbac" } },
    says: "transitEncryptionMode must be required with auth, got preferred: AWS takes no password without TLS",
  },
  {
    what: "the engine has no second mode of TLS",
    change: { transitEncryptionMode: "preferred", auth: open, engineVersion: "6.2" },
    says: "transitEncryptionMode must be required with redis 6.2, got preferred",
  },
  {
    what: "the token's version is none",
    change: { auth: { mode: "token", version: 0 } },
    says: "auth.version must be a whole number of at least 1, got 0",
  },
  {
    what: "the password's version is no whole number",
    change: { auth: { mode: "rbac", version: 1.5 } },
    says: "auth.version must be a whole number of at least 1, got 1.5",
  },
  {
    what: "there are more nodes than one primary can have",
    change: { topology: { clusterMode: "disabled", numCacheClusters: 7 } },
    says: "topology.numCacheClusters must be a whole number from 1 to 6, got 7",
  },
  {
    what: "a shard has more replicas than it can have",
    change: { topology: { clusterMode: "enabled", numNodeGroups: 1, replicasPerNodeGroup: 6 } },
    says: "topology.replicasPerNodeGroup must be a whole number from 0 to 5, got 6",
  },
  {
    what: "the copy has more replicas than it can have",
    change: { disasterRecovery: { ...recovery, replicas: 6 } },
    says: "disasterRecovery.replicas must be a whole number from 0 to 5, got 6",
  },
  {
    what: "the quota is one that AWS does not grant",
    change: { nodeQuota: 501 },
    says: "nodeQuota must be a whole number from 90 to 500, got 501",
  },
  {
    what: "there are more nodes than the account may have",
    change: { topology: { clusterMode: "enabled", numNodeGroups: 46 } },
    says: "topology must be at most 90 nodes, the account's nodeQuota, got 92",
  },
  {
    what: "shards have nobody to take over by itself",
    change: { topology: unreplicated, automaticFailover: false, multiAz: false },
    says: "automaticFailover must be true in cluster mode, got false",
  },
  {
    what: "several zones are of no use",
    change: { automaticFailover: false },
    says: "automaticFailover must be true with multiAz, got false",
  },
  {
    what: "shards without replicas are to stand in several zones",
    change: { topology: unreplicated },
    says: "multiAz must be false without a replica of each primary, got true",
  },
  {
    what: "a single node is to be taken over from",
    change: { topology: single, multiAz: false },
    says: "automaticFailover must be false without a replica, got true",
  },
  {
    what: "the copy has nobody to take over",
    change: { disasterRecovery: { ...recovery, replicas: 0 } },
    says: "disasterRecovery.replicas must be at least 1 with automaticFailover, got 0",
  },
  {
    what: "snapshots are kept for longer than AWS keeps them",
    change: { snapshot: { retentionDays: 36 } },
    says: "snapshot.retentionDays must be a whole number from 0 to 35, got 36",
  },
  {
    what: "snapshots have less than an hour",
    change: { snapshot: { window: "03:00-03:59" } },
    says: `snapshot.window ${window} 03:00-04:00, got 03:00-03:59`,
  },
  {
    what: "maintenance has less than an hour",
    change: { maintenanceWindow: "sun:05:00-sun:05:30" },
    says: `maintenanceWindow ${window} sun:05:00-sun:06:00, got sun:05:00-sun:05:30`,
  },
  {
    what: "snapshots meet maintenance",
    change: { maintenanceWindow: "sun:03:30-sun:04:30" },
    says: "snapshot.window must not overlap maintenanceWindow sun:03:30-sun:04:30, got 03:00-04:00",
  },
  {
    what: "logs are kept for days that CloudWatch Logs does not know",
    change: { monitoring: { logRetentionDays: 91 } },
    says: "monitoring.logRetentionDays must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 91",
  },
  {
    what: "a deleted secret is kept for days that Secrets Manager does not know",
    change: { secretRecoveryDays: 6 },
    says: "secretRecoveryDays must be 0 or a whole number from 7 to 30, got 6",
  },
  {
    what: "a parameter is one that ElastiCache sets",
    change: { parameters: { maxmemory: "1000000" } },
    says: 'parameters["maxmemory"] must be left out, as ElastiCache sets it, got 1000000',
  },
  {
    what: "a parameter turns cluster mode off",
    change: { ...sharded, parameters: { "cluster-enabled": "no" } },
    says: 'parameters["cluster-enabled"] must be left out, as ElastiCache sets it, got no',
  },
  {
    what: "the copy's nodes are burstable",
    change: { nodeType: "cache.t4g.medium", disasterRecovery: recovery },
    says: "nodeType must be large or larger, of the families m5 to m8g, r5 to r8g, c7gn or c8gn, with disasterRecovery, got cache.t4g.medium",
  },
  {
    what: "the copy is to take new minors by itself",
    change: { autoMinorVersionUpgrade: true, disasterRecovery: recovery },
    says: "autoMinorVersionUpgrade must be false with disasterRecovery, got true: AWS turns it off",
  },
  {
    what: "a restored cache has no name of its own",
    change: { restoreFrom: { generation: "second", snapshotName: "last" } },
    says: "restoreFrom.generation must be one to five lower-case letters and digits, got second",
  },
];

const rights: readonly (readonly [what: string, change: Partial<CacheArgs>])[] = [
  ["the least arguments", {}],
  ["the fullest arguments", fullest],
  ["an identifier of 40 characters", { replicationGroupId: "s".repeat(40) }],
  [
    "an identifier that leaves just enough room for the copy's",
    { replicationGroupId: "s".repeat(31), disasterRecovery: recovery },
  ],
  [
    "an identifier of 40 characters with users of Valkey",
    {
      replicationGroupId: "s".repeat(40),
      engine: "valkey",
      engineVersion: "8.0",
      auth: { mode: "rbac" },
    },
  ],
  ["a single node", { topology: single, automaticFailover: false, multiAz: false }],
  ["one subnet in one zone", { subnetIds: ["subnet-a"], multiAz: false }],
  ["shards without replicas in one zone", { topology: unreplicated, multiAz: false }],
  ["as many nodes as the quota", { topology: { clusterMode: "enabled", numNodeGroups: 45 } }],
  [
    "as many nodes as AWS grants",
    { nodeQuota: 500, topology: { clusterMode: "enabled", numNodeGroups: 250 } },
  ],
  ["TLS that is preferred, without a password", { transitEncryptionMode: "preferred", auth: open }],
  ["no snapshots", { snapshot: { retentionDays: 0 } }],
  ["a copy with more replicas", { disasterRecovery: { ...recovery, replicas: 5 } }],
  [
    "a single node with a copy of the same",
    {
      topology: single,
      automaticFailover: false,
      multiAz: false,
      disasterRecovery: { ...recovery, subnetIds: ["subnet-x"] },
    },
  ],
  [
    "rights that name a key pattern with reset in it",
    {
      auth: { mode: "rbac", accessString: "on ~reset:* +@read" },
    },
  ],
];

describe("Cache arguments", () => {
  for (const { what, change, says } of wrongs) {
    it(`fails when ${what}`, () => {
      assert.deepEqual(validateCache({ ...args, ...change }), [says]);
    });
  }

  for (const [what, change] of rights) {
    it(`may be ${what}`, () => {
      assert.deepEqual(validateCache({ ...args, ...change }), []);
    });
  }

  for (const nodeType of [
    "cache.m5.large",
    "cache.m6g.xlarge",
    "cache.m8g.2xlarge",
    "cache.r5.24xlarge",
    "cache.r6gd.16xlarge",
    "cache.r8g.large",
    "cache.c7gn.large",
    "cache.c8gn.4xlarge",
  ]) {
    it(`may be copied to another region on ${nodeType}`, () => {
      assert.deepEqual(validateCache({ ...args, nodeType, disasterRecovery: recovery }), []);
    });
  }
});
