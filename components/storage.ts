import * as pulumi from "@pulumi/pulumi";
import { mapRecord } from "./map-record";
import type { StorageArgs } from "./storage/args";
import { arnOf } from "./storage/bucket";
import { replicate } from "./storage/replication";
import { scopeOf, sitesOf } from "./storage/scope";
import { createSite } from "./storage/site";
import { settingsOf } from "./storage/storage-settings";
import { validateStorage } from "./storage/validate-storage";

/**
 * Buckets by purpose: private, encrypted, versioned and logged, reached by TLS only and by nobody but whom IAM
 * allows it, unless their arguments say otherwise.
 */
export class Storage extends pulumi.ComponentResource {
  /** Name of each bucket, by label. */
  readonly bucketNames: Readonly<Record<string, pulumi.Output<string>>>;
  /** ARN of each bucket, by label: what the role of a workload is allowed to use. */
  readonly bucketArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** ARN of the replica of each bucket that has one, by label. */
  readonly replicaArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** Name of the bucket that the access logs go to; undefined without buckets. */
  readonly logBucketName: pulumi.Output<string> | undefined;

  /** @throws {pulumi.ResourceError} When AWS would refuse the arguments: every problem is listed. */
  constructor(name: string, args: StorageArgs, opts?: pulumi.ComponentResourceOptions) {
    const { namePrefix, region } = args;
    super("groundwork:platform:Storage", name, { namePrefix, region }, opts);

    const problems = validateStorage(args);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);

    const scope = scopeOf(this, name, settingsOf(args));
    const sites = sitesOf(scope.settings);
    const home = createSite(scope, sites.home);
    const replicas = sites.recovery === undefined ? {} : createSite(scope, sites.recovery).buckets;
    const buckets = mapRecord(home.buckets, (source, label) => {
      const replica = replicas[label];
      return replica === undefined ? source : replicate(scope, { source, replica });
    });

    this.bucketNames = mapRecord(buckets, ({ last }) => last.bucket);
    this.bucketArns = mapRecord(buckets, (bucket) => arnOf(bucket, bucket.last));
    this.replicaArns = mapRecord(replicas, (replica) => arnOf(replica, replica.last));
    this.logBucketName = home.accessLogs?.last.bucket;
    this.registerOutputs({
      bucketNames: this.bucketNames,
      bucketArns: this.bucketArns,
      replicaArns: this.replicaArns,
    });
  }
}
