import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { featuresOf } from "./features";
import { protectionsOf } from "./protections";
import { bucketArnOf, type Scope, type Site } from "./scope";
import type { BucketSettings } from "./storage-settings";

/** A bucket that is to be made. */
export interface BucketPlan extends Pick<Site, "region" | "keyArn"> {
  /** Name of its resources. */
  readonly name: string;
  /** Name in AWS. */
  readonly bucketName: string;
  readonly settings: BucketSettings;
  /** Statements of its policy beside those that every bucket's has. */
  readonly statements: readonly aws.iam.PolicyStatement[];
  /** Bucket that its access logs go to; undefined for that one itself. */
  readonly accessLogs: StandingBucket | undefined;
}

/** A bucket, or one configuration of it. */
export type Configuration = pulumi.Resource & { readonly bucket: pulumi.Output<string> };

/** A bucket with all its configurations. */
export interface StandingBucket extends BucketPlan {
  readonly resource: aws.s3.Bucket;
  /** What was made last: who needs the bucket as it is meant to be waits for it. */
  readonly last: Configuration;
}

/** What the configurations of a bucket are made of. */
export interface Target {
  readonly scope: Scope;
  readonly plan: BucketPlan;
  /** The inputs that say which bucket it is. */
  readonly of: { readonly region: string; readonly bucket: pulumi.Output<string> };
}

/** Makes a configuration of a bucket, after another. */
export type Configure = (target: Target, after: Configuration) => Configuration;

/** Makes a bucket with all its configurations. */
export function createBucket(scope: Scope, plan: BucketPlan): StandingBucket {
  const { region, settings } = plan;
  const { deletionProtection, forceDestroy } = scope.settings;
  const bucket = new aws.s3.Bucket(
    plan.name,
    {
      region,
      bucket: plan.bucketName,
      forceDestroy,
      ...(settings.objectLock === undefined ? {} : { objectLockEnabled: true }),
      tags: { Name: plan.bucketName },
    },
    { ...scope.lasting, protect: deletionProtection },
  );
  const target = { scope, plan, of: { region, bucket: bucket.bucket } };
  // One after another: S3 answers a conflict when two configurations of a bucket are written at once.
  const last = [...protectionsOf(plan), ...featuresOf(plan)].reduce<Configuration>(
    (previous, configure) => configure(target, previous),
    bucket,
  );
  return { ...plan, resource: bucket, last };
}

/** ARN of a bucket, known before the bucket stands; whoever uses it waits for the bucket, or what is given. */
export function arnOf(
  { resource, ...plan }: StandingBucket,
  { bucket }: Configuration = resource,
): pulumi.Output<string> {
  return bucket.apply((name) => bucketArnOf(plan, name));
}
