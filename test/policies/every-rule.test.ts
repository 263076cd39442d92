import assert from "node:assert/strict";
import fc from "fast-check";
import type { Data } from "../../policies/data";
import { rules } from "../../policies/pack";
import type { Verdict } from "../../policies/verdict";
import { judge, judgeInProcess, resource, type Resource, root, secret, unknown } from "./kit";

/** Every type that a rule looks at, and the names of the inputs that rules read. */
const types = [
  ...new Set(rules.flatMap((rule) => rule.types)),
  "aws:ec2/flowLog:FlowLog",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  "aws:cloudwatch/logDelivery:LogDelivery",
  "aws:cloudwatch/logDeliverySource:LogDeliverySource",
  "aws:ec2/internetGateway:InternetGateway",
  "aws:wafv2/webAclAssociation:WebAclAssociation",
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
  "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation",
  "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup",
  "aws:msk/configuration:Configuration",
  "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
  "kubernetes:core/v1:LimitRange",
  "kubernetes:core/v1:ResourceQuota",
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketLogging:BucketLogging",
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketVersioning:BucketVersioning",
];
const keys = words(`
  accessConfig accessLogs accessString action actions allowedAccountIds assumeRolePolicy atomic
  atRestEncryptionEnabled authenticationMode authToken authTokenWo automaticFailoverEnabled
  autoMinorVersionUpgrade automountServiceAccountToken availabilityMode availabilityZone
  backupRetentionPeriod binaryData blockDeviceMappings blockPublicAcls blockPublicPolicy
  brokerNodeGroupInfo bucket bypassPolicyLockoutSafetyCheck caCertIdentifier caCertificateIdentifier
  certificateAuthorityArn certificateBody chart cidrBlock cidrBlocks cidrIpv4 cidrIpv6
  clientAuthentication clusterIdentifier clusterName configurationInfo copyTagsToSnapshot
  customerMasterKeySpec customKeyStoreId data dbClusterIdentifier dbInstanceIdentifier
  defaultActions defaultCacheBehavior defaultRootObject deletionProtection deletionWindowInDays
  deliverySourceName description desyncMitigationMode domainName dropInvalidHeaderFields egress
  enableCrossZoneLoadBalancing enabledCloudwatchLogsExports enabledClusterLogTypes
  enableDeletionProtection enableKeyRotation encryptionConfig encryptionInfo engine engineVersion
  enhancedMonitoring family finalSnapshotIdentifier forceDestroy fromPort gatewayId
  globalReplicationGroupId healthCheck hostedZoneId iamDatabaseAuthenticationEnabled identifier
  ignorePublicAcls ingress inlinePolicies internal ipProtocol ipv6CidrBlock ipv6CidrBlocks
  keyAlgorithm keyId keyUsage kmsKeyId kmsMasterKeyId length lifecycleRules listenerArn
  loadBalancerType logDeliveryConfigurations logDestinationConfigs logging loggingConfig loggingInfo
  loggings logGroupClass lower managedPolicyArns managedRuleGroup mapPublicIpOnLaunch masterPassword
  metadata metadataOptions minLower minNumeric minSpecial minUpper monitoringInterval
  monitoringRoleArn multiAz multiAzEnabled name namePrefix namespace natGatewayId networkAclId
  networkInterfaces nodeGroupConfigurations noPasswordRequired number numberOfBrokerNodes
  numCacheClusters numeric numNodeGroups objectLockConfiguration options orderedCacheBehaviors
  origins overrideAction overrideSpecial parameterGroupName parameters password passwords
  performanceInsightsEnabled performanceInsightsKmsKeyId policy policyArn policyArns port
  primaryReplicationGroupId principalArn protocol publiclyAccessible recoveryWindowInDays region
  remoteAccess replicas replicasPerNodeGroup replicateSourceDb replicationConfiguration
  replicationConfigurations replicationGroupId replicationSourceIdentifier repositoryOpts requireTls
  resourceArn resourceId restrictPublicBuckets retentionInDays roleRef rotationRules routes
  routeTableId routingHttpResponseStrictTransportSecurityHeaderValue
  routingHttpResponseXContentTypeOptionsHeaderValue routingHttpResponseXFrameOptionsHeaderValue rule
  ruleAction ruleGroupReference ruleJson ruleNumber rules scalingConfig scope secretArn
  secretArnLists secretId secretString secretStringWo securityGroupId securityHeadersConfig
  serverProperties serverSideEncryptionConfiguration serverSideEncryptionConfigurations
  sharedAccounts skipAwait skipFinalSnapshot snapshotRetentionLimit spec special sslPolicy statement
  stickiness storageEncrypted stringData subjectAlternativeNames subjects subnetGroupName subnetId
  subnetIds subnetMappings subnets targetBucket targetType toPort trafficType
  transitEncryptionEnabled transitEncryptionMode type upgradePolicy upper userGroupId userGroupIds
  validationMethod value version versioning versioningConfiguration versionings viewerCertificate
  visibilityConfig vpcConfig vpcConfigs vpcId vpcs webAclArn webAclId zoneId constructor __proto__
  toString`);

