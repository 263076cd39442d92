import assert from "node:assert/strict";
import type { ResourceDocument } from "../../../preview/document";
import { cfnLintOrSkip } from "./cfn-lint";
import { examine, regionOf, type Examination } from "./examine";
import { mappings } from "./mappings";
import { write } from "./paths";
import { accountProject, preview } from "./stacks";

interface Mistake {
  /** What is wrong, as the end of "refuse ...". */
  readonly what: string;
  readonly type: string;
  /** Name of the resource that the mistake is made in. */
  readonly name: string;
  /** What takes the place of the resource's own inputs, by path; undefined leaves one out. */
  readonly change: Readonly<Record<string, unknown>>;
  /** The inputs that are refused, cfn-lint's rule, and its message. */
  readonly refusals: readonly (readonly [input: string, rule: string, message: string])[];
}

const instance = { type: "aws:rds/instance:Instance", name: "database" };
const cache = {
  type: "aws:elasticache/replicationGroup:ReplicationGroup",
  name: "cache",
};
const cluster = { type: "aws:eks/cluster:Cluster", name: "cluster" };
const key = { type: "aws:kms/key:Key", name: "keys-data" };
const longText = "x".repeat(257);
const oneSource =
  "Only one of ['CidrIp', 'CidrIpv6', 'SourcePrefixListId', 'SourceSecurityGroupId', 'SourceSecurityGroupName'] is a required property";
const policy = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "kms:Forget", Principal: "*", Resource: "*" }],
};

