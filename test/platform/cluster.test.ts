import assert from "node:assert/strict";
import type { ResourceDocument, StackDocument } from "../../preview/document";
import { previewConfigured } from "../support/preview-configured";

/** What lets workloads out of their subnets, or would keep them in. */
const waysOut = [
  "aws:ec2/internetGateway:InternetGateway",
  "aws:ec2/natGateway:NatGateway",
  "aws:ec2/networkAclAssociation:NetworkAclAssociation",
  "aws:ec2/networkAclRule:NetworkAclRule",
  "aws:ec2/route:Route",
  "aws:ec2/routeTableAssociation:RouteTableAssociation",
  "aws:ec2/vpcEndpoint:VpcEndpoint",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
];

/** What needs a way out, or nodes that have one, for as long as it is there. */
const inNeedOfWaysOut = [
  "aws:eks/nodeGroup:NodeGroup",
  "kubernetes:apps/v1:Deployment",
  "kubernetes:batch/v1:CronJob",
  "kubernetes:batch/v1:Job",
  "kubernetes:core/v1:Namespace",
  "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding",
  "kubernetes:external-secrets.io/v1:ExternalSecret",
  "kubernetes:helm.sh/v3:Release",
];

describe("a stack with a cluster", () => {
  let document: StackDocument;

  before(async () => {
    ({ document } = await previewConfigured({}));
  });

  const one = (type: string, name: string): ResourceDocument | undefined =>
    document.resources.find((each) => each.type.endsWith(`:${type}`) && each.name === name);
  /** Names of what an input is made from. */
  const from = (resource: ResourceDocument | undefined, input: string): readonly string[] =>
    (resource?.propertyDependencies[input] ?? []).map((urn) => urn.split("::").at(-1) ?? "").sort();

  it("breaks no rule", () => {
    assert.deepEqual(
      document.findings.filter(({ verdict }) => verdict === "fail"),
      [],
    );
  });

  it("stands in the private subnets, under the secrets key", () => {
    const cluster = one("Cluster", "cluster");
    assert.equal(cluster?.inputs["name"], "cdf-smart-hub-production");
    assert.deepEqual(from(cluster, "encryptionConfig"), ["keys-secrets"]);
    assert.deepEqual(
      from(cluster, "vpcConfig").filter((name) => name.includes("private")),
      ["a", "b", "c"].map((zone) => `network-private-eu-west-1${zone}`),
    );
  });

  it("lets the account's own role in by its ARN", () => {
    assert.equal(
      one("AccessEntry", "cluster-deployer")?.inputs["principalArn"],
      "arn:aws:iam::123456789012:role/groundwork-deploy-production",
    );
  });

  it("runs the workloads' namespaces through the cluster's own provider", () => {
    const namespace = document.resources.find(
      ({ type, inputs }) =>
        type === "kubernetes:core/v1:Namespace" &&
        JSON.stringify(inputs).includes('"cdf-smarthub"'),
    );
    assert.match(namespace?.provider ?? "", /pulumi:providers:kubernetes::cluster/);
  });

  it("opens the keys to what the cluster does with them", () => {
    const policyOf = (name: string) => JSON.stringify(one("Key", name)?.inputs["policy"]);
    assert.match(policyOf("keys-data"), /Ebs.*Autoscaling|Autoscaling.*Ebs/);
    assert.match(policyOf("keys-secrets"), /Eks/);
  });

  describe("makes before, and keeps for as long, every way out of the network for", () => {
    for (const type of inNeedOfWaysOut) {
      it(`each ${type}`, () => {
        const resources = document.resources.filter((each) => each.type === type);

        assert.notEqual(resources.length, 0);
        for (const resource of resources) {
          assert.deepEqual(waysOutNotAwaitedBy(resource), [], resource.name);
        }
      });
    }

    it("the rotation of the application's login", () => {
      const rotation = one("SecretRotation", "database-application");

      assert.ok(rotation);
      assert.deepEqual(waysOutNotAwaitedBy(rotation), []);
    });
  });

  it("lets the load balancer lead to pods before it has to find them healthy", () => {
    const rule = one("ListenerRule", "edge-api-gateway");

    for (const type of ["Deployment", "TargetGroupBinding"]) {
      const gateway = one(type, "api-gateway");
      assert.ok(gateway && rule);
      assert.ok(awaitedBy(gateway).has(rule.urn), type);
    }
    const behind = one("Deployment", "user-service");
    assert.ok(behind && rule);
    assert.ok(!awaitedBy(behind).has(rule.urn), "nobody reaches it from outside");
  });

  /** All that a resource waits for, by what it waits for itself and by what those do. */
  function awaitedBy(resource: ResourceDocument): ReadonlySet<string> {
    const dependencies = new Map(document.resources.map((each) => [each.urn, each.dependencies]));
    const awaited = new Set(resource.dependencies);
    for (const urn of awaited) for (const next of dependencies.get(urn) ?? []) awaited.add(next);
    return awaited;
  }

  /** Names of the network's ways out that a resource does not wait for. */
  function waysOutNotAwaitedBy(resource: ResourceDocument): readonly string[] {
    const awaited = awaitedBy(resource);
    return document.resources
      .filter(({ type, component }) => component === "network" && waysOut.includes(type))
      .filter(({ urn }) => !awaited.has(urn))
      .map(({ name }) => name);
  }
});
