import {
  databaseCertificateCurrent,
  databaseMinorUpgradesAutomatic,
  databaseTagsCopiedToSnapshots,
} from "../../../policies/rules/database-upkeep";
import { unknown } from "../kit";
import { suite } from "../suite";

const instance = "aws:rds/instance:Instance";
const clusterInstance = "aws:rds/clusterInstance:ClusterInstance";
const cluster = "aws:rds/cluster:Cluster";

for (const type of [instance, clusterInstance, cluster]) {
  describe(`database-minor-upgrades-automatic, on ${type}`, () => {
    const rule = suite(databaseMinorUpgradesAutomatic, type, { autoMinorVersionUpgrade: true });
    rule.passes("passes a database that takes them", {});
    rule.passes("passes when nothing is said, for AWS applies them then", {
      autoMinorVersionUpgrade: undefined,
    });
    rule.fails(
      "fails when it does not",
      { autoMinorVersionUpgrade: false },
      "autoMinorVersionUpgrade must not be false, got false",
    );
    rule.isUndecided(
      "is undecided while that is not known",
      { autoMinorVersionUpgrade: unknown },
      "autoMinorVersionUpgrade",
    );
  });
}

for (const type of [instance, cluster]) {
  describe(`database-tags-copied-to-snapshots, on ${type}`, () => {
    const rule = suite(databaseTagsCopiedToSnapshots, type, { copyTagsToSnapshot: true });
    rule.passes("passes a database whose snapshots carry its tags", {});
    rule.fails(
      "fails when they do not",
      { copyTagsToSnapshot: false },
      "copyTagsToSnapshot must be true, got false",
    );
    rule.fails(
      "fails when nothing is said",
      { copyTagsToSnapshot: undefined },
      "copyTagsToSnapshot must be true, but is not set",
    );
    rule.isUndecided(
      "is undecided while that is not known",
      { copyTagsToSnapshot: unknown },
      "copyTagsToSnapshot",
    );
  });
}

for (const [type, property] of [
  [instance, "caCertIdentifier"],
  [clusterInstance, "caCertIdentifier"],
  [cluster, "caCertificateIdentifier"],
] as const) {
  describe(`database-certificate-current, on ${type}`, () => {
    const rule = suite(databaseCertificateCurrent, type, { [property]: "rds-ca-rsa2048-g1" });
    rule.passes("passes a current authority", {});
    rule.passes("passes another current authority", { [property]: "rds-ca-ecc384-g1" });
    rule.passes("passes when nothing is said, for AWS takes a current one then", {
      [property]: undefined,
    });
    rule.fails(
      "fails when the authority has expired",
      { [property]: "rds-ca-2019" },
      `${property} must be one of rds-ca-rsa2048-g1, rds-ca-rsa4096-g1, rds-ca-ecc384-g1, got "rds-ca-2019"`,
    );
    rule.isUndecided("is undecided while it is not known", { [property]: unknown }, property);
  });
}
