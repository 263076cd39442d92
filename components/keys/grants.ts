import { partitionOf } from "../../spec/partition";
import {
  accountOf,
  autoscalingRoleOf,
  distributionsOf,
  hostOf,
  logGroupsOf,
  roleOf,
  type Condition,
  type KeyPlace,
  type Statement,
} from "./key-place";

/** A way in which a key is used. Each is one statement of the key's policy. */
export type KeyUse =
  | "autoscaling"
  | "cloudfront"
  | "cloudwatchAlarms"
  | "cloudwatchLogs"
  | "deployment"
  | "dnssec"
  | "ebs"
  | "ecr"
  | "eks"
  | "eksCreation"
  | "elasticache"
  | "kafka"
  | "kafkaScram"
  | "rds"
  | "rdsEvents"
  | "rdsMasterPassword"
  | "s3"
  | "secretsManager"
  | "sns";

const cryptography = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"];

const uses: Readonly<Record<KeyUse, (place: KeyPlace) => Statement>> = {
  autoscaling: (place) => ({
    Sid: "Autoscaling",
    Effect: "Allow",
    // KMS refuses a policy that names a role before it exists; a condition may.
    Principal: { AWS: "*" },
    Action: [...cryptography, "kms:CreateGrant", "kms:DescribeKey"],
    Resource: "*",
    Condition: { ArnEquals: { "aws:PrincipalArn": autoscalingRoleOf(place) }, ...grantsToServices },
  }),
  cloudfront: (place) => ({
    Sid: "Cloudfront",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: ["kms:Decrypt"],
    Resource: "*",
    Condition: { ArnLike: { "aws:SourceArn": distributionsOf(place) } },
  }),
  cloudwatchAlarms: (place) => publisher(place, "CloudwatchAlarms", "cloudwatch.amazonaws.com"),
  cloudwatchLogs: (place) => ({
    Sid: "CloudwatchLogs",
    Effect: "Allow",
    Principal: { Service: hostOf("logs", place.region) },
    Action: [...cryptography, "kms:DescribeKey"],
    Resource: "*",
    Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": logGroupsOf(place) } },
  }),
  deployment: (place) => ({
    ...principals(place, "Deployment"),
    Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt"],
    Condition: { ArnLike: { "aws:PrincipalArn": place.deployers ?? [] } },
  }),
  dnssec: ({ accountId, region }) => ({
    Sid: "Dnssec",
    Effect: "Allow",
    Principal: { Service: "dnssec-route53.amazonaws.com" },
    Action: ["kms:CreateGrant", "kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"],
    Resource: "*",
    Condition: {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": `arn:${partitionOf(region)}:route53:::hostedzone/*` },
      ...grantsToServices,
    },
  }),
  ebs: (place) => ({
    ...principals(place, "Ebs"),
    Action: [...cryptography, "kms:CreateGrant", "kms:DescribeKey"],
    Condition: through(hostOf("ec2", place.region), grantsToServices),
  }),
  ecr: (place) => ({
    ...principals(place, "Ecr"),
    Action: ["kms:CreateGrant", "kms:DescribeKey", "kms:RetireGrant"],
    Condition: through(hostOf("ecr", place.region)),
  }),
  eks: (place) => ({
    ...principals(place, "Eks"),
    Action: ["kms:Encrypt", "kms:Decrypt", "kms:ListGrants", "kms:DescribeKey"],
    Condition: { ArnLike: { "aws:PrincipalArn": roleOf(place, "eks/*") } },
  }),
  eksCreation: (place) => ({
    ...principals(place, "EksCreation"),
    Action: ["kms:CreateGrant"],
    Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
  }),
  elasticache: (place) => ({
    ...principals(place, "Elasticache"),
    Action: [...cryptography, "kms:CreateGrant", "kms:DescribeKey"],
    // ElastiCache also calls under the name of DAX, and AWS says that both are to be allowed.
    Condition: through(
      [hostOf("elasticache", place.region), hostOf("dax", place.region)],
      grantsToServices,
    ),
  }),
  kafka: (place) => ({
    ...principals(place, "Kafka"),
    Action: [...cryptography, "kms:CreateGrant", "kms:ListGrants", "kms:DescribeKey"],
    Condition: through(hostOf("kafka", place.region), grantsToServices),
  }),
  kafkaScram: (place) => ({
    ...principals(place, "KafkaScram"),
    Action: ["kms:Decrypt", "kms:CreateGrant", "kms:DescribeKey"],
    Condition: through(
      [hostOf("kafka", place.region), hostOf("secretsmanager", place.region)],
      grantsToServices,
    ),
  }),
  rds: (place) => ({
    ...principals(place, "Rds"),
    Action: [...cryptography, "kms:CreateGrant", "kms:DescribeKey"],
    Condition: through(hostOf("rds", place.region), grantsToServices),
  }),
  rdsEvents: (place) => publisher(place, "RdsEvents", "events.rds.amazonaws.com"),
  rdsMasterPassword: (place) => ({
    ...principals(place, "RdsMasterPassword"),
    Action: ["kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant", "kms:DescribeKey"],
    Condition: through(
      [hostOf("rds", place.region), hostOf("secretsmanager", place.region)],
      grantsToServices,
    ),
  }),
  s3: (place) => ({
    ...principals(place, "S3"),
    Action: [...cryptography, "kms:DescribeKey"],
    Condition: through(hostOf("s3", place.region)),
  }),
  secretsManager: (place) => ({
    ...principals(place, "SecretsManager"),
    Action: [...cryptography, "kms:DescribeKey"],
    Condition: through(
      [place.region, ...replicatedFrom(place)].map((region) => hostOf("secretsmanager", region)),
    ),
  }),
  sns: (place) => ({
    ...principals(place, "Sns"),
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Condition: through(hostOf("sns", place.region)),
  }),
};

