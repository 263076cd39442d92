import assert from "node:assert/strict";
import { deployBoundary, workloadBoundary } from "../../components/deploy-roles/boundaries";
import { permissionTable, reads, writes } from "../../components/deploy-roles/permission-table";
import { deployPolicies, previewPolicies } from "../../components/deploy-roles/role-policies";
import { documentsOf, type Statement } from "../../components/deploy-roles/statement";
import { plan } from "./deploy-roles-args";

function statementsOf(documents: readonly string[]): readonly Statement[] {
  return documents.flatMap((text) => (JSON.parse(text) as { Statement: Statement[] }).Statement);
}

function allowing(statements: readonly Statement[], action: string): readonly Statement[] {
  return statements.filter(
    ({ Effect, Action = [] }) => Effect === "Allow" && Action.includes(action),
  );
}

const deploy = statementsOf(deployPolicies(plan));
const preview = statementsOf(previewPolicies(plan));
const boundary = statementsOf([deployBoundary(plan)]);
const workloads = statementsOf([workloadBoundary(plan)]);

describe("The policies of deploy roles", () => {
  it("fit IAM: at most 6144 characters each, 10 a role", () => {
    const policies = deployPolicies(plan);
    const documents = [
      ...policies,
      ...previewPolicies(plan),
      deployBoundary(plan),
      workloadBoundary(plan),
    ];
    assert.ok(documents.every(({ length }) => length <= 6144));
    assert.equal(policies.length, 5);
    assert.equal(previewPolicies(plan).length, 1);
  });

  it("allow every action of the table to who deploys, and the reads alone to who previews", () => {
    const missing = [...reads(permissionTable), ...writes(permissionTable)].filter(
      (action) => allowing(deploy, action).length === 0,
    );
    const written = writes(permissionTable).filter(
      (action) => !reads(permissionTable).includes(action) && allowing(preview, action).length > 0,
    );
    assert.deepEqual(missing, []);
    assert.deepEqual(written, ["s3:GetObject"]);
  });

  it("let who previews see neither what secrets nor what buckets hold, but for the states", () => {
    assert.deepEqual(allowing(preview, "secretsmanager:GetSecretValue"), []);
    assert.deepEqual(
      allowing(preview, "s3:GetObject").map(({ Resource }) => Resource),
      ["arn:aws:s3:::groundwork-state-123456789012/production/*"],
    );
  });

  it("write only under the names of the environment's systems, where AWS tells names apart", () => {
    const [created] = allowing(deploy, "s3:CreateBucket");
    const [updated] = allowing(deploy, "eks:UpdateClusterConfig");
    assert.deepEqual(created?.Resource, [
      "arn:aws:s3:::shop-production-*",
      "arn:aws:s3:::awsserverlessrepo-changesets-*",
    ]);
    assert.ok(Array.isArray(updated?.Resource));
    assert.equal(updated.Resource[0], "arn:aws:eks:*:123456789012:cluster/shop-production*");
  });

  it("write only in the regions of the account", () => {
    const [created] = allowing(deploy, "ec2:CreateVpc");
    assert.deepEqual(created?.Condition, {
      StringEquals: { "aws:RequestedRegion": ["eu-central-1", "eu-west-1", "us-east-1"] },
    });
  });

  it("keep off what is tagged as another environment's", () => {
    const other: Statement = {
      Sid: "OtherEnvironments",
      Effect: "Deny",
      Action: ["*"],
      Resource: "*",
      Condition: {
        StringNotEqualsIgnoreCase: { "aws:ResourceTag/Environment": ["production", "shared"] },
        Null: { "aws:ResourceTag/Environment": "false" },
      },
    };
    assert.deepEqual(deploy[0], other);
    assert.deepEqual(preview[0], other);
  });

  it("make roles only with the boundary, and under the environment's names", () => {
    const [created, ofRotation, ...others] = allowing(deploy, "iam:CreateRole");
    assert.deepEqual(others, []);
    assert.deepEqual(created?.Resource, [
      "arn:aws:iam::123456789012:role/shop-production-*",
      "arn:aws:iam::123456789012:role/eks/shop-production-*",
    ]);
    assert.deepEqual(created.Condition, {
      StringEquals: {
        "iam:PermissionsBoundary": "arn:aws:iam::123456789012:policy/groundwork-workload-boundary",
      },
    });
    assert.equal(ofRotation?.Resource, "arn:aws:iam::123456789012:role/serverlessrepo-*");
    assert.deepEqual(ofRotation.Condition, {
      "ForAnyValue:StringEquals": { "aws:CalledVia": "cloudformation.amazonaws.com" },
    });
  });

  it("pass roles to the services that the types give them to, and to no others", () => {
    const [passed] = allowing(deploy, "iam:PassRole");
    assert.deepEqual(passed?.Condition, {
      StringEquals: {
        "iam:PassedToService": [
          "ec2.amazonaws.com",
          "eks.amazonaws.com",
          "lambda.amazonaws.com",
          "monitoring.rds.amazonaws.com",
          "pods.eks.amazonaws.com",
          "rds.amazonaws.com",
          "s3.amazonaws.com",
          "vpc-flow-logs.amazonaws.com",
        ],
      },
    });
  });

  it("change keys only that carry the environment's tag, and make none without", () => {
    const [made] = allowing(deploy, "kms:CreateKey");
    const [deleted, ...others] = allowing(deploy, "kms:ScheduleKeyDeletion");
    assert.deepEqual(others, []);
    assert.deepEqual(made?.Condition, {
      StringEqualsIgnoreCase: { "aws:RequestTag/Environment": "production" },
    });
    assert.deepEqual(deleted?.Condition, {
      StringEqualsIgnoreCase: { "aws:ResourceTag/Environment": "production" },
    });
  });

  it("write records only of the environment's domains", () => {
    const [changed] = allowing(deploy, "route53:ChangeResourceRecordSets");
    assert.deepEqual(changed?.Condition, {
      "ForAllValues:StringLike": {
        "route53:ChangeResourceRecordSetsNormalizedRecordNames": ["example.com", "*.example.com"],
      },
    });
  });

  it("let interface endpoints have the names of their services, in zones of AWS's own", () => {
    const [associated, ...others] = allowing(deploy, "route53:AssociateVPCWithHostedZone");
    assert.deepEqual(others, []);
    assert.equal(associated?.Condition, undefined);
    assert.deepEqual(associated?.Resource, ["arn:aws:route53:::hostedzone/*"]);
  });

  it("end subscriptions and log queries, which AWS compares with all of the account", () => {
    for (const action of ["sns:Unsubscribe", "route53resolver:CreateResolverQueryLogConfig"]) {
      const [allowed, ...others] = allowing(deploy, action);
      assert.deepEqual(others, []);
      assert.equal(allowed?.Resource, "*");
      assert.deepEqual(allowed.Condition, {
        StringEquals: { "aws:RequestedRegion": ["eu-central-1", "eu-west-1", "us-east-1"] },
      });
    }
  });

  it("make change sets of AWS's applications, whose templates are written for a transform", () => {
    const [changed] = allowing(deploy, "cloudformation:CreateChangeSet");
    assert.deepEqual(changed?.Resource, [
      "arn:aws:cloudformation:*:123456789012:stack/serverlessrepo-shop-production*/*",
      "arn:aws:cloudformation:*:aws:transform/Serverless-2016-10-31",
    ]);
  });

  it("restore databases from the environment's snapshots, RDS's own among them", () => {
    const [restored] = allowing(deploy, "rds:RestoreDBInstanceFromDBSnapshot");
    assert.ok(Array.isArray(restored?.Resource));
    assert.deepEqual(
      restored.Resource.filter((arn: string) => arn.includes(":snapshot:")),
      [
        "arn:aws:rds:*:123456789012:snapshot:shop-production*",
        "arn:aws:rds:*:123456789012:snapshot:rds:shop-production*",
      ],
    );
  });

  it("make the roles of services that come with the types, that of keys in several regions too", () => {
    const [linked] = allowing(deploy, "iam:CreateServiceLinkedRole");
    assert.deepEqual(linked?.Condition, {
      StringEquals: {
        "iam:AWSServiceName": [
          "autoscaling.amazonaws.com",
          "ec2-instance-connect.amazonaws.com",
          "eks-nodegroup.amazonaws.com",
          "eks.amazonaws.com",
          "elasticache.amazonaws.com",
          "elasticloadbalancing.amazonaws.com",
          "kafka.amazonaws.com",
          "kafka.application-autoscaling.amazonaws.com",
          "mrk.kms.amazonaws.com",
          "rds.amazonaws.com",
          "route53resolver.amazonaws.com",
          "wafv2.amazonaws.com",
        ],
      },
    });
  });

  it("write no records where the environment has no domain", () => {
    const without = statementsOf(deployPolicies({ ...plan, domains: [] }));
    assert.deepEqual(allowing(without, "route53:ChangeResourceRecordSets"), []);
  });

  it("reach the states of the environment alone, and open them by its own keys", () => {
    const [read] = allowing(deploy, "s3:PutObject");
    const opened = allowing(deploy, "kms:Encrypt").map(({ Condition }) => Condition);
    assert.equal(read?.Resource, "arn:aws:s3:::groundwork-state-123456789012/production/*");
    assert.deepEqual(opened[0], {
      "ForAnyValue:StringEquals": {
        "kms:ResourceAliases": ["alias/groundwork/state", "alias/groundwork/secrets-production"],
      },
    });
  });

  it("list the states of the environment, and learn of one that is not there", () => {
    const [listed] = allowing(preview, "s3:ListBucket");
    assert.equal(listed?.Resource, "arn:aws:s3:::groundwork-state-123456789012");
    assert.deepEqual(listed.Condition, {
      StringLikeIfExists: { "s3:prefix": "production/*" },
    });
  });

  it("follow the types that are asked for", () => {
    const type = "aws:sns/topic:Topic";
    const table = { [type]: permissionTable[type] ?? assert.fail() };
    const [document, ...others] = previewPolicies({ ...plan, table });
    assert.deepEqual(others, []);
    assert.deepEqual(statementsOf([document ?? ""])[1], {
      Sid: "Read",
      Effect: "Allow",
      Action: ["sns:GetTopicAttributes", "sns:ListTagsForResource"],
      Resource: "*",
    });
  });
});

