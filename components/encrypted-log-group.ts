import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** How a log group is made. */
export interface EncryptedLogGroupArgs {
  /** Name of the resource. */
  readonly name: string;
  readonly region: string;
  /** Name in CloudWatch Logs, where whoever writes looks for it. */
  readonly path: string;
  /** KMS key of the events. */
  readonly logsKeyArn: pulumi.Input<string>;
  /** Days that events are kept: a number that CloudWatch Logs offers. */
  readonly retentionDays: number;
}

/**
 * Makes an encrypted log group that keeps its events for some days. It must be there before whoever writes to
 * it, or AWS makes it itself, without key and retention.
 */
export function createEncryptedLogGroup(
  { name, region, path, logsKeyArn, retentionDays }: EncryptedLogGroupArgs,
  options: pulumi.CustomResourceOptions,
): aws.cloudwatch.LogGroup {
  return new aws.cloudwatch.LogGroup(
    name,
    { region, name: path, kmsKeyId: logsKeyArn, retentionInDays: retentionDays },
    options,
  );
}
