import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import {
  databaseSnapshotEncrypted,
  databaseSnapshotPrivate,
} from "../../../policies/rules/database-snapshot";
import { judge, resource, type Resource, root, unknown } from "../kit";
import { suite } from "../suite";

const copies = [
  "aws:rds/snapshotCopy:SnapshotCopy",
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
];
const snapshots = [
  ["aws:rds/snapshot:Snapshot", "dbInstanceIdentifier", "aws:rds/instance:Instance", "identifier"],
  [
    "aws:rds/clusterSnapshot:ClusterSnapshot",
    "dbClusterIdentifier",
    "aws:rds/cluster:Cluster",
    "clusterIdentifier",
  ],
] as const;

for (const type of [...snapshots.map(([snapshot]) => snapshot), ...copies]) {
  describe(`database-snapshot-private, on ${type}`, () => {
    const rule = suite(databaseSnapshotPrivate, type, { sharedAccounts: ["123456789012"] });
    rule.passes("passes a snapshot shared with an account", {});
    rule.passes("passes a snapshot that is not shared", { sharedAccounts: undefined });
    rule.fails(
      "fails when it is shared with everyone",
      { sharedAccounts: ["123456789012", "all"] },
      'sharedAccounts[1] must not be "all", got "all"',
    );
    rule.isUndecided(
      "is undecided while the accounts are not known",
      { sharedAccounts: unknown },
      "sharedAccounts",
    );
    rule.isUndecided(
      "is undecided while an account is not known",
      { sharedAccounts: [unknown] },
      "sharedAccounts[0]",
    );
  });
}

for (const type of copies) {
  describe(`database-snapshot-encrypted, on ${type}`, () => {
    const rule = suite(databaseSnapshotEncrypted, type, { kmsKeyId: unknown });
    rule.passes("passes a copy under a key not known yet", {});
    rule.fails("fails when no key is named", { kmsKeyId: undefined }, "kmsKeyId must be set");
    rule.fails(
      "fails when the key is the one that AWS manages",
      { kmsKeyId: "alias/aws/rds" },
      'kmsKeyId must be a key of your own, got "alias/aws/rds"',
    );
  });
}

for (const [type, key, sourceType, identifier] of snapshots) {
  describe(`database-snapshot-encrypted, on ${type}`, () => {
    const source = (storageEncrypted: unknown): Resource =>
      resource(sourceType, { [identifier]: "orders", storageEncrypted }, { name: "main" });
    const verdicts = async (inputs: Data, ...stack: readonly Resource[]): Promise<unknown> => {
      const dependencies = { [key]: inputs[key] === unknown ? stack : [] };
      const snapshot = resource(type, inputs, { dependencies });
      const outcome = await judge([databaseSnapshotEncrypted], [root, ...stack, snapshot]);
      return outcome.verdicts.map(({ verdict, message }) => [verdict, message]);
    };

    it("passes a snapshot of an encrypted database whose name is not known yet", async () => {
      assert.deepEqual(await verdicts({ [key]: unknown }, source(true)), [["pass", undefined]]);
    });

    it("passes a snapshot that names an encrypted database", async () => {
      assert.deepEqual(await verdicts({ [key]: "orders" }, source(true)), [["pass", undefined]]);
    });

    it("fails when the database is not encrypted", async () => {
      const line = `${sourceType} "main": storageEncrypted must be true, got false`;
      assert.deepEqual(await verdicts({ [key]: "orders" }, source(false)), [["fail", line]]);
    });

    it("is undecided when the database is made elsewhere", async () => {
      assert.deepEqual(await verdicts({ [key]: "payments" }, source(false)), [
        ["undecided", `not known until deployed: the encryption of the database that ${key} names`],
      ]);
    });
  });
}
