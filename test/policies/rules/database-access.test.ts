import { databasePrivate } from "../../../policies/rules/database-access";
import { unknown } from "../kit";
import { suite } from "../suite";

for (const type of ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance"]) {
  describe(`database-private, on ${type}`, () => {
    const rule = suite(databasePrivate, type, { publiclyAccessible: false });
    rule.passes("passes an instance without a public address", {});
    rule.passes("passes when nothing is said, for AWS gives none then", {
      publiclyAccessible: undefined,
    });
    rule.fails(
      "fails when it has a public address",
      { publiclyAccessible: true },
      "publiclyAccessible must not be true, got true",
    );
    rule.isUndecided(
      "is undecided while that is not known",
      { publiclyAccessible: unknown },
      "publiclyAccessible",
    );
  });
}
