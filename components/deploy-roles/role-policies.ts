import { sharedEnvironment } from "./names";
import { reads, serviceOf } from "./permission-table";
import type { EnvironmentPlan } from "./plan";
import { guardedReads } from "./scopes";
import { stateReads, stateWrites } from "./state-statements";
import { documentsOf, type Statement } from "./statement";
import { writeStatements } from "./write-statements";

/** The policies of the role that deploys an environment, each as long as IAM allows. */
export function deployPolicies(plan: EnvironmentPlan): readonly string[] {
  return documentsOf([
    otherEnvironments(plan),
    ...readStatements(plan),
    ...stateReads(plan),
    ...stateWrites(plan),
    ...writeStatements(plan),
  ]);
}

/**
 * The policies of the role that previews an environment. It looks at resources and changes none, nor does it see
 * what buckets and secrets hold, but for the states.
 */
export function previewPolicies(plan: EnvironmentPlan): readonly string[] {
  return documentsOf([otherEnvironments(plan), ...readStatements(plan), ...stateReads(plan)]);
}

/** Two environments of one account keep off each other's resources, as far as AWS tells them apart by tags. */
function otherEnvironments({ environment }: EnvironmentPlan): Statement {
  return {
    Sid: "OtherEnvironments",
    Effect: "Deny",
    Action: ["*"],
    Resource: "*",
    Condition: {
      StringNotEqualsIgnoreCase: {
        "aws:ResourceTag/Environment": [environment, sharedEnvironment],
      },
      Null: { "aws:ResourceTag/Environment": "false" },
    },
  };
}

/** Most services list and describe only all of an account's resources. */
function readStatements({ table }: EnvironmentPlan): readonly Statement[] {
  const open = reads(table).filter((action) => !guardedReads.has(serviceOf(action)));
  return [{ Sid: "Read", Effect: "Allow", Action: open, Resource: "*" }];
}
