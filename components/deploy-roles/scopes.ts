/**
 * The resources that the actions of a service are limited to, each as an ARN after its partition. `{account}` is the
 * account, `{name}` the names that a system's things begin with, `{path}` the same with a slash. What AWS or Pulumi
 * names is open within the account.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const scopes: Readonly<Record<string, readonly string[]>> = {
  acm: ["acm:*:{account}:certificate/*"],
  "application-autoscaling": ["application-autoscaling:*:{account}:scalable-target/*"],
  // A change set of AWS's applications needs the transform that their templates are written for.
  cloudformation: [
    "cloudformation:*:{account}:stack/serverlessrepo-{name}*/*",
    "cloudformation:*:aws:transform/Serverless-2016-10-31",
  ],
  cloudfront: ["cloudfront::{account}:*"],
  cloudwatch: ["cloudwatch:*:{account}:alarm:TargetTracking-*"],
  ec2: ["*"],
  eks: [
    "eks:*:{account}:cluster/{name}*",
    "eks:*:{account}:nodegroup/{name}*",
    "eks:*:{account}:addon/{name}*",
    "eks:*:{account}:access-entry/{name}*",
    "eks:*:{account}:podidentityassociation/{name}*",
  ],
  elasticache: [
    "elasticache:*:{account}:cluster:{name}*",
    "elasticache:*:{account}:replicationgroup:{name}*",
    "elasticache::{account}:globalreplicationgroup:*",
    "elasticache:*:{account}:parametergroup:*",
    "elasticache:*:{account}:snapshot:{name}*",
    "elasticache:*:{account}:subnetgroup:*",
    "elasticache:*:{account}:user:*",
    "elasticache:*:{account}:usergroup:*",
  ],
  elasticloadbalancing: [
    "elasticloadbalancing:*:{account}:listener/app/{name}*",
    "elasticloadbalancing:*:{account}:listener-rule/app/{name}*",
    "elasticloadbalancing:*:{account}:loadbalancer/app/{name}*",
    "elasticloadbalancing:*:{account}:targetgroup/*",
  ],
  iam: ["iam::{account}:role/{name}-*", "iam::{account}:role/eks/{name}-*"],
  kafka: [
    "kafka:*:{account}:cluster/{name}*",
    "kafka:*:{account}:configuration/*",
    "kafka:*:{account}:topic/{name}*",
  ],
  "kafka-cluster": ["kafka:*:{account}:cluster/{name}*", "kafka:*:{account}:topic/{name}*"],
  kms: ["kms:*:{account}:alias/{name}*", "kms:*:{account}:key/*"],
  lambda: ["lambda:*:{account}:function:{name}*"],
  logs: [
    "logs:*:{account}:log-group:*{name}*",
    "logs:*:{account}:log-group:/{path}/*",
    "logs:*:{account}:delivery:*",
    "logs:*:{account}:delivery-destination:*",
    "logs:*:{account}:delivery-source:*",
  ],
  rds: [
    "rds:*:{account}:auto-backup:*",
    "rds:*:{account}:db:{name}*",
    "rds:*:{account}:db-proxy:*",
    "rds:*:{account}:deployment:*",
    "rds:*:{account}:es:*",
    "rds:*:{account}:og:*",
    "rds:*:{account}:pg:*",
    "rds:*:{account}:snapshot:{name}*",
    "rds:*:{account}:snapshot:rds:{name}*",
    "rds:*:{account}:subgrp:*",
    "rds:*:{account}:target-group:*",
  ],
  route53: ["route53:::healthcheck/*", "route53:::hostedzone/*"],
  route53resolver: ["route53resolver:*:{account}:*"],
  // Where AWS hands out what it publishes through the Serverless Application Repository.
  s3: ["s3:::{name}-*", "s3:::awsserverlessrepo-changesets-*"],
  secretsmanager: [
    "secretsmanager:*:{account}:secret:{name}/*",
    "secretsmanager:*:{account}:secret:{path}/*",
    "secretsmanager:*:{account}:secret:AmazonMSK_{name}*",
    "secretsmanager:*:{account}:secret:rds!*",
  ],
  // The account in which AWS publishes the functions that rotate secrets.
  serverlessrepo: ["serverlessrepo:us-east-1:297356227824:applications/SecretsManager*"],
  sns: ["sns:*:{account}:{name}*"],
  // A web ACL is associated with the load balancer as much as with itself.
  wafv2: [
    "elasticloadbalancing:*:{account}:loadbalancer/app/{name}*",
    "wafv2:*:{account}:*/managedruleset/*",
    "wafv2:*:{account}:*/webacl/*",
  ],
};

/**
 * Actions that AWS's machine-readable list limits to resources and its pages do not: IAM compares them with all that
 * the account has.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53resolver.html
 */
export const comparedWithAll: ReadonlySet<string> = new Set([
  "route53resolver:CreateResolverQueryLogConfig",
  "sns:SetSubscriptionAttributes",
  "sns:Unsubscribe",
]);

/** Actions that AWS lets nobody limit to resources. */
export const unscoped: ReadonlySet<string> = new Set([
  ...comparedWithAll,
  "acm:RequestCertificate",
  "cloudfront:CreateCachePolicy",
  "cloudfront:CreateDistribution",
  "cloudfront:CreateOriginAccessControl",
  "cloudfront:CreateResponseHeadersPolicy",
  "eks:CreateCluster",
  "elasticloadbalancing:SetWebAcl",
  "kms:CreateKey",
  "logs:CreateLogDelivery",
  "logs:DeleteLogDelivery",
  "logs:PutResourcePolicy",
  "logs:UpdateLogDelivery",
  "rds:CreateDBProxy",
  "route53:CreateHealthCheck",
]);

/** Services whose requests are made in no region, or in `us-east-1` for all of them. */
export const globalServices: ReadonlySet<string> = new Set([
  "cloudfront",
  "iam",
  "route53",
  "serverlessrepo",
]);

/** Services whose reads show what the resources hold, and so are limited as their writes are. */
export const guardedReads: ReadonlySet<string> = new Set(["lambda", "s3", "secretsmanager"]);
