import type { Data } from "../engine/wire";

/** The property that the provider fills with `<name>-<7 digits>` where the program names nothing. */
export const autonamed: Readonly<Record<string, string>> = {
  "aws:cloudwatch/logGroup:LogGroup": "name",
  "aws:ec2/securityGroup:SecurityGroup": "name",
  "aws:elasticache/parameterGroup:ParameterGroup": "name",
  "aws:elasticache/replicationGroup:ReplicationGroup": "replicationGroupId",
  "aws:elasticache/subnetGroup:SubnetGroup": "name",
  "aws:iam/policy:Policy": "name",
  "aws:iam/role:Role": "name",
  "aws:iam/rolePolicy:RolePolicy": "name",
  "aws:kms/alias:Alias": "name",
  "aws:rds/eventSubscription:EventSubscription": "name",
  "aws:rds/instance:Instance": "identifier",
  "aws:rds/parameterGroup:ParameterGroup": "name",
  "aws:rds/proxy:Proxy": "name",
  "aws:rds/subnetGroup:SubnetGroup": "name",
  "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": "name",
  "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": "name",
  "aws:s3/bucket:Bucket": "bucket",
  "aws:secretsmanager/secret:Secret": "name",
  "aws:serverlessrepository/cloudFormationStack:CloudFormationStack": "name",
  "aws:sns/topic:Topic": "name",
};

/** Properties that, when set, keep the provider from making up a name. */
export const nameAlternatives: readonly string[] = [
  "namePrefix",
  "identifierPrefix",
  "bucketPrefix",
];

/** Types that take no tags. */
export const untaggable: ReadonlySet<string> = new Set([
  "aws:ec2/networkAclAssociation:NetworkAclAssociation",
  "aws:ec2/networkAclRule:NetworkAclRule",
  "aws:ec2/route:Route",
  "aws:ec2/routeTableAssociation:RouteTableAssociation",
  "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
  "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  "aws:kms/alias:Alias",
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
  "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
  "aws:rds/proxyTarget:ProxyTarget",
  "aws:route53/record:Record",
  "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation",
  "aws:secretsmanager/secretRotation:SecretRotation",
  "aws:secretsmanager/secretVersion:SecretVersion",
  "aws:sns/topicPolicy:TopicPolicy",
  "aws:sns/topicSubscription:TopicSubscription",
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
  "aws:iam/role:Role": { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
  "aws:kms/key:Key": {
    bypassPolicyLockoutSafetyCheck: false,
    customerMasterKeySpec: "SYMMETRIC_DEFAULT",
    enableKeyRotation: false,
    isEnabled: true,
    keyUsage: "ENCRYPT_DECRYPT",
  },
  "aws:rds/instance:Instance": {
    autoMinorVersionUpgrade: true,
    copyTagsToSnapshot: false,
    deleteAutomatedBackups: true,
    monitoringInterval: 0,
    performanceInsightsEnabled: false,
    publiclyAccessible: false,
    skipFinalSnapshot: false,
  },
  "aws:secretsmanager/secret:Secret": {
    forceOverwriteReplicaSecret: false,
    recoveryWindowInDays: 30,
  },
};
