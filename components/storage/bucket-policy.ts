import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { partitionOf } from "../../spec/partition";
import type { BucketPlan } from "./bucket";
import { bucketArnOf } from "./scope";
import { writerStatements } from "./writers";

/**
 * The one policy of a bucket, known before anything stands unless a further statement is not: nobody reaches
 * it without TLS 1.2 at least, nobody uploads past its encryption, and those write to it that are said to.
 * Who else may is up to IAM.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export function bucketPolicy(plan: BucketPlan, accountId: string): pulumi.Output<string> {
  const { region, settings, statements } = plan;
  const bucketArn = bucketArnOf(plan, plan.bucketName);
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      ...transport(bucketArn),
      encryption(plan, bucketArn, accountId),
      ...writerStatements(settings.writers, { bucketArn, accountId, region }),
      ...statements,
    ],
  });
}

function transport(bucketArn: string): readonly aws.iam.PolicyStatement[] {
  const refuse = (sid: string, condition: object): aws.iam.PolicyStatement => ({
    Sid: sid,
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn, `${bucketArn}/*`],
    Condition: condition,
  });
  return [
    refuse("RefuseWithoutTls", { Bool: { "aws:SecureTransport": "false" } }),
    refuse("RefuseOldTls", { NumericLessThan: { "s3:TlsVersion": "1.2" } }),
  ];
}

/**
 * An upload that says nothing of encryption gets the bucket's. One that does must ask for the same: of KMS for
 * a key of the account and region, since the key itself is not known yet when the policy is judged.
 */
function encryption(
  { region, settings }: BucketPlan,
  bucketArn: string,
  accountId: string,
): aws.iam.PolicyStatement {
  const keys = `arn:${partitionOf(region)}:kms:${region}:${accountId}:key/*`;
  const other =
    settings.encryption === "kms"
      ? { StringNotLike: { "s3:x-amz-server-side-encryption-aws-kms-key-id": keys } }
      : { StringNotEquals: { "s3:x-amz-server-side-encryption": "AES256" } };
  return {
    Sid: "RefuseOtherEncryption",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:PutObject",
    Resource: `${bucketArn}/*`,
    Condition: { Null: { "s3:x-amz-server-side-encryption": "false" }, ...other },
  };
}
