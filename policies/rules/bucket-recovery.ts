import { all, type Judgement, notApplicable, undecided } from "../judgement";
import { matchesGlob } from "../glob";
import { given, must, mustBe, mustBeSet, mustNotBe, oneMust } from "../must";
import type { Property } from "../property";
import { resourceRule, stackRule } from "../rule";
import type { TextsSetting } from "../setting";
import type { Stack, StackResource } from "../stack";
import { bucketTypes, judgeEach, judgeMatter } from "./bucket-matter";
import { accessLogs, loadBalancerLogs, replication, unlessFrom } from "./bucket-source";

export const bucketVersioned = stackRule({
  id: "bucket-versioned",
  requires: "Buckets keep what is overwritten or deleted as an earlier version.",
  why: "Without versions one wrong command, or one wrong line of a program, destroys objects for good.",
  fix: "Create an aws.s3.BucketVersioning of the bucket with the status Enabled.",
  severity: "high",
  standards: { checkov: ["CKV_AWS_21"] },
  types: bucketTypes,
  exemptible: true,
  check: (bucket, _settings, stack) => judgeVersioning(bucket, stack),
});

/** Whether the bucket keeps versions. */
export function judgeVersioning(bucket: StackResource, stack: Stack): Judgement {
  return judgeMatter(bucket, stack, {
    types: [
      "aws:s3/bucketVersioning:BucketVersioning",
      "aws:s3/bucketVersioningV2:BucketVersioningV2",
    ],
    own: (resource) => mustBe(resource.at("versioningConfiguration").at("status"), "Enabled"),
    inline: ["versioning", "versionings[]"],
    within: (input) => mustBe(input.at("enabled"), true),
  });
}

export const bucketKept = resourceRule({
  id: "bucket-kept",
  requires: "A bucket that holds objects cannot be deleted.",
  why: "With forceDestroy, whatever removes or replaces the bucket deletes every object and version first.",
  fix: "Leave forceDestroy out; empty the bucket by hand before it is deleted.",
  severity: "high",
  standards: {},
  types: bucketTypes,
  exemptible: true,
  profiles: { staging: { level: "disabled" } },
  check: (bucket) => mustNotBe(bucket.at("forceDestroy"), true),
});

/** A setting that says which buckets a rule is about: none, unless configuration names some. */
function namedBuckets(description: string): TextsSetting {
  return {
    kind: "texts",
    description,
    form: "globs over URNs, resource names or bucket names",
    pattern: String.raw`\S`,
    default: [],
    stricter: "more",
  };
}

/** The judgement of a bucket that one of the globs names, its name included where that is known. */
function ifNamed(bucket: StackResource, globs: readonly string[], judgement: Judgement): Judgement {
  const name = bucket.at("bucket");
  const texts = [bucket.urn, bucket.name, ...(typeof name.value === "string" ? [name.value] : [])];
  if (globs.some((glob) => matchesGlob(glob, ...texts))) return judgement;
  return name.isUnknown && globs.length > 0
    ? given(name, judgement)
    : notApplicable("configuration does not name it");
}

export const bucketReplicated = stackRule({
  id: "bucket-replicated",
  requires: "Buckets that configuration names are copied to another one.",
  why: "Versions and the zones of a region do not help when the region is lost, or the account's own deletions.",
  fix: "Create an aws.s3.BucketReplicationConfig of the bucket with a rule that is enabled, to a bucket in another region.",
  severity: "medium",
  standards: { checkov: ["CKV_AWS_144"] },
  types: bucketTypes,
  settings: { buckets: namedBuckets("The buckets that must be copied.") },
  exemptible: true,
  check: (bucket, { buckets }, stack) => {
    const sources = [...accessLogs, ...loadBalancerLogs, ...replication];
    const judgement = judgeMatter(bucket, stack, {
      types: ["aws:s3/bucketReplicationConfig:BucketReplicationConfig"],
      own: (resource) => mustReplicate(resource.at("rules")),
      inline: ["replicationConfiguration.rules", "replicationConfigurations[].rules"],
      within: mustReplicate,
    });
    const reason = "it holds logs or copies";
    return ifNamed(bucket, buckets, unlessFrom(bucket, stack, { sources, reason }, judgement));
  },
});

function mustReplicate(rules: Property): Judgement {
  if (rules.isUnknown) return undecided(rules.path);
  return oneMust(
    rules.items.map((rule) => rule.at("status")),
    (status) => status === "Enabled",
    `${rules.path} must have one that is Enabled, but have none`,
  );
}

export const bucketObjectsLocked = stackRule({
  id: "bucket-objects-locked",
  requires: "In buckets that configuration names no version can be deleted before its time.",
  why: "Records that must be kept, and backups that must outlive an intruder, may not depend on nobody having the permission to delete them.",
  fix: "Create an aws.s3.BucketObjectLockConfiguration of the bucket with a defaultRetention of that many days, and objectLockEnabled in the bucket itself.",
  severity: "high",
  standards: { checkov: ["CKV_AWS_143"] },
  types: bucketTypes,
  settings: {
    buckets: namedBuckets("The buckets whose objects must be locked."),
    minimumDays: {
      kind: "integer",
      description: "Days that a version is locked at least.",
      minimum: 1,
      maximum: 36500,
      default: 30,
      stricter: "higher",
    },
  },
  exemptible: true,
  check: (bucket, { buckets, minimumDays }, stack) => {
    const mustLock = (retention: Property): Judgement => mustRetain(retention, minimumDays);
    const judgement = judgeMatter(bucket, stack, {
      types: [
        "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
        "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
      ],
      own: (resource) => judgeEach(resource, "rule.defaultRetention", mustLock),
      inline: [
        "objectLockConfiguration.rule.defaultRetention",
        "objectLockConfiguration.rules[].defaultRetentions[]",
      ],
      within: mustLock,
    });
    return ifNamed(bucket, buckets, judgement);
  },
});

function mustRetain(retention: Property, minimumDays: number): Judgement {
  const years = retention.at("years");
  const [period, days] = years.isSet ? [years, 365] : [retention.at("days"), 1];
  const requirement = `be at least ${minimumDays.toString()} days`;
  return all(
    mustBeSet(retention.at("mode")),
    must(period, requirement, (value) => typeof value === "number" && value * days >= minimumDays),
  );
}
