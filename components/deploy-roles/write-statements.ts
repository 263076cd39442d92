import { byService, passedTo, serviceLinked, writes, reads, serviceOf } from "./permission-table";
import { keyStatements } from "./key-statements";
import { policyArnOf, workloadBoundaryName } from "./names";
import { partitionOf } from "../../spec/partition";
import { resourcesOf, withinRegions, type EnvironmentPlan } from "./plan";
import { globalServices, guardedReads, unscoped } from "./scopes";
import type { Statement } from "./statement";

/** What makes, changes and deletes the resources of an environment. */
export function writeStatements(plan: EnvironmentPlan): readonly Statement[] {
  const guarded = reads(plan.table).filter((action) => guardedReads.has(serviceOf(action)));
  const actions = [...new Set([...writes(plan.table), ...guarded])].sort();
  const plain = actions.filter((action) => !particular.has(serviceOf(action)));
  return [
    ...openStatements(
      plan,
      plain.filter((action) => unscoped.has(action)),
    ),
    ...[...byService(plain.filter((action) => !unscoped.has(action)))].map(([service, own]) =>
      serviceStatement(plan, service, own),
    ),
    ...recordStatements(plan, actions.filter(of("route53"))),
    ...roleStatements(plan, actions.filter(of("iam"))),
    ...keyStatements(plan, actions.filter(of("kms"))),
  ];
}

/** Services whose actions need more than a scope. */
const particular: ReadonlySet<string> = new Set(["iam", "kms", "route53"]);

function of(service: string): (action: string) => boolean {
  return (action) => serviceOf(action) === service;
}

function openStatements(plan: EnvironmentPlan, actions: readonly string[]): readonly Statement[] {
  const isGlobal = (action: string): boolean => globalServices.has(serviceOf(action));
  return [
    {
      Effect: "Allow",
      Action: actions.filter((action) => !isGlobal(action)),
      Resource: "*",
      Condition: withinRegions(plan),
    },
    { Effect: "Allow", Action: actions.filter(isGlobal), Resource: "*" },
  ];
}

function serviceStatement(
  plan: EnvironmentPlan,
  service: string,
  actions: readonly string[],
): Statement {
  return {
    Effect: "Allow",
    Action: actions,
    Resource: resourcesOf(plan, service),
    ...(globalServices.has(service) ? {} : { Condition: withinRegions(plan) }),
  };
}

/**
 * Records only of the environment's names: a hosted zone may hold those of others too. Endpoints take their names in
 * zones of AWS's own, which only their ids tell from the account's.
 */
function recordStatements(plan: EnvironmentPlan, actions: readonly string[]): readonly Statement[] {
  const change = "route53:ChangeResourceRecordSets";
  const names = plan.domains.flatMap((domain) => [domain, `*.${domain}`]);
  const further = actions.filter((action) => action !== change && !unscoped.has(action));
  const zones = resourcesOf(plan, "route53").filter((arn) => arn.endsWith(":hostedzone/*"));
  const checks = resourcesOf(plan, "route53").filter((arn) => arn.endsWith(":healthcheck/*"));
  const ofZones = (action: string): boolean => action.endsWith("HostedZone");
  const changes: Statement = {
    Effect: "Allow",
    Action: [change],
    Resource: zones,
    Condition: {
      "ForAllValues:StringLike": {
        "route53:ChangeResourceRecordSetsNormalizedRecordNames": names,
      },
    },
  };
  return [
    ...(names.length === 0 ? [] : [changes]),
    { Effect: "Allow", Action: further.filter(ofZones), Resource: zones },
    { Effect: "Allow", Action: further.filter((action) => !ofZones(action)), Resource: checks },
    { Effect: "Allow", Action: actions.filter((action) => unscoped.has(action)), Resource: "*" },
  ];
}

/** Actions that IAM allows only on roles which a boundary holds. */
const bounded: ReadonlySet<string> = new Set([
  "iam:AttachRolePolicy",
  "iam:CreateRole",
  "iam:DeleteRole",
  "iam:DeleteRolePolicy",
  "iam:DetachRolePolicy",
  "iam:PutRolePermissionsBoundary",
  "iam:PutRolePolicy",
  "iam:UpdateAssumeRolePolicy",
]);

/**
 * Roles only under the environment's names and within the boundary, so that whoever deploys can give nobody more
 * than the boundary leaves.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
function roleStatements(plan: EnvironmentPlan, actions: readonly string[]): readonly Statement[] {
  const Resource = resourcesOf(plan, "iam");
  const boundary = policyArnOf(plan, workloadBoundaryName);
  const rotation = `arn:${partitionOf(plan.region)}:iam::${plan.accountId}:role/serverlessrepo-*`;
  return [
    {
      Effect: "Allow",
      Action: actions.filter((action) => bounded.has(action)),
      Resource,
      Condition: { StringEquals: { "iam:PermissionsBoundary": boundary } },
    },
    { Effect: "Allow", Action: actions.filter((action) => !bounded.has(action)), Resource },
    {
      Effect: "Allow",
      Action: ["iam:PassRole"],
      Resource,
      Condition: { StringEquals: { "iam:PassedToService": passedTo(plan.table) } },
    },
    // AWS's own template makes the role of a function that rotates secrets, and sets no boundary.
    {
      Effect: "Allow",
      Action: [...rotationRole, "iam:PassRole"],
      Resource: rotation,
      Condition: {
        "ForAnyValue:StringEquals": { "aws:CalledVia": "cloudformation.amazonaws.com" },
      },
    },
    {
      Effect: "Allow",
      Action: ["iam:CreateServiceLinkedRole"],
      Resource: `arn:${partitionOf(plan.region)}:iam::${plan.accountId}:role/aws-service-role/*`,
      Condition: { StringEquals: { "iam:AWSServiceName": serviceLinked(plan.table) } },
    },
  ];
}

const rotationRole = [
  "iam:AttachRolePolicy",
  "iam:CreateRole",
  "iam:DeleteRole",
  "iam:DeleteRolePolicy",
  "iam:DetachRolePolicy",
  "iam:PutRolePolicy",
  "iam:TagRole",
];
