import assert from "node:assert/strict";
import { workloadServices } from "../../components/deploy-roles/boundaries";
import { permissionTable, serviceOf } from "../../components/deploy-roles/permission-table";
import { resourcesOf, type EnvironmentPlan } from "../../components/deploy-roles/plan";
import { deployPolicies } from "../../components/deploy-roles/role-policies";
import type { ResourceDocument } from "../../preview/document";
import { previewConfigured } from "../support/preview-configured";

const plan: EnvironmentPlan = {
  accountId: "123456789012",
  region: "eu-west-1",
  environment: "production",
  systems: ["cdf-smart-hub"],
  regions: ["eu-central-1", "eu-west-1", "us-east-1"],
  domains: ["cdfsmarthub.zm"],
  stateBucketName: "groundwork-state-123456789012",
  stateKeyAliases: [],
  table: permissionTable,
};

/** A resource that AWS knows by a name: the service, and what its ARN has after the service. */
interface Named {
  readonly service: string;
  readonly input: string;
  readonly arn: (name: string) => string;
}

const named: Readonly<Record<string, Named>> = {
  "aws:cloudwatch/logGroup:LogGroup": {
    ...{ service: "logs", input: "name" },
    arn: (name) => `logs:eu-west-1:123456789012:log-group:${name}`,
  },
  "aws:eks/cluster:Cluster": {
    ...{ service: "eks", input: "name" },
    arn: (name) => `eks:eu-west-1:123456789012:cluster/${name}`,
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    ...{ service: "elasticache", input: "replicationGroupId" },
    arn: (name) => `elasticache:eu-west-1:123456789012:replicationgroup:${name}`,
  },
  "aws:kms/alias:Alias": {
    ...{ service: "kms", input: "name" },
    arn: (name) => `kms:eu-west-1:123456789012:${name}`,
  },
  "aws:lb/loadBalancer:LoadBalancer": {
    ...{ service: "elasticloadbalancing", input: "name" },
    arn: (name) => `elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/${name}/1234`,
  },
  "aws:msk/cluster:Cluster": {
    ...{ service: "kafka", input: "clusterName" },
    arn: (name) => `kafka:eu-west-1:123456789012:cluster/${name}/1234`,
  },
  "aws:rds/instance:Instance": {
    ...{ service: "rds", input: "identifier" },
    arn: (name) => `rds:eu-west-1:123456789012:db:${name}`,
  },
  "aws:s3/bucket:Bucket": {
    ...{ service: "s3", input: "bucket" },
    arn: (name) => `s3:::${name}`,
  },
  "aws:secretsmanager/secret:Secret": {
    ...{ service: "secretsmanager", input: "namePrefix" },
    arn: (name) => `secretsmanager:eu-west-1:123456789012:secret:${name}1234`,
  },
  "aws:serverlessrepository/cloudFormationStack:CloudFormationStack": {
    ...{ service: "cloudformation", input: "name" },
    arn: (name) => `cloudformation:eu-west-1:123456789012:stack/serverlessrepo-${name}/1234`,
  },
  "aws:sns/topic:Topic": {
    ...{ service: "sns", input: "name" },
    arn: (name) => `sns:eu-west-1:123456789012:${name}`,
  },
};

/** Whether one of the patterns of IAM covers an ARN. */
function covers(patterns: readonly string[], arn: string): boolean {
  return patterns.some((pattern) => {
    const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`).test(arn);
  });
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Condition: Readonly<Record<string, unknown>>;
}

function statementsOf(policy: string): readonly Statement[] {
  return (JSON.parse(policy) as { Statement: Statement[] }).Statement;
}

/** The actions that the roles of a stack are allowed by policies of their own. */
function allowedIn(resources: readonly ResourceDocument[]): readonly string[] {
  const policies = resources.filter(({ type }) => type === "aws:iam/rolePolicy:RolePolicy");
  return policies
    .map(({ inputs }) => inputs["policy"])
    .filter((policy) => typeof policy === "string")
    .flatMap(statementsOf)
    .filter(({ Effect }) => Effect === "Allow")
    .flatMap(({ Action }) => Action);
}

describe("a stack that the deploy role deploys", () => {
  let resources: readonly ResourceDocument[];

  before(async () => {
    const { document } = await previewConfigured({});
    ({ resources } = document);
  });

  it("has only resources of types whose rights it is given", () => {
    const types = new Set(
      resources.map(({ type }) => type).filter((type) => type.startsWith("aws:")),
    );
    assert.ok(types.size > 60);
    assert.deepEqual(
      [...types].filter((type) => !Object.hasOwn(permissionTable, type)),
      [],
    );
  });

  for (const [type, { service, input, arn }] of Object.entries(named)) {
    it(`names each ${type.replace(/.*:/, "")} so that the role may make it`, () => {
      const names = resources
        .filter((resource) => resource.type === type)
        .map(({ inputs }) => inputs[input])
        .filter((name) => typeof name === "string");
      const patterns = resourcesOf(plan, service);
      assert.ok(names.length > 0);
      assert.deepEqual(
        names.filter((name) => !covers(patterns, `arn:aws:${arn(name)}`)),
        [],
      );
    });
  }

  it("carries the tag of its environment, by which the role knows what it may change", () => {
    const [other] = statementsOf(deployPolicies(plan)[0] ?? "");
    const tags = resources.flatMap(({ inputs }) => inputs["tagsAll"] ?? []);
    const named = new Set(tags.map((each) => (each as Record<string, string>)["Environment"]));
    assert.deepEqual([...named], ["Production"]);
    assert.deepEqual(other?.Condition["StringNotEqualsIgnoreCase"], {
      "aws:ResourceTag/Environment": ["production", "shared"],
    });
  });

  it("has roles within the boundary, each of a name that the role may make", () => {
    const roles = resources.filter(({ type }) => type === "aws:iam/role:Role");
    const names = roles.map(({ inputs: { path, name } }) => `${path as string}${name as string}`);
    const patterns = resourcesOf(plan, "iam");
    const boundary = "arn:aws:iam::123456789012:policy/groundwork-workload-boundary";
    assert.ok(roles.length > 10);
    assert.equal(new Set(names).size, roles.length);
    assert.deepEqual(
      names.filter((name) => !covers(patterns, `arn:aws:iam::123456789012:role${name}`)),
      [],
    );
    assert.ok(roles.every(({ inputs }) => inputs["permissionsBoundary"] === boundary));
  });

  it("has roles that need nothing beyond the boundary of workloads", () => {
    const services: readonly string[] = workloadServices;
    const actions = allowedIn(resources);
    assert.ok(actions.length > 20);
    assert.deepEqual(
      actions.filter((action) => !services.includes(serviceOf(action))),
      [],
    );
  });
});