const mistakes: readonly Mistake[] = [
  {
    what: "a retention that CloudWatch Logs does not offer",
    type: "aws:cloudwatch/logGroup:LogGroup",
    name: "network-flow-logs",
    change: { retentionInDays: 91 },
    refusals: [
      [
        "retentionInDays",
        "E3030",
        "91 is not one of [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]",
      ],
    ],
  },
  {
    what: "an instance class that does not exist",
    ...instance,
    change: { instanceClass: "db.r6g.9xlarge" },
    refusals: [["instanceClass", "E3025", "'db.r6g.9xlarge' is not one of [...] in 'eu-west-1'"]],
  },
  {
    what: "an instance class that another region has",
    ...instance,
    change: { region: "eu-central-1", instanceClass: "db.x2g.large" },
    refusals: [["instanceClass", "E3025", "'db.x2g.large' is not one of [...] in 'eu-central-1'"]],
  },
  {
    what: "an engine version that does not exist",
    ...instance,
    change: { engineVersion: "16.99" },
    refusals: [["engineVersion", "E3691", "'16.99' is not one of [...]"]],
  },
  {
    what: "an engine version that is no longer offered",
    ...instance,
    change: { engineVersion: "16.1" },
    refusals: [
      [
        "",
        "W3691",
        "Engine version '16.1' for engine 'postgres' is deprecated and cannot be used to create new RDS DB instances",
      ],
    ],
  },
  {
    what: "backups that are kept for too long",
    ...instance,
    change: { backupRetentionPeriod: 36 },
    refusals: [["backupRetentionPeriod", "E3719", "36 is greater than the maximum of 35"]],
  },
  {
    what: "a retention that Performance Insights does not offer",
    ...instance,
    change: { performanceInsightsRetentionPeriod: 8 },
    refusals: [
      [
        "performanceInsightsRetentionPeriod",
        "E3030",
        "8 is not one of [7, 31, 62, 93, 124, 155, 186, 217, 248, 279, 310, 341, 372, 403, 434, 465, 496, 527, 558, 589, 620, 651, 682, 713, 731]",
      ],
    ],
  },
  {
    what: "a text where AWS wants yes or no",
    ...instance,
    change: { multiAz: "perhaps" },
    refusals: [["multiAz", "E3012", "'perhaps' is not of type 'boolean'"]],
  },
  {
    what: "a key without encryption",
    ...instance,
    change: { storageEncrypted: undefined },
    refusals: [["", "E3720", "'StorageEncrypted' is a required property"]],
  },
  {
    what: "a CIDR block that is none",
    type: "aws:ec2/subnet:Subnet",
    name: "network-database-eu-west-1a",
    change: { cidrBlock: "10.0.21.0/33" },
    refusals: [["cidrBlock", "E3002", "'10.0.21.0/33' is not a 'ipv4-network'"]],
  },
  {
    what: "a deletion window that is too long",
    ...key,
    change: { deletionWindowInDays: 31 },
    refusals: [["deletionWindowInDays", "E3034", "31 is greater than the maximum of 30"]],
  },
  {
    what: "a policy for an action that the service does not have",
    ...key,
    change: { policy: JSON.stringify(policy) },
    refusals: [["policy", "W3037", "'forget' is not one of [...]"]],
  },
  {
    what: "a parameter group of no family",
    type: "aws:rds/parameterGroup:ParameterGroup",
    name: "database-parameters",
    change: { family: undefined },
    refusals: [["", "E3003", "'Family' is a required property"]],
  },
  {
    what: "a name with characters that AWS does not take",
    type: "aws:iam/role:Role",
    name: "network-flow-logs",
    change: { name: "flow logs" },
    refusals: [["name", "E3031", "'flow logs' does not match '^[\\\\w+=,.@-]+$'"]],
  },
  {
    what: "a tag that is too long",
    type: "aws:secretsmanager/secret:Secret",
    name: "secrets-jwt-secrets",
    change: { tagsAll: { Purpose: longText } },
    refusals: [
      ["tagsAll", "E3024", `'${longText}' is longer than 256`],
      ["tagsAll", "E3033", `'${longText}' is longer than 256`],
    ],
  },
  {
    what: "a node type of the cache that does not exist",
    ...cache,
    change: { nodeType: "cache.r7g.9xlarge" },
    refusals: [["nodeType", "E3647", "'cache.r7g.9xlarge' is not one of [...] in 'eu-west-1'"]],
  },
  {
    what: "a version of the cache's engine that does not exist",
    ...cache,
    change: { engineVersion: "7.9" },
    refusals: [
      [
        "engineVersion",
        "E3695",
        "'7.9' is not one of ['4.0.10', '5.0.6', '6.0', '6.2', '7.0', '7.1']",
      ],
    ],
  },
  {
    what: "brokers on a machine that does not exist",
    type: "aws:msk/cluster:Cluster",
    name: "broker",
    change: { "brokerNodeGroupInfo.instanceType": "kafka.m7g.9xlarge" },
    refusals: [
      [
        "brokerNodeGroupInfo.instanceType",
        "E3628",
        "'m7g.9xlarge' is not one of [...] in 'eu-west-1'",
      ],
    ],
  },
  {
    what: "a volume that is too large for a broker",
    type: "aws:msk/cluster:Cluster",
    name: "broker",
    change: { "brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize": 16385 },
    refusals: [
      [
        "brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize",
        "E3034",
        "16385 is greater than the maximum of 16384",
      ],
    ],
  },
  {
    what: "a storage class that does not exist",
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    name: "storage-documents",
    change: {
      rules: [{ id: "old", status: "Enabled", transitions: [{ days: 30, storageClass: "COLD" }] }],
    },
    refusals: [
      [
        "rules[].transitions[].storageClass",
        "E3030",
        "'COLD' is not one of ['DEEP_ARCHIVE', 'GLACIER', 'Glacier', 'GLACIER_IR', 'INTELLIGENT_TIERING', 'ONEZONE_IA', 'STANDARD_IA']",
      ],
    ],
  },
  {
    what: "a log of the control plane that EKS does not write",
    ...cluster,
    change: { enabledClusterLogTypes: ["audits"] },
    refusals: [
      [
        "enabledClusterLogTypes[]",
        "E3030",
        "'audits' is not one of ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler']",
      ],
    ],
  },
  {
    what: "a version of Kubernetes that is none",
    ...cluster,
    change: { version: "1.3" },
    refusals: [["version", "E3031", "'1.3' does not match '1\\\\.\\\\d\\\\d'"]],
  },
  {
    what: "an image of nodes that EKS does not have",
    type: "aws:eks/nodeGroup:NodeGroup",
    name: "cluster-general",
    change: { amiType: "AL2023_ARM" },
    refusals: [["amiType", "E3030", "'AL2023_ARM' is not one of [...]"]],
  },
  {
    what: "a way to solve conflicts that EKS does not know",
    type: "aws:eks/addon:Addon",
    name: "cluster-coredns",
    change: { resolveConflictsOnUpdate: "REPLACE" },
    refusals: [
      [
        "resolveConflictsOnUpdate",
        "E3030",
        "'REPLACE' is not one of ['NONE', 'OVERWRITE', 'PRESERVE']",
      ],
    ],
  },
  {
    what: "a setting of the metadata service that does not exist",
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    name: "cluster-general",
    change: { "metadataOptions.httpTokens": "always" },
    refusals: [
      ["metadataOptions.httpTokens", "E3030", "'always' is not one of ['optional', 'required']"],
    ],
  },
  {
    what: "a listener for HTTPS that has no certificate",
    type: "aws:lb/listener:Listener",
    name: "edge-https",
    change: { certificateArn: undefined },
    refusals: [["", "E3676", "'Certificates' is a required property"]],
  },
  {
    what: "a health check that runs too seldom",
    type: "aws:lb/targetGroup:TargetGroup",
    name: "edge-api-gateway",
    change: { "healthCheck.interval": 301 },
    refusals: [["healthCheck.interval", "E3034", "301 is greater than the maximum of 300"]],
  },
  {
    what: "a rate that is counted over a time that the firewall does not offer",
    type: "aws:wafv2/webAclRule:WebAclRule",
    name: "edge-RateLimitRule",
    change: { "statement.rateBasedStatement.evaluationWindowSec": 90 },
    refusals: [
      [
        "statement.rateBasedStatement.evaluationWindowSec",
        "E3030",
        "90 is not one of [60, 120, 300, 600]",
      ],
    ],
  },
  {
    what: "an origin that the distribution does not have",
    type: "aws:cloudfront/distribution:Distribution",
    name: "edge-cdn",
    change: { "defaultCacheBehavior.targetOriginId": "elsewhere" },
    refusals: [
      ["defaultCacheBehavior.targetOriginId", "E3057", "'elsewhere' is not one of ['bucket']"],
    ],
  },
  {
    what: "a record whose address is none",
    type: "aws:route53/record:Record",
    name: "edge-api.cdfsmarthub.zm",
    change: { aliases: undefined, records: ["nowhere"], ttl: 60 },
    refusals: [["records", "E3023", "'nowhere' is not a 'ipv4'"]],
  },
  {
    what: "tags of images that are neither fixed nor free",
    type: "aws:ecr/repository:Repository",
    name: "images-cdf-smart-hub-api-gateway",
    change: { imageTagMutability: "FIXED" },
    refusals: [
      [
        "imageTagMutability",
        "E3030",
        "'FIXED' is not one of ['MUTABLE', 'IMMUTABLE', 'MUTABLE_WITH_EXCLUSION', 'IMMUTABLE_WITH_EXCLUSION']",
      ],
    ],
  },
  {
    what: "a way to share snapshots that EBS does not know",
    type: "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
    name: "guards-eu-west-1",
    change: { state: "block-some-sharing" },
    refusals: [
      [
        "state",
        "E3030",
        "'block-some-sharing' is not one of ['block-all-sharing', 'block-new-sharing']",
      ],
    ],
  },
  {
    what: "a name that a key of a zone cannot have",
    type: "aws:route53/keySigningKey:KeySigningKey",
    name: "zones-cdfsmarthub.zm",
    change: { name: "zone key" },
    refusals: [["name", "E3031", "'zone key' does not match '^[a-zA-Z0-9_]{3,128}$'"]],
  },
  {
    what: "a rule for two sources",
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    name: "database-from-app",
    change: { cidrIpv4: "10.0.0.0/16" },
    refusals: [
      ["cidrIpv4", "E3014", oneSource],
      ["referencedSecurityGroupId", "E3014", oneSource],
    ],
  },
];

