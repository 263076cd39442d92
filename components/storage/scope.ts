import type * as pulumi from "@pulumi/pulumi";
import { partitionOf } from "../../spec/partition";
import type { BucketSettings, StorageSettings } from "./storage-settings";

/** What the parts of one storage share. */
export interface Scope {
  /** Name of the component, with which the names of its children begin. */
  readonly name: string;
  readonly settings: StorageSettings;
  /** Options of a child. */
  readonly options: { readonly parent: pulumi.Resource };
  /** Options of a child that goes only with its bucket: where the bucket is left standing, so is it. */
  readonly lasting: { readonly parent: pulumi.Resource; readonly retainOnDelete: boolean };
}

/** A region in which buckets stand. */
export interface Site {
  readonly region: string;
  /** KMS key of the region that encrypts objects. */
  readonly keyArn: pulumi.Input<string>;
  /** What the names of the buckets have after their label. */
  readonly suffix: "" | "-replica";
  /** The buckets, by label. */
  readonly buckets: Readonly<Record<string, BucketSettings>>;
}

/** What the parts of a storage share, from its name and settings. */
export function scopeOf(parent: pulumi.Resource, name: string, settings: StorageSettings): Scope {
  return {
    name,
    settings,
    options: { parent },
    lasting: { parent, retainOnDelete: settings.deletionProtection },
  };
}

/** The places of the buckets: the region, and that of the replicas where there are any. */
export function sitesOf(settings: StorageSettings): {
  readonly home: Site;
  readonly recovery: Site | undefined;
} {
  const { region, dataKeyArn, buckets, disasterRecovery } = settings;
  return {
    home: { region, keyArn: dataKeyArn, suffix: "", buckets },
    recovery: disasterRecovery && {
      ...disasterRecovery,
      suffix: "-replica",
      buckets: replicasOf(buckets),
    },
  };
}

/**
 * What the replicas are: protected as the buckets they copy and ready to take their place. But AWS services
 * write to buckets of their own region, and events and lists would come twice.
 */
function replicasOf(buckets: Readonly<Record<string, BucketSettings>>) {
  const replicated = Object.entries(buckets).filter(([, { replicate }]) => replicate);
  return Object.fromEntries(
    replicated.map(([label, settings]): [string, BucketSettings] => [
      label,
      { ...settings, writers: [], eventBridge: false, inventory: undefined },
    ]),
  );
}

/** Label of the bucket that holds a site's access logs. */
export const accessLogsLabel = "access-logs";

/** Name of a bucket in AWS, where such names belong to one account of all. */
export function bucketNameOf(
  { namePrefix, accountId }: Pick<StorageSettings, "namePrefix" | "accountId">,
  label: string,
  { suffix }: Pick<Site, "suffix">,
): string {
  return `${namePrefix}-${label}${suffix}-${accountId}`;
}

/** ARN of a bucket; S3's have neither region nor account. */
export function bucketArnOf({ region }: Pick<Site, "region">, bucketName: string): string {
  return `arn:${partitionOf(region)}:s3:::${bucketName}`;
}