/**
 * What a key's policy must say for one use of it:
 *
 * - `autoscaling`: Auto Scaling of the account starts instances with volumes under the key.
 * - `cloudfront`: distributions of the account serve files from buckets under the key.
 * - `cloudwatchAlarms`: alarms of the account publish to topics under the key.
 * - `cloudwatchLogs`: CloudWatch Logs encrypts log groups of the account in the key's region.
 * - `deployment`: the roles in `deployers`, where IAM allows it too, encrypt and decrypt with the key themselves, as
 *   Pulumi does with the secrets of a stack.
 * - `dnssec`: Route 53 signs the names of the account's hosted zones.
 * - `ebs`: volumes and snapshots of principals that IAM allows both EC2 and the key.
 * - `ecr`: repositories for images of principals that IAM allows both ECR and the key.
 * - `eks`: control planes whose roles stand under the path `/eks/` keep Kubernetes secrets under the key.
 * - `eksCreation`: principals that IAM allows it give EKS the key for a cluster that they make.
 * - `elasticache`: caches and snapshots of principals that IAM allows both ElastiCache and the key.
 * - `kafka`: volumes of MSK's brokers of principals that IAM allows both MSK and the key.
 * - `kafkaScram`: MSK reads the users' secrets under the key, beside `secretsManager`, by which they are kept.
 * - `rds`: instances, snapshots and Performance Insights of principals that IAM allows both RDS and
 *   the key.
 * - `rdsEvents`: RDS event subscriptions of the account publish to topics under the key.
 * - `rdsMasterPassword`: RDS keeps an instance's master password in a secret under the key.
 * - `s3`: objects of principals that IAM allows both S3 and the key, and their replication from or to the
 *   key's region by a role that IAM allows both.
 * - `secretsManager`: secrets of principals that IAM allows both Secrets Manager and the key.
 * - `sns`: principals that IAM allows both SNS and the key publish to topics under it.
 *
 * An EventBridge rule that publishes to an encrypted topic is none of these: SNS does not support
 * conditions on the account for it.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/access-control-managing-permissions.html for DNSSEC
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html for what the policy of the key aws/kafka says
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_kafka.html for BatchAssociateScramSecret
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export function grant(use: KeyUse, place: KeyPlace): Statement {
  return uses[use](place);
}

function publisher({ accountId }: KeyPlace, sid: string, service: string): Statement {
  return {
    Sid: sid,
    Effect: "Allow",
    Principal: { Service: service },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
    Condition: { StringEquals: { "aws:SourceAccount": accountId } },
  };
}

function principals(place: KeyPlace, sid: string): Omit<Statement, "Action"> {
  return { Sid: sid, Effect: "Allow", Principal: { AWS: accountOf(place) }, Resource: "*" };
}

/** Only what a service asks for on a principal's behalf. */
function through(services: string | string[], further: Condition = {}): Condition {
  return { StringEquals: { "kms:ViaService": services }, ...further };
}

/**
 * A grant goes to an AWS service only. Requests that are not about grants lack the key and pass.
 */
const grantsToServices: Condition = { BoolIfExists: { "kms:GrantIsForAWSResource": "true" } };

/** Secrets Manager fills a replica from the region of the secret it copies. */
function replicatedFrom({ primaryRegion }: KeyPlace): string[] {
  return primaryRegion === undefined ? [] : [primaryRegion];
}
