import type { Mapping } from "../mapping";

const replication = "ReplicationConfiguration.Rules[]";

/** Images and how they are scanned, kept and copied: `aws.ecr.*`. */
export const ecr: Readonly<Record<string, Mapping>> = {
  "aws:ecr/lifecyclePolicy:LifecyclePolicy": {
    schema: "AWS::ECR::Repository",
    partOf: "aws:ecr/repository:Repository",
    properties: { policy: "LifecyclePolicy.LifecyclePolicyText" },
    unmapped: { repository: "the schema has the policy in the repository itself" },
  },
  "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration": {
    schema: "AWS::ECR::RegistryScanningConfiguration",
    properties: {
      "rules[].repositoryFilters[].filter": "Rules[].RepositoryFilters[].Filter",
      "rules[].repositoryFilters[].filterType": "Rules[].RepositoryFilters[].FilterType",
      "rules[].scanFrequency": "Rules[].ScanFrequency",
      scanType: "ScanType",
    },
  },
  "aws:ecr/replicationConfiguration:ReplicationConfiguration": {
    schema: "AWS::ECR::ReplicationConfiguration",
    properties: {
      "replicationConfiguration.rules[].destinations[].region": `${replication}.Destinations[].Region`,
      "replicationConfiguration.rules[].destinations[].registryId": `${replication}.Destinations[].RegistryId`,
      "replicationConfiguration.rules[].repositoryFilters[].filter": `${replication}.RepositoryFilters[].Filter`,
      "replicationConfiguration.rules[].repositoryFilters[].filterType": `${replication}.RepositoryFilters[].FilterType`,
    },
  },
  "aws:ecr/repository:Repository": {
    schema: "AWS::ECR::Repository",
    properties: {
      "encryptionConfigurations[].encryptionType": "EncryptionConfiguration.EncryptionType",
      "encryptionConfigurations[].kmsKey": "EncryptionConfiguration.KmsKey",
      "imageScanningConfiguration.scanOnPush": "ImageScanningConfiguration.ScanOnPush",
      imageTagMutability: "ImageTagMutability",
      name: "RepositoryName",
      tagsAll: ["Tags", "tags"],
    },
    unmapped: { forceDelete: "says what the provider does, not what AWS is told" },
  },
};
