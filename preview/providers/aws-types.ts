import type { Data } from "../engine/wire";

/** The property that the provider fills with `<name>-<7 digits>` where the program names nothing. */
export const autonamed: Readonly<Record<string, string>> = {
  "aws:appautoscaling/policy:Policy": "name",
  "aws:cloudfront/cachePolicy:CachePolicy": "name",
  "aws:cloudfront/originAccessControl:OriginAccessControl": "name",
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": "name",
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": "name",
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": "name",
  "aws:cloudwatch/logGroup:LogGroup": "name",
  "aws:ec2/launchTemplate:LaunchTemplate": "name",
  "aws:ec2/securityGroup:SecurityGroup": "name",
  "aws:eks/cluster:Cluster": "name",
  "aws:eks/nodeGroup:NodeGroup": "nodeGroupName",
  "aws:elasticache/parameterGroup:ParameterGroup": "name",
  "aws:elasticache/replicationGroup:ReplicationGroup": "replicationGroupId",
  "aws:elasticache/subnetGroup:SubnetGroup": "name",
  "aws:iam/policy:Policy": "name",
  "aws:iam/role:Role": "name",
  "aws:iam/rolePolicy:RolePolicy": "name",
  "aws:kms/alias:Alias": "name",
  "aws:lb/loadBalancer:LoadBalancer": "name",
  "aws:lb/targetGroup:TargetGroup": "name",
  "aws:msk/cluster:Cluster": "clusterName",
  "aws:msk/configuration:Configuration": "name",
  "aws:msk/topic:Topic": "name",
  "aws:rds/eventSubscription:EventSubscription": "name",
  "aws:rds/instance:Instance": "identifier",
  "aws:rds/parameterGroup:ParameterGroup": "name",
  "aws:rds/proxy:Proxy": "name",
  "aws:rds/subnetGroup:SubnetGroup": "name",
  "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": "name",
  "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": "name",
  "aws:s3/bucket:Bucket": "bucket",
  "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration": "name",
  "aws:s3/inventory:Inventory": "name",
  "aws:secretsmanager/secret:Secret": "name",
  "aws:serverlessrepository/cloudFormationStack:CloudFormationStack": "name",
  "aws:sns/topic:Topic": "name",
  "aws:wafv2/webAcl:WebAcl": "name",
};

/** Properties that, when set, keep the provider from making up a name. */
export const nameAlternatives: readonly string[] = [
  "namePrefix",
  "identifierPrefix",
  "bucketPrefix",
  "nodeGroupNamePrefix",
];

/** Types that take no tags. */
export const untaggable: ReadonlySet<string> = new Set([
  "aws:acm/certificateValidation:CertificateValidation",
  "aws:appautoscaling/policy:Policy",
  "aws:cloudfront/cachePolicy:CachePolicy",
  "aws:cloudfront/originAccessControl:OriginAccessControl",
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
  "aws:ec2/networkAclAssociation:NetworkAclAssociation",
  "aws:ec2/networkAclRule:NetworkAclRule",
  "aws:ec2/route:Route",
  "aws:ec2/routeTableAssociation:RouteTableAssociation",
  "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
  "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
  "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  "aws:kms/alias:Alias",
  "aws:msk/configuration:Configuration",
  "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation",
  "aws:msk/topic:Topic",
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
  "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
  "aws:rds/proxyTarget:ProxyTarget",
  "aws:route53/record:Record",
  "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation",
  "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration",
  "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketLogging:BucketLogging",
  "aws:s3/bucketNotification:BucketNotification",
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  "aws:s3/bucketPolicy:BucketPolicy",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketVersioning:BucketVersioning",
  "aws:s3/inventory:Inventory",
  "aws:secretsmanager/secretRotation:SecretRotation",
  "aws:secretsmanager/secretVersion:SecretVersion",
  "aws:sns/topicPolicy:TopicPolicy",
  "aws:sns/topicSubscription:TopicSubscription",
  "aws:wafv2/webAclAssociation:WebAclAssociation",
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
  "aws:wafv2/webAclRule:WebAclRule",
]);

