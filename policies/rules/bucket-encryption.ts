import { all, type Judgement } from "../judgement";
import { must } from "../must";
import type { Property } from "../property";
import { stackRule } from "../rule";
import { bucketTypes, judgeEach, judgeMatter } from "./bucket-matter";
import { accessLogs, loadBalancerLogs, unlessFrom } from "./bucket-source";
import { mustBeCustomerKey } from "./customer-key";
import { mustRefuseWithoutTls } from "./tls-policy";

const byDefault = "applyServerSideEncryptionByDefault";

export const bucketEncryptedByCustomerKey = stackRule({
  id: "bucket-encrypted-by-customer-key",
  requires: "Buckets encrypt objects with a KMS key of the account's own.",
  why: "S3's own keys decrypt for whoever may read the bucket; a key of one's own is a second lock, and its use is on record.",
  fix: "Create an aws.s3.BucketServerSideEncryptionConfiguration of the bucket with the sseAlgorithm aws:kms and the ARN of an aws.kms.Key.",
  severity: "medium",
  standards: { checkov: ["CKV_AWS_19", "CKV_AWS_145"] },
  types: bucketTypes,
  exemptible: true,
  check: (bucket, _settings, stack) => {
    const sources = [...accessLogs, ...loadBalancerLogs];
    const reason = "S3 and load balancers write logs to buckets that S3's own keys encrypt";
    const judgement = judgeMatter(bucket, stack, {
      types: [
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
      ],
      own: (resource) => judgeEach(resource, `rules[].${byDefault}`, mustUseCustomerKey),
      inline: [
        `serverSideEncryptionConfiguration.rule.${byDefault}`,
        `serverSideEncryptionConfigurations[].rules[].${byDefault}s[]`,
      ],
      within: mustUseCustomerKey,
    });
    return unlessFrom(bucket, stack, { sources, reason }, judgement);
  },
});

const algorithms: readonly unknown[] = ["aws:kms", "aws:kms:dsse"];

function mustUseCustomerKey(encryption: Property): Judgement {
  const algorithm = must(encryption.at("sseAlgorithm"), "be aws:kms or aws:kms:dsse", (value) =>
    algorithms.includes(value),
  );
  return all(algorithm, mustBeCustomerKey(encryption.at("kmsMasterKeyId")));
}

export const bucketTlsOnly = stackRule({
  id: "bucket-tls-only",
  requires: "Buckets refuse requests without TLS.",
  why: "S3 answers plain HTTP too: a client that is set up wrongly shows its signature and the data, and nobody notices.",
  fix: 'In the policy of the bucket, deny everyone s3:* on it and its objects on the condition that aws:SecureTransport is "false".',
  severity: "medium",
  standards: { securityHub: ["S3.5"], checkov: ["CKV_AWS_379"] },
  types: bucketTypes,
  exemptible: true,
  check: (bucket, _settings, stack) =>
    judgeMatter(bucket, stack, {
      types: ["aws:s3/bucketPolicy:BucketPolicy"],
      own: (resource) => mustRefuseWithoutTls(resource.at("policy")),
      inline: ["policy"],
      within: mustRefuseWithoutTls,
    }),
});