/** The names of what rules read inside of inputs: in lists, maps and policies. */
const parts = words(`
  abortIncompleteMultipartUpload abortIncompleteMultipartUploadDays accessControlMaxAgeSec
  acmCertificateArn action Action add affinity allowPrivilegeEscalation annotations apiGroups
  applyServerSideEncryptionByDefault args arn associatePublicIpAddress auth authenticationMode
  automaticallyAfterDays automountServiceAccountToken AWS aws aws:SecureTransport aws:SourceAccount
  block Bool brokerLogs bucket capabilities certificateAuthorityArns
  certificateTransparencyLoggingPreference cidrBlock cidrBlocks cidrIpv4 cidrIpv6 clientBroker
  clientSubnets cloudwatchLogs CloudWatchMetricsEnabled cloudwatchMetricsEnabled command Condition
  conditions connectivityInfo containers contentTypeOptions count customOriginConfig days
  daysAfterInitiation defaultRetention description destination drop ebs ec2SshKey Effect egress
  enabled encrypted encryptionAtRestKmsKeyArn encryptionInTransit endpointPrivateAccess
  endpointPublicAccess env ephemeralContainers evaluationWindowSec externalIPs Federated filter
  forward frameOptions fromPort gatewayId hard host hostNetwork hostPath hosts httpEndpoint httpGet
  httpPutResponseHopLimit httpTokens iam iamCertificateId image inCluster ingress initContainers
  instanceType ipv6CidrBlock ipv6CidrBlocks jobTemplate jwt key keyArn kind kmsKeyId kmsMasterKeyId
  labels labelSelector lifecycle limit limits livenessProbe logType managedRuleGroupStatement
  matchExpressions matchLabels maxUnavailable metadata minAvailable minimumProtocolVersion
  minReplicas minSize mode name namespace namespaceSelector natGatewayId noncurrentDays
  noncurrentVersionExpiration noncurrentVersionExpirations none NotAction NotPrincipal NotResource
  objectOwnership operator originAccessControlId originProtocolPolicy originSslProtocols
  overrideAction OverrideAction password path podAntiAffinity podSelector policy policyTypes port
  ports prefix Principal privileged procMount protocol provider publicAccess publicAccessCidrs
  rateBasedStatement readOnlyRootFilesystem redirect replicaCount replicas requests Resource
  resourceNames resources responseHeadersPolicyId restartPolicy role rollingUpdate rule ruleNo
  rules runAsNonRoot runAsUser sasl scaleTargetRef scheduleExpression scram seccompProfile
  secretRef securityContext selector Service serviceAccountName snapshotId sourceSecurityGroupIds
  spec sseAlgorithm sslSupportMethod statement Statement status stickiness strategy
  strictTransportSecurity StringEquals subnetIds supportType sysctls targetBucket template tls
  topologyKey topologySpreadConstraints toPort type unauthenticated updateStrategy value values
  verbs viewerProtocolPolicy VisibilityConfig visibilityConfig volumes vpcOriginConfig years
  constructor __proto__ toString`);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/** A text that would give a secret away. */
const marker = "correct-horse-battery-staple";

const scalar = fc.oneof(
  fc.boolean(),
  fc.integer({ min: -2, max: 70000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(
    "ingress",
    "egress",
    "-1",
    "tcp",
    "0.0.0.0/0",
    "::/0",
    "10.0.0.0/8",
    "postgres",
    "postgres16",
    "aurora-mysql8.0",
    "rds.force_ssl",
    "default.postgres16",
    "alias/aws/rds",
    "RSA_2048",
    "redis",
    "valkey",
    "memcached",
    "express.m7g.large",
    "Enabled",
    "AmazonMSK_shop",
    "min.insync.replicas=2",
    "DELIVERY",
    "SecureString",
    "String",
    "ACCEPT",
    "ALL",
    "16.4",
    "5.7",
    "rate(120 days)",
    "*",
    "iam:*",
    "Allow",
    "arn:aws:iam::aws:policy/AdministratorAccess",
    "arn:aws:iam::123456789012:root",
    '{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}',
    '{"password":"changeme"}',
    '[{"Action":{"Count":{}},"Statement":{"RateBasedStatement":{"Limit":2000}}}]',
    "HTTP",
    "HTTPS",
    "application",
    "network",
    "redirect",
    "CLOUDFRONT",
    "1.29",
    "max-age=31536000",
    "AWSManagedRulesKnownBadInputsRuleSet",
    "{",
    "",
  ),
  fc.string(),
  fc.constant(null),
);
const leaf = fc.oneof(scalar, fc.constant(unknown));
const { value: anyValue } = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    leaf,
    leaf.map(secret),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("object"),
    tie("object").map(secret),
  ),
  object: fc.dictionary(fc.constantFrom(...parts), tie("value"), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
}));
const inputs = fc.dictionary(fc.constantFrom(...keys), anyValue, {
  maxKeys: 20,
  size: "max",
  noNullPrototype: true,
});

