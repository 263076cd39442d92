import assert from "node:assert/strict";
import { settingsOf } from "../../components/cache/cache-settings";
import { connectionDocument } from "../../components/cache/secret";
import { namesOf, sourcesOf } from "../support/references";
import { args, previewCache, sharded, types } from "./cache-args";

const unknown = { $unknown: true };
const rbac = { ...args, auth: { mode: "rbac" } as const };
const connection = {
  host: "master.example.com",
  readerHost: "replica.example.com",
  password: "generated",
};
const open = { ...args, auth: { mode: "none" } as const };

describe("Cache access", () => {
  describe("by a token", () => {
    it("generates it of letters and digits, as many as keep it from being guessed", async () => {
      const { inputs } = (await previewCache(args)).one(types.password);

      assert.deepEqual(inputs, {
        keepers: { version: "1" },
        length: 64,
        minLower: 1,
        minNumeric: 1,
        minUpper: 1,
        special: false,
      });
    });

    it("gives it to the cache and to the secret, and to nothing else", async () => {
      const { resources, one } = await previewCache(args);

      const password = one(types.password).urn;
      const users = resources.filter(({ dependencies }) => dependencies.includes(password));
      assert.deepEqual(namesOf(users), [`${types.group} cache`, `${types.version} cache-auth`]);
      assert.deepEqual(sourcesOf(one(types.group), "authTokenWo"), [
        `${types.password}::cache-auth`,
      ]);
    });

    it("never puts it where AWS or Pulumi would show it", async () => {
      const { inputs } = (await previewCache(args)).one(types.group);

      assert.equal(inputs["authToken"], undefined);
    });

    it("makes a new one for a new version, which the cache then takes", async () => {
      const { one } = await previewCache({ ...args, auth: { mode: "token", version: 2 } });

      assert.deepEqual(one(types.password).inputs["keepers"], { version: "2" });
      assert.equal(one(types.group).inputs["authTokenWoVersion"], 2);
    });

    it("leaves the one before good when it is told so", async () => {
      const auth = { mode: "token", version: 2, updateStrategy: "ROTATE" } as const;
      const { inputs } = (await previewCache({ ...args, auth })).one(types.group);

      assert.equal(inputs["authTokenUpdateStrategy"], "ROTATE");
    });

    it("needs no users", async () => {
      const { all, one } = await previewCache(args);

      assert.deepEqual(namesOf([...all(types.user), ...all(types.userGroup)]), []);
      assert.equal(one(types.group).inputs["userGroupIds"], undefined);
    });
  });

  describe("by users", () => {
    it("gives applications one with rights that spare the data of all", async () => {
      const { inputs } = (await previewCache(rbac)).one(types.user, "cache-application");

      assert.deepEqual(inputs, {
        accessString: "on ~* &* +@all -@dangerous +info",
        engine: "redis",
        noPasswordRequired: false,
        passwordsWo: unknown,
        passwordsWoVersion: 1,
        region: "eu-west-1",
        userId: "shop-production",
        userName: "application",
      });
    });

    it("disables who comes without a name, behind a password that nobody has", async () => {
      const { one, resources } = await previewCache(rbac);

      const user = one(types.user, "cache-default");
      assert.deepEqual(user.inputs, {
        accessString: "off ~* -@all",
        engine: "redis",
        noPasswordRequired: false,
        passwordsWo: unknown,
        passwordsWoVersion: 1,
        region: "eu-west-1",
        userId: "shop-production-default",
        userName: "default",
      });
      const password = one(types.password, "cache-default");
      assert.equal(password.inputs["length"], 64);
      const users = resources.filter(({ dependencies }) => dependencies.includes(password.urn));
      assert.deepEqual(namesOf(users), [`${types.user} cache-default`]);
    });

    it("lets the cache know them as a group", async () => {
      const { one } = await previewCache(rbac);

      const group = one(types.userGroup);
      assert.deepEqual(group.inputs, {
        engine: "redis",
        region: "eu-west-1",
        userGroupId: "shop-production",
        userIds: ["shop-production", "shop-production-default"],
      });
      assert.deepEqual(sourcesOf(group, "userIds"), [
        `${types.user}::cache-application`,
        `${types.user}::cache-default`,
      ]);
      const cache = one(types.group);
      assert.deepEqual(cache.inputs["userGroupIds"], ["shop-production"]);
      assert.deepEqual(sourcesOf(cache, "userGroupIds"), [`${types.userGroup}::cache`]);
    });

    it("ends the token that the cache may have had", async () => {
      const { inputs } = (await previewCache(rbac)).one(types.group);

      assert.equal(inputs["authTokenUpdateStrategy"], "DELETE");
      assert.equal(inputs["authTokenWo"], undefined);
      assert.equal(inputs["authTokenWoVersion"], undefined);
    });

    it("makes no default user for Valkey, which turns its own off", async () => {
      const valkey = { ...rbac, engine: "valkey", engineVersion: "8.2" } as const;
      const { all, one } = await previewCache(valkey);

      assert.deepEqual(namesOf(all(types.user)), [`${types.user} cache-application`]);
      assert.equal(one(types.user).inputs["engine"], "valkey");
      assert.deepEqual(one(types.userGroup).inputs["userIds"], ["shop-production"]);
      assert.equal(one(types.userGroup).inputs["engine"], "valkey");
    });

    it("has the name, the rights and the password that it is told", async () => {
      const { one } = await previewCache({
        ...args,
        auth: { mode: "rbac", userName: "orders", accessString: "on ~orders:* +@read", version: 3 },
      });

      const { userName, accessString, passwordsWoVersion } = one(
        types.user,
        "cache-application",
      ).inputs;
      assert.deepEqual(
        { userName, accessString, passwordsWoVersion },
        { userName: "orders", accessString: "on ~orders:* +@read", passwordsWoVersion: 3 },
      );
      assert.deepEqual(one(types.password, "cache-auth").inputs["keepers"], { version: "3" });
    });
  });

  describe("of everybody", () => {
    it("needs neither password nor secret nor users", async () => {
      const { resources, one } = await previewCache(open);

      const kinds: string[] = [types.password, types.secret, types.version, types.user];
      assert.deepEqual(namesOf(resources.filter(({ type }) => kinds.includes(type))), []);
      const { authTokenWo, authTokenUpdateStrategy, userGroupIds } = one(types.group).inputs;
      assert.deepEqual(
        { authTokenWo, authTokenUpdateStrategy, userGroupIds },
        { authTokenWo: undefined, authTokenUpdateStrategy: undefined, userGroupIds: undefined },
      );
    });
  });

  describe("secret", () => {
    it("is kept under the key for secrets, under a name that says whose it is", async () => {
      const { inputs } = (await previewCache(args)).one(types.secret);

      assert.deepEqual(inputs, {
        description: "How applications connect to the cache shop-production.",
        forceOverwriteReplicaSecret: false,
        kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/secrets",
        namePrefix: "shop-production/cache-",
        recoveryWindowInDays: 30,
        region: "eu-west-1",
        tags: { Name: "shop-production/cache" },
      });
    });

    it("can be restored for as long as it is told", async () => {
      const { inputs } = (await previewCache({ ...args, secretRecoveryDays: 0 })).one(types.secret);

      assert.equal(inputs["recoveryWindowInDays"], 0);
    });

    it("has one value, of where the cache is and what its password is", async () => {
      const version = (await previewCache(args)).one(types.version);

      assert.deepEqual(sourcesOf(version, "secretString"), [
        `${types.group}::cache`,
        `${types.password}::cache-auth`,
      ]);
      assert.deepEqual(sourcesOf(version, "secretId"), [`${types.secret}::cache-auth`]);
    });

    it("says of a single primary where to write, where to read and by which password", () => {
      assert.deepEqual(connectionDocument(settingsOf(args), connection), {
        engine: "redis",
        host: "master.example.com",
        readerHost: "replica.example.com",
        port: 6379,
        clusterMode: "disabled",
        tls: true,
        password: "generated",
      });
    });

    it("says of shards where to find them", () => {
      const found = { ...connection, readerHost: undefined };
      assert.deepEqual(connectionDocument(settingsOf({ ...sharded, port: 7000 }), found), {
        engine: "redis",
        host: "master.example.com",
        port: 7000,
        clusterMode: "enabled",
        tls: true,
        password: "generated",
      });
    });

    it("says as whom to log in where there are users", () => {
      const valkey = { ...rbac, engine: "valkey", engineVersion: "8.2" } as const;
      const document = connectionDocument(settingsOf(valkey), connection);

      assert.equal(document.username, "application");
      assert.equal(document.engine, "valkey");
    });
  });
});
