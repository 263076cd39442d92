import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Site } from "./site";

/** How the logs of a network are kept. */
export interface LogKeeping {
  /** First part of the names of the log groups. */
  readonly prefix: string;
  /** KMS key the logs are encrypted with. */
  readonly keyArn: pulumi.Input<string>;
  /** Whether AWS and Pulumi refuse to delete the logs. */
  readonly protect: boolean;
}

/** Makes a log group of a name that is known beforehand, before whatever writes to it. */
export function createLogGroup(
  { name, parent, region, nameTag }: Site,
  what: string,
  retentionDays: number,
  { prefix, keyArn, protect }: LogKeeping,
): aws.cloudwatch.LogGroup {
  return new aws.cloudwatch.LogGroup(
    `${name}-${what}`,
    {
      region,
      name: `${prefix}/${what}`,
      kmsKeyId: keyArn,
      retentionInDays: retentionDays,
      deletionProtectionEnabled: protect,
      tags: nameTag(`${name}-${what}`),
    },
    { parent, protect },
  );
}