describe("AWS's schemas", () => {
  let examinations: readonly Examination[] = [];

  before(async function () {
    const cfnLint = cfnLintOrSkip(this);
    const production = await preview("production");
    const account = await preview("production", accountProject);
    const resources = [...production.resources, ...account.resources];
    const parts = mistakes.map(({ what, change, ...where }) => {
      const resource = changed(find(resources, where), change);
      const region = regionOf(resource, production);
      return { stack: what, region, resources: [resource] };
    });
    examinations = await examine(cfnLint, mappings, parts);
  });

  for (const { what, type, name, refusals } of mistakes) {
    it(`refuse ${what}, and nothing else`, () => {
      const found = examinations.find(({ stack }) => stack === what)?.refusals ?? [];
      assert.deepEqual(
        found.map(({ resource, input, rule, message }) => ({ resource, input, rule, message })),
        refusals.map(([input, rule, message]) => ({
          ...{ resource: `${type}::${name}`, input, rule, message },
        })),
      );
    });
  }
});

function find(resources: readonly ResourceDocument[], where: { type: string; name: string }) {
  const found = resources.find(({ type, name }) => type === where.type && name === where.name);
  return found ?? assert.fail(`production has no ${where.type} ${where.name}`);
}

function changed(resource: ResourceDocument, change: Mistake["change"]): ResourceDocument {
  const inputs = structuredClone(resource.inputs) as Record<string, unknown>;
  for (const [path, value] of Object.entries(change)) write(inputs, path, { value, indices: [] });
  const given = Object.fromEntries(
    Object.entries(inputs).filter(([, value]) => value !== undefined),
  );
  return { ...resource, inputs: given as ResourceDocument["inputs"] };
}
