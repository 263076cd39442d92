import { all, any, type Judgement, undecided } from "../judgement";
import { oneMust } from "../must";
import type { Property } from "../property";
import { stackRule } from "../rule";
import type { Stack, StackResource } from "../stack";
import { bucketTypes, judgeMatter } from "./bucket-matter";
import { judgeVersioning } from "./bucket-recovery";

/** Where a rule of a lifecycle says what, in the resource of its own or in the bucket. */
interface Form {
  readonly isOn: (rule: Property) => Property;
  readonly on: unknown;
  readonly abort: (rule: Property) => readonly Property[];
  readonly noncurrent: (rule: Property) => readonly Property[];
}

const own: Form = {
  isOn: (rule) => rule.at("status"),
  on: "Enabled",
  abort: (rule) => [rule.at("abortIncompleteMultipartUpload").at("daysAfterInitiation")],
  noncurrent: (rule) => [rule.at("noncurrentVersionExpiration").at("noncurrentDays")],
};

const inline: Form = {
  isOn: (rule) => rule.at("enabled"),
  on: true,
  abort: (rule) => [rule.at("abortIncompleteMultipartUploadDays")],
  noncurrent: (rule) => [
    rule.at("noncurrentVersionExpiration").at("days"),
    ...rule.at("noncurrentVersionExpirations").items.map((expiration) => expiration.at("days")),
  ],
};

export const bucketLifecycleSet = stackRule({
  id: "bucket-lifecycle-set",
  requires:
    "Buckets drop uploads that are never completed, and versions that are no longer current.",
  why: "Neither is seen in a listing, and both are paid for until somebody deletes them.",
  fix: "Create an aws.s3.BucketLifecycleConfiguration of the bucket with a rule for all objects that has abortIncompleteMultipartUpload and noncurrentVersionExpiration.",
  severity: "low",
  standards: {
    securityHub: ["S3.13", "S3.10"],
    checkov: ["CKV2_AWS_61", "CKV_AWS_300"],
  },
  types: bucketTypes,
  exemptible: true,
  check: (bucket, _settings, stack) => {
    const versioning = judgeVersioning(bucket, stack);
    const judgement = judgeLifecycle(bucket, stack, versioning.verdict !== "fail");
    const isOpen = versioning.verdict === "undecided" && judgement.verdict === "fail";
    if (!isOpen) return judgement;
    const lenient = judgeLifecycle(bucket, stack, false);
    return lenient.verdict === "fail" ? lenient : versioning;
  },
});

/** A bucket without versions has none that could expire. */
function judgeLifecycle(bucket: StackResource, stack: Stack, hasVersions: boolean): Judgement {
  const judge =
    (form: Form) =>
    (rules: Property): Judgement =>
      all(mustAbort(rules, form), ...(hasVersions ? [mustExpire(rules, form)] : []));
  return judgeMatter(bucket, stack, {
    types: [
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
    ],
    own: (resource) => judge(own)(resource.at("rules")),
    inline: ["lifecycleRules"],
    within: judge(inline),
  });
}

function mustAbort(rules: Property, form: Form): Judgement {
  return someRule(rules, form, {
    days: form.abort,
    scope: scopeOf,
    failure: "must end uploads that are not completed, of all objects, but do not",
  });
}

function mustExpire(rules: Property, form: Form): Judgement {
  return someRule(rules, form, {
    days: form.noncurrent,
    scope: () => [],
    failure: "must end versions that are not current, but do not",
  });
}

interface Need {
  readonly days: (rule: Property) => readonly Property[];
  /** What narrows the rule to some objects, where it may not. */
  readonly scope: (rule: Property) => readonly Property[];
  readonly failure: string;
}

function someRule(rules: Property, form: Form, { days, scope, failure }: Need): Judgement {
  if (rules.isUnknown) return undecided(rules.path);
  const judgements = rules.items.map((rule) =>
    all(
      oneMust([form.isOn(rule)], (value) => value === form.on),
      oneMust(days(rule), (value) => typeof value === "number" && value > 0),
      ...scope(rule).map((part) => oneMust([part], isNothing)),
    ),
  );
  return any(judgements, `${rules.path} ${failure}`);
}

function scopeOf(rule: Property): readonly Property[] {
  const filter = rule.at("filter");
  const keys = ["prefix", "tag", "and", "objectSizeGreaterThan", "objectSizeLessThan"];
  return [rule.at("prefix"), rule.at("tags"), ...keys.map((key) => filter.at(key))];
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === "";
}