describe("The boundaries of roles", () => {
  it("refuse who deploys whatever leads to more rights, out of the organization, or past a guard", () => {
    const denied = boundary.filter(({ Effect }) => Effect === "Deny");
    assert.deepEqual(
      denied.map(({ Sid }) => Sid),
      ["Escalation", "Organization", "Guards", "StateBucket", "OwnRoles", "OtherRoles"],
    );
    const actions = denied.flatMap(({ Action = [] }) => Action);
    for (const action of [
      "iam:*User*",
      "iam:*AccessKey*",
      "iam:DeleteRolePermissionsBoundary",
      "organizations:*",
      "s3:PutAccountPublicAccessBlock",
      "ec2:DisableEbsEncryptionByDefault",
      "sts:AssumeRole*",
    ]) {
      assert.ok(actions.includes(action), action);
    }
  });

  it("leave who deploys all that the table speaks of", () => {
    const [services, roles] = boundary;
    const left = (action: string) =>
      services?.Action?.includes(`${action.split(":")[0] ?? ""}:*`) === true ||
      roles?.Action?.includes(action) === true;
    const all = [...reads(permissionTable), ...writes(permissionTable)];
    assert.deepEqual(
      all.filter((action) => !left(action)),
      [],
    );
  });

  it("protect the roles, the policies and the states of the account from who deploys", () => {
    const own = boundary.find(({ Sid }) => Sid === "OwnRoles");
    const state = boundary.find(({ Sid }) => Sid === "StateBucket");
    assert.deepEqual(own?.Resource, [
      "arn:aws:iam::123456789012:role/groundwork-*",
      "arn:aws:iam::123456789012:policy/groundwork-*",
    ]);
    assert.deepEqual(state?.Resource, [
      "arn:aws:s3:::groundwork-state-123456789012",
      "arn:aws:s3:::groundwork-state-123456789012/*",
    ]);
  });

  it("leave workloads nothing of IAM", () => {
    const [allowed] = workloads;
    assert.equal(allowed?.Effect, "Allow");
    assert.ok(!allowed.Action?.some((action) => action.startsWith("iam:") || action === "*"));
  });
});

describe("documentsOf", () => {
  const long = Array.from({ length: 400 }, (_, index) => `service:Action${index.toString()}`);

  it("splits a statement that no policy could hold, and loses no action", () => {
    const documents = documentsOf([{ Effect: "Allow", Action: long, Resource: "*" }]);
    assert.ok(documents.length > 1);
    assert.ok(documents.every(({ length }) => length <= 6144));
    assert.deepEqual(
      statementsOf(documents).flatMap(({ Action = [] }) => Action),
      long,
    );
  });
});