/** A stack in which inputs are made from resources at random. */
const stack = fc
  .array(
    fc.record({ type: fc.constantFrom(...types), inputs, outputs: inputs, source: fc.nat() }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((items): readonly Resource[] =>
    items.reduce<readonly Resource[]>((made, { type, source, ...more }, index) => {
      const target = made[source % Math.max(made.length, 1)];
      const dependencies = Object.fromEntries(
        Object.keys(more.inputs).map((key) => [key, target === undefined ? [] : [target]]),
      );
      return [
        ...made,
        resource(type, more.inputs, {
          name: `item-${index.toString()}`,
          outputs: more.outputs,
          dependencies,
        }),
      ];
    }, []),
  );

const configuration = fc.constantFrom<Data>(
  {},
  { "values-known": { report: true } },
  { "security-group-ingress-limited": { allowedPorts: [22, 443] } },
  { "bucket-replicated": { buckets: ["*"] }, "bucket-objects-locked": { buckets: ["item-1"] } },
  { all: "advisory", "inputs-recorded": "remediate", "key-rotated": "mandatory" },
  { "inputs-recorded": "disabled" },
);

async function verdictOn(item: Resource): Promise<ReadonlyMap<string, Verdict>> {
  const { verdicts } = await judgeInProcess(rules, [item]);
  return new Map(verdicts.map((verdict) => [verdict.rule, verdict]));
}

/** What the wire says of a value, which is no text of the program. */
const marks = [unknown, ...Object.values(secret(""))];

/** The same inputs with every text replaced by the marker. */
function withMarkers(value: unknown): unknown {
  if (typeof value === "string") return marks.includes(value) ? value : marker;
  if (Array.isArray(value)) return value.map(withMarkers);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withMarkers(child)]));
}

describe("every rule", () => {
  it("judges whatever a program may write without a defect, alike in process and under the engine", async () => {
    await fc.assert(
      fc.asyncProperty(stack, configuration, async (items, json) => {
        const { verdicts } = await judge(rules, [root, ...items], { configuration: json });
        for (const { message = "" } of verdicts)
          assert.doesNotMatch(message, /a defect of the rule/);
      }),
      { numRuns: 50 },
    );
  });

  it("never turns a pass into a failure because a value is not known yet", async () => {
    const item = fc.record({ type: fc.constantFrom(...types), inputs });
    await fc.assert(
      fc.asyncProperty(item, fc.nat(), async ({ type, inputs: given }, index) => {
        const set = Object.keys(given).filter((key) => given[key] !== null);
        const key = set[index % Math.max(set.length, 1)];
        if (key === undefined) return;
        const known = await verdictOn(resource(type, given));
        const open = await verdictOn(resource(type, { ...given, [key]: unknown }));
        for (const [rule, { verdict }] of known) {
          if (verdict === "fail") continue;
          assert.notEqual(open.get(rule)?.verdict, "fail", `${rule} on unknown ${key}`);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("fails or passes alike whether or not an input is a secret, but for the rule about that", async () => {
    const item = fc.record({ type: fc.constantFrom(...types), inputs });
    await fc.assert(
      fc.asyncProperty(item, async ({ type, inputs: given }) => {
        const plain = await verdictOn(resource(type, given));
        const wrapped = Object.fromEntries(
          Object.entries(given).map(([key, value]) => [key, secret(value)]),
        );
        for (const [rule, { verdict }] of await verdictOn(resource(type, wrapped))) {
          if (rule !== "secret-values-encrypted") {
            assert.equal(verdict, plain.get(rule)?.verdict, rule);
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  it("shows no secret, nor what stands where secrets do", async () => {
    const confidential = ["password", "masterPassword", "authToken", "secretString", "passwords"];
    const item = fc.record({ type: fc.constantFrom(...types), inputs });
    await fc.assert(
      fc.asyncProperty(item, async ({ type, inputs: given }) => {
        const hidden = Object.fromEntries(
          Object.entries(given).map(([key, value]) => {
            const marked = withMarkers(value);
            return [key, confidential.includes(key) ? marked : secret(marked)];
          }),
        );
        const { verdicts, diagnostics } = await judge(rules, [root, resource(type, hidden)]);
        assert.doesNotMatch(JSON.stringify([verdicts, diagnostics]), new RegExp(marker));
      }),
      { numRuns: 80 },
    );
  });

  it("has an opinion on at least one resource of each of its types", async () => {
    for (const rule of rules) {
      for (const type of rule.types) {
        const { verdicts } = await judge([rule], [resource(type, {})]);
        assert.equal(verdicts.length, 1, `${rule.id} on ${type}`);
      }
    }
  });
});
