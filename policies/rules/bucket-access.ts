import { all, any, type Judgement, notApplicable } from "../judgement";
import { mustBe } from "../must";
import { resourceRule, stackRule } from "../rule";
import type { StackResource } from "../stack";
import { bucketTypes, judgeMatter } from "./bucket-matter";
import { cloudFrontLogs, unlessFrom } from "./bucket-source";
import { mustNotAdmitEveryone } from "./everyone";
import { named } from "./title";

const flags = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

export const bucketPublicAccessBlocked = stackRule({
  id: "bucket-public-access-blocked",
  requires: "S3 refuses whatever would make a bucket public.",
  why: "One wrong statement in a policy, or one ACL of an object, would otherwise show the data to everyone.",
  fix: "Create an aws.s3.BucketPublicAccessBlock of the bucket with all four switches on.",
  severity: "critical",
  standards: {
    securityHub: ["S3.8", "S3.1"],
    checkov: ["CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56", "CKV2_AWS_6"],
  },
  types: bucketTypes,
  exemptible: true,
  check: (bucket, _settings, stack) => {
    const own = judgeMatter(bucket, stack, {
      types: ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"],
      own: mustBlock,
    });
    const ofAccount = stack
      .ofType("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock")
      .map((block) => named(block, mustBlock(block)));
    const either = any([own, ...ofAccount], "");
    return either.verdict === "fail" ? own : either;
  },
});

function mustBlock(block: StackResource): Judgement {
  return all(...flags.map((flag) => mustBe(block.at(flag), true)));
}

export const bucketAclsDisabled = stackRule({
  id: "bucket-acls-disabled",
  requires: "Buckets know no ACLs: access is up to policies alone.",
  why: "An ACL gives access object by object, where no policy shows it, and what another account uploads stays that account's.",
  fix: "Create an aws.s3.BucketOwnershipControls of the bucket with the objectOwnership BucketOwnerEnforced.",
  severity: "medium",
  standards: { securityHub: ["S3.12"], checkov: ["CKV2_AWS_65"] },
  types: bucketTypes,
  exemptible: true,
  check: (bucket, _settings, stack) => {
    const reason = "CloudFront writes these logs by ACL";
    const judgement = judgeMatter(bucket, stack, {
      types: ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"],
      own: (controls) => mustBe(controls.at("rule").at("objectOwnership"), "BucketOwnerEnforced"),
    });
    return unlessFrom(bucket, stack, { sources: cloudFrontLogs, reason }, judgement);
  },
});

export const bucketPolicyPrivate = resourceRule({
  id: "bucket-policy-private",
  requires: "Policies of buckets let nobody in but those they name.",
  why: "Everyone means everyone with an AWS account, or none: such buckets are found by scanning within hours.",
  fix: "Name the roles or services in Principal, with a condition such as aws:SourceArn; show a site through CloudFront.",
  severity: "critical",
  standards: { checkov: ["CKV_AWS_70"] },
  types: ["aws:s3/bucketPolicy:BucketPolicy", ...bucketTypes],
  exemptible: true,
  check: (resource) => {
    const policy = resource.at("policy");
    return policy.isSet
      ? mustNotAdmitEveryone(policy)
      : notApplicable("it has no policy, or one in a resource of its own");
  },
});
