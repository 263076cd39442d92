import type { DeployRolesArgs } from "../../components/deploy-roles/args";
import { permissionTable } from "../../components/deploy-roles/permission-table";
import type { EnvironmentPlan } from "../../components/deploy-roles/plan";

/** Roles of one account with both environments. */
export const args: DeployRolesArgs = {
  accountId: "123456789012",
  region: "eu-west-1",
  regions: ["eu-west-1", "eu-central-1"],
  codeHost: { kind: "github", repository: "example/infrastructure" },
  environments: {
    production: {
      systems: ["shop"],
      deployFrom: { environment: "production" },
      domains: ["example.com"],
    },
    staging: { systems: ["shop"], deployFrom: { branch: "main" } },
  },
  stateBucketName: "groundwork-state-123456789012",
  stateKeyAliases: {
    production: ["alias/groundwork/state", "alias/groundwork/secrets-production"],
    staging: ["alias/groundwork/state", "alias/groundwork/secrets-staging"],
  },
};

/** What the rights of production are made from. */
export const plan: EnvironmentPlan = {
  accountId: "123456789012",
  region: "eu-west-1",
  environment: "production",
  systems: ["shop"],
  regions: ["eu-central-1", "eu-west-1", "us-east-1"],
  domains: ["example.com"],
  stateBucketName: "groundwork-state-123456789012",
  stateKeyAliases: ["alias/groundwork/state", "alias/groundwork/secrets-production"],
  table: permissionTable,
};
