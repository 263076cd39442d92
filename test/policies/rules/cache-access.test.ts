import { cacheAuthenticated, cacheSubnetGroupOwn } from "../../../policies/rules/cache-access";
import { secret, unknown } from "../kit";
import { suite } from "../suite";

const group = "aws:elasticache/replicationGroup:ReplicationGroup";
const cluster = "aws:elasticache/cluster:Cluster";
const serverless = "aws:elasticache/serverlessCache:ServerlessCache";

describe("cache-authenticated, on a replication group", () => {
  const rule = suite(cacheAuthenticated, group, { authToken: secret("correct-horse") });
  const none = "authToken, authTokenWo or userGroupIds must be set";
  rule.passes("passes a group with a password", {});
  rule.passes("passes a password that no state keeps", {
    authToken: undefined,
    authTokenWo: secret(unknown),
  });
  rule.passes("passes a group of users that is not known yet", {
    authToken: undefined,
    userGroupIds: [unknown],
  });
  rule.passes("passes users while none of them is known", {
    authToken: undefined,
    userGroupIds: unknown,
  });
  rule.fails("fails when nothing is said", { authToken: undefined }, none);
  rule.fails("fails when the password is empty", { authToken: secret("") }, none);
  rule.fails("fails when no users are named", { authToken: undefined, userGroupIds: [] }, none);
  rule.doesNotApply(
    "does not apply to a secondary that says nothing",
    { authToken: undefined, globalReplicationGroupId: unknown },
    "a secondary of a global datastore has it from its primary",
  );
});

describe("cache-authenticated, on a serverless cache", () => {
  const rule = suite(cacheAuthenticated, serverless, { engine: "valkey", userGroupId: "shop" });
  rule.passes("passes a cache with users", {});
  rule.fails("fails when it has none", { userGroupId: undefined }, "userGroupId must be set");
  rule.isUndecided(
    "is undecided on one without while the engine is not known",
    { engine: unknown, userGroupId: undefined },
    "engine",
  );
  rule.doesNotApply(
    "does not apply to Memcached",
    { engine: "memcached", userGroupId: undefined },
    "Memcached on ElastiCache knows no passwords",
  );
});

describe("cache-authenticated, on a user", () => {
  const rule = suite(cacheAuthenticated, "aws:elasticache/user:User", {
    accessString: "on ~shop:* +@read +@write",
    authenticationMode: { type: "iam" },
  });
  rule.passes("passes a user of IAM", {});
  rule.passes("passes a user with a password", {
    authenticationMode: { type: "password", passwords: secret(["correct-horse"]) },
    noPasswordRequired: false,
  });
  rule.fails(
    "fails when a user goes without a password",
    { authenticationMode: undefined, noPasswordRequired: true },
    "noPasswordRequired must not be true, got true",
  );
  rule.fails(
    "fails when its mode says so",
    { authenticationMode: { type: "no-password-required" } },
    'authenticationMode.type must not be "no-password-required", got "no-password-required"',
  );
  rule.isUndecided(
    "is undecided while its mode is not known",
    { authenticationMode: unknown },
    "authenticationMode.type",
  );
  rule.isUndecided(
    "is undecided on one without a password that may be switched off",
    { accessString: unknown, noPasswordRequired: true },
    "accessString",
  );
  rule.doesNotApply(
    "does not apply to a user that is switched off",
    { accessString: "off ~* -@all", noPasswordRequired: true },
    "the user is switched off",
  );
});

for (const type of [group, cluster]) {
  describe(`cache-subnet-group-own, on ${type}`, () => {
    const rule = suite(cacheSubnetGroupOwn, type, { subnetGroupName: "shop" });
    rule.passes("passes a group of one's own", {});
    rule.passes("passes a group that is not known yet", { subnetGroupName: unknown });
    rule.fails(
      "fails when none is named",
      { subnetGroupName: undefined },
      "subnetGroupName must be set",
    );
    rule.fails(
      "fails when it is the default",
      { subnetGroupName: "default" },
      'subnetGroupName must not be "default", got "default"',
    );
  });
}

describe("cache-subnet-group-own, on a node of a replication group", () => {
  suite(cacheSubnetGroupOwn, cluster, { replicationGroupId: "shop" }).doesNotApply(
    "does not apply",
    {},
    "its replication group is judged in its place",
  );
});

describe("cache-subnet-group-own, on a serverless cache", () => {
  const rule = suite(cacheSubnetGroupOwn, serverless, { subnetIds: unknown });
  rule.passes("passes subnets that are not known yet", {});
  rule.fails("fails when none are named", { subnetIds: undefined }, "subnetIds must be set");
});
