import type { Mapping } from "../mapping";

/** Secrets and their rotation: `aws.secretsmanager.*`, `aws.serverlessrepository.*`. */
export const secrets: Readonly<Record<string, Mapping>> = {
  "aws:secretsmanager/secret:Secret": {
    schema: "AWS::SecretsManager::Secret",
    properties: {
      description: "Description",
      kmsKeyId: "KmsKeyId",
      namePrefix: "Name",
      "replicas[].kmsKeyId": "ReplicaRegions[].KmsKeyId",
      "replicas[].region": "ReplicaRegions[].Region",
      tagsAll: ["Tags", "tags"],
    },
    unmapped: {
      forceOverwriteReplicaSecret: "says what the provider does, not what AWS is told",
      recoveryWindowInDays: "the schema has no recovery window",
    },
  },
  "aws:secretsmanager/secretRotation:SecretRotation": {
    schema: "AWS::SecretsManager::RotationSchedule",
    properties: {
      rotateImmediately: "RotateImmediatelyOnUpdate",
      rotationLambdaArn: "RotationLambdaARN",
      "rotationRules.automaticallyAfterDays": "RotationRules.AutomaticallyAfterDays",
      secretId: "SecretId",
    },
  },
  "aws:secretsmanager/secretVersion:SecretVersion": {
    schema: "AWS::SecretsManager::Secret",
    partOf: "aws:secretsmanager/secret:Secret",
    properties: { secretString: "SecretString" },
    unmapped: { secretId: "the schema has the value in the secret itself" },
  },
  "aws:serverlessrepository/cloudFormationStack:CloudFormationStack": {
    schema: "AWS::Serverless::Application",
    properties: {
      applicationId: "Location.ApplicationId",
      parameters: "Parameters",
      semanticVersion: "Location.SemanticVersion",
      tagsAll: "Tags",
    },
    unmapped: {
      capabilities: "the schema has none: who deploys a template agrees to them",
      name: "the schema has none: CloudFormation names what is nested",
    },
  },
};