const globalServices =
  /^aws:(account|budgets|cloudfront|costexplorer|globalaccelerator|iam|organizations|shield)\//;
const globalRoute53 =
  /^aws:route53\/(zone|record|healthCheck|keySigningKey|hostedZoneDnsSec|queryLog):/;

/** Tells whether a type exists outside of any region and so has no `region`. */
export function isGlobal(type: string): boolean {
  return globalServices.test(type) || globalRoute53.test(type);
}

/** Defaults that the provider fills in and that a rule or a reader may look at. */
export const defaults: Readonly<Record<string, Data>> = {
  "aws:appautoscaling/policy:Policy": { policyType: "StepScaling" },
  "aws:cloudfront/distribution:Distribution": {
    httpVersion: "http2",
    priceClass: "PriceClass_All",
    retainOnDelete: false,
    waitForDeployment: true,
  },
  "aws:cloudwatch/logGroup:LogGroup": { retentionInDays: 0, skipDestroy: false },
  "aws:ec2/securityGroup:SecurityGroup": {
    description: "Managed by Pulumi",
    revokeRulesOnDelete: false,
  },
  "aws:ec2/subnet:Subnet": { assignIpv6AddressOnCreation: false, mapPublicIpOnLaunch: false },
  "aws:ec2/vpc:Vpc": { enableDnsSupport: true, instanceTenancy: "default" },
  "aws:elasticache/parameterGroup:ParameterGroup": { description: "Managed by Pulumi" },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    automaticFailoverEnabled: false,
    multiAzEnabled: false,
  },
  "aws:elasticache/subnetGroup:SubnetGroup": { description: "Managed by Pulumi" },
  "aws:elasticache/user:User": { noPasswordRequired: false },
  "aws:eks/accessEntry:AccessEntry": { type: "STANDARD" },
  "aws:eks/cluster:Cluster": { bootstrapSelfManagedAddons: true },
  "aws:iam/role:Role": { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
  "aws:kms/key:Key": {
    bypassPolicyLockoutSafetyCheck: false,
    customerMasterKeySpec: "SYMMETRIC_DEFAULT",
    enableKeyRotation: false,
    isEnabled: true,
    keyUsage: "ENCRYPT_DECRYPT",
  },
  "aws:lb/loadBalancer:LoadBalancer": {
    desyncMitigationMode: "defensive",
    dropInvalidHeaderFields: false,
    enableDeletionProtection: false,
    enableHttp2: true,
    idleTimeout: 60,
    loadBalancerType: "application",
  },
  "aws:lb/targetGroup:TargetGroup": { deregistrationDelay: 300, targetType: "instance" },
  "aws:msk/cluster:Cluster": { enhancedMonitoring: "DEFAULT" },
  "aws:rds/instance:Instance": {
    autoMinorVersionUpgrade: true,
    copyTagsToSnapshot: false,
    deleteAutomatedBackups: true,
    monitoringInterval: 0,
    performanceInsightsEnabled: false,
    publiclyAccessible: false,
    skipFinalSnapshot: false,
  },
  "aws:s3/bucket:Bucket": { forceDestroy: false },
  "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration": {
    status: "Enabled",
  },
  "aws:s3/bucketNotification:BucketNotification": { eventbridge: false },
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": {
    objectLockEnabled: "Enabled",
  },
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": {
    blockPublicAcls: false,
    blockPublicPolicy: false,
    ignorePublicAcls: false,
    restrictPublicBuckets: false,
  },
  "aws:s3/inventory:Inventory": { enabled: true },
  "aws:secretsmanager/secret:Secret": {
    forceOverwriteReplicaSecret: false,
    recoveryWindowInDays: 30,
  },
};
