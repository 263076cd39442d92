import { partitionOf } from "../../spec/partition";
import { policyArnOf, roleArnOf, type AccountPlace } from "./names";
import { reads, serviceOf, writes } from "./permission-table";
import { documentOf, type Statement } from "./statement";
import type { TypePermissions } from "./type-permissions";

/** What the boundaries are made from. */
export interface BoundaryPlan extends AccountPlace {
  /** Bucket of the stacks' states. */
  readonly stateBucketName: string;
  readonly table: TypePermissions;
}

/**
 * The most that a role of a job may do, whatever policies it has: what the table speaks of and images, and nothing
 * that leads to more rights or turns a guard of the account off.
 */
export function deployBoundary(plan: BoundaryPlan): string {
  const actions = [...new Set([...reads(plan.table), ...writes(plan.table)])].sort();
  const ofTypes = actions.map(serviceOf).filter((service) => service !== "iam");
  const services = [...new Set([...ofTypes, "ecr"])].sort();
  const ofRoles = actions.filter((action) => serviceOf(action) === "iam");
  return documentOf([
    {
      Effect: "Allow",
      Action: services.map((service) => `${service}:*`),
      Resource: "*",
    },
    {
      Effect: "Allow",
      Action: [...ofRoles, "iam:CreateServiceLinkedRole", "iam:PassRole"],
      Resource: "*",
    },
    ...refusals(plan),
    ...ownRoles(plan),
  ]);
}

/**
 * The most that a role which a stack makes may do: use the services that workloads, nodes and AWS's own services
 * use in their name. Nothing of IAM is among them, so a workload that is taken over cannot give itself more.
 */
export function workloadBoundary(plan: BoundaryPlan): string {
  return documentOf([
    {
      Effect: "Allow",
      Action: workloadServices.map((service) => `${service}:*`),
      Resource: "*",
    },
    ...refusals(plan),
  ]);
}

/** What roles of pods, nodes, control planes, functions and AWS's services in a stack use. */
export const workloadServices = [
  "acm",
  "application-autoscaling",
  "autoscaling",
  "cloudwatch",
  "ec2",
  "ec2messages",
  "ecr",
  "eks",
  "eks-auth",
  "elasticloadbalancing",
  "kafka",
  "kafka-cluster",
  "kms",
  "logs",
  "rds",
  "rds-db",
  "route53",
  "s3",
  "secretsmanager",
  "shield",
  "sns",
  "ssm",
  "ssmmessages",
  "sts",
  "tag",
  "waf-regional",
  "wafv2",
  "xray",
] as const;

/** What leads out of the rights that somebody was given, or turns off what watches or guards the account. */
const refused: Readonly<Record<string, readonly string[]>> = {
  Escalation: [
    "iam:*AccessKey*",
    "iam:*Group*",
    "iam:*LoginProfile*",
    "iam:*MFADevice*",
    "iam:*OpenIDConnectProvider*",
    "iam:*SAMLProvider*",
    "iam:*User*",
    "iam:CreatePolicy*",
    "iam:DeletePolicy*",
    "iam:DeleteRolePermissionsBoundary",
    "iam:SetDefaultPolicyVersion",
  ],
  Organization: ["account:*", "organizations:*"],
  Guards: [
    "access-analyzer:DeleteAnalyzer",
    "cloudtrail:DeleteTrail",
    "cloudtrail:PutEventSelectors",
    "cloudtrail:StopLogging",
    "cloudtrail:UpdateTrail",
    "config:Delete*",
    "config:StopConfigurationRecorder",
    "ec2:DisableEbsEncryptionByDefault",
    "ec2:DisableImageBlockPublicAccess",
    "ec2:DisableSnapshotBlockPublicAccess",
    "ec2:EnableSerialConsoleAccess",
    "ec2:ModifyEbsDefaultKmsKeyId",
    "ec2:ModifyInstanceMetadataDefaults",
    "ec2:ResetEbsDefaultKmsKeyId",
    "ecr:DeleteRepository",
    "ecr:PutImageTagMutability",
    "ecr:PutRegistryScanningConfiguration",
    "ecr:PutReplicationConfiguration",
    "guardduty:Delete*",
    "guardduty:Disassociate*",
    "guardduty:StopMonitoringMembers",
    "guardduty:UpdateDetector",
    "iam:*AccountPasswordPolicy",
    "route53:DeleteHostedZone",
    "s3:PutAccountPublicAccessBlock",
    "securityhub:BatchDisableStandards",
    "securityhub:Delete*",
    "securityhub:DisableSecurityHub",
    "ssm:UpdateServiceSetting",
  ],
};

function refusals(plan: BoundaryPlan): readonly Statement[] {
  const { stateBucketName, region } = plan;
  const stateBucket = `arn:${partitionOf(region)}:s3:::${stateBucketName}`;
  return [
    ...Object.entries(refused).map(([Sid, Action]): Statement => ({
      Sid,
      Effect: "Deny",
      Action,
      Resource: "*",
    })),
    {
      Sid: "StateBucket",
      Effect: "Deny",
      Action: [
        "s3:BypassGovernanceRetention",
        "s3:DeleteBucket*",
        "s3:DeleteObjectVersion",
        "s3:Put*Configuration",
        "s3:PutBucket*",
      ],
      Resource: [stateBucket, `${stateBucket}/*`],
    },
  ];
}

/** The roles and policies that this program makes are changed by it alone, and nobody takes another role on. */
function ownRoles(plan: BoundaryPlan): readonly Statement[] {
  return [
    {
      Sid: "OwnRoles",
      Effect: "Deny",
      Action: ["iam:*Role*", "iam:PassRole"],
      Resource: [roleArnOf(plan, "groundwork-*"), policyArnOf(plan, "groundwork-*")],
    },
    { Sid: "OtherRoles", Effect: "Deny", Action: ["sts:AssumeRole*"], Resource: "*" },
  ];
}
