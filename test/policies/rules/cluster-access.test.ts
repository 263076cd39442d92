import {
  clusterAccessByEntries,
  clusterAccessByRoles,
} from "../../../policies/rules/cluster-access";
import { unknown } from "../kit";
import { suite } from "../suite";

describe("cluster-access-by-entries", () => {
  const accessConfig = { authenticationMode: "API" };
  const rule = suite(clusterAccessByEntries, "aws:eks/cluster:Cluster", { accessConfig });
  rule.passes("passes entries alone", {});
  rule.fails(
    "fails when the ConfigMap counts too",
    { accessConfig: { authenticationMode: "API_AND_CONFIG_MAP" } },
    'accessConfig.authenticationMode must be "API", got "API_AND_CONFIG_MAP"',
  );
  rule.fails(
    "fails when nothing is said",
    { accessConfig: undefined },
    'accessConfig.authenticationMode must be "API", but is not set',
  );
  rule.isUndecided(
    "is undecided while it is not known",
    { accessConfig: { authenticationMode: unknown } },
    "accessConfig.authenticationMode",
  );
});

for (const type of [
  "aws:eks/accessEntry:AccessEntry",
  "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
]) {
  describe(`cluster-access-by-roles, on ${type}`, () => {
    const principalArn = "arn:aws:iam::123456789012:role/team/deployer";
    const rule = suite(clusterAccessByRoles, type, { principalArn });
    rule.passes("passes a role", {});
    rule.passes("passes a role of another partition", {
      principalArn: "arn:aws-cn:iam::123456789012:role/deployer",
    });
    rule.fails(
      "fails when it is a user",
      { principalArn: "arn:aws:iam::123456789012:user/somebody" },
      'principalArn must be the ARN of a role, got "arn:aws:iam::123456789012:user/somebody"',
    );
    rule.fails(
      "fails when it is the account",
      { principalArn: "arn:aws:iam::123456789012:root" },
      'principalArn must be the ARN of a role, got "arn:aws:iam::123456789012:root"',
    );
    rule.fails(
      "fails when it is any role",
      { principalArn: "arn:aws:iam::123456789012:role/*" },
      'principalArn must be the ARN of a role, got "arn:aws:iam::123456789012:role/*"',
    );
    rule.isUndecided(
      "is undecided while it is not known",
      { principalArn: unknown },
      "principalArn",
    );
  });
}
