import { partitionOf } from "../../spec/partition";
import type { EnvironmentPlan } from "./plan";
import type { Statement } from "./statement";

/** What reads the states of an environment's stacks, and opens the secrets in them. */
export function stateReads(plan: EnvironmentPlan): readonly Statement[] {
  const { stateBucketName, environment } = plan;
  const bucket = `arn:${partitionOf(plan.region)}:s3:::${stateBucketName}`;
  return [
    {
      Effect: "Allow",
      Action: ["s3:ListBucket"],
      Resource: bucket,
      // Who may list nothing is told of a state that is not there that he may not read it; such a question has no prefix.
      Condition: { StringLikeIfExists: { "s3:prefix": `${environment}/*` } },
    },
    {
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:GetObjectTagging"],
      Resource: `${bucket}/${environment}/*`,
    },
    useOfKeys(plan, ["kms:Decrypt", "kms:DescribeKey"]),
  ];
}

/** What writes them; a lock is an object, too, which its holder deletes. */
export function stateWrites(plan: EnvironmentPlan): readonly Statement[] {
  const { stateBucketName, environment } = plan;
  const bucket = `arn:${partitionOf(plan.region)}:s3:::${stateBucketName}`;
  return [
    {
      Effect: "Allow",
      Action: ["s3:DeleteObject", "s3:PutObject", "s3:PutObjectTagging"],
      Resource: `${bucket}/${environment}/*`,
    },
    useOfKeys(plan, ["kms:Encrypt", "kms:GenerateDataKey"]),
  ];
}

function useOfKeys(plan: EnvironmentPlan, actions: readonly string[]): Statement {
  const { accountId, region, stateKeyAliases } = plan;
  return {
    Effect: "Allow",
    Action: actions,
    Resource: `arn:${partitionOf(region)}:kms:${region}:${accountId}:key/*`,
    Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": stateKeyAliases } },
  };
}
