import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as k8s from "@pulumi/kubernetes";
import { parseConfiguration } from "../../policies/configuration";
import { rules } from "../../policies/pack";
import { profile } from "../../policies/profile";
import type { Verdict } from "../../policies/verdict";
import { AppJob } from "../../components/app-job";
import { AppService } from "../../components/app-service";
import { ClusterServices } from "../../components/cluster-services";
import { run } from "../../preview/engine/run";
import { judge } from "../../preview/rules/judge";
import { args as service } from "../components/app-service-args";
import { today } from "./kit";

const key = "arn:aws:kms:eu-west-1:123456789012:key";
const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-1a2b3c";
const secrets = { JWT_SECRET: { secretArn, key: "secret" } };

/** The least arguments of a job. */
const job = {
  workloadName: "migrate",
  namespace: service.namespace,
  partOf: service.partOf,
  clusterName: service.clusterName,
  region: service.region,
  accountId: service.accountId,
  secretStore: service.secretStore,
  image: service.image,
  resources: service.resources,
};

/** The services of a cluster, a service that is scaled, one that is not, a job and one by a schedule. */
function program(kubeconfig: (nodes: aws.ec2.Vpc) => k8s.ProviderArgs["kubeconfig"]): void {
  const provider = new aws.Provider("aws", { region: "eu-west-1" });
  const nodes = new aws.ec2.Vpc("nodes", {}, { provider });
  const cluster = new k8s.Provider("cluster", { kubeconfig: kubeconfig(nodes) ?? "" });
  const options = { providers: [provider, cluster] };
  const { clusterName, region, accountId } = service;
  const { ready } = new ClusterServices(
    "services",
    {
      ...{ clusterName, region, accountId, ready: [nodes] },
      kubernetesVersion: "1.36",
      vpcId: nodes.id,
      dataKeyArn: `${key}/data`,
      secretsKeyArn: `${key}/secrets`,
      namespaces: { shop: { quota: { pods: "50" }, secretArns: [secretArn] } },
    },
    options,
  );
  const environment = { LOG_LEVEL: "info", BUCKET: nodes.arn };
  const full = { ...service, ready, environment, secrets };
  new AppService(
    "orders",
    { ...full, replicas: { minimum: 3, maximum: 12 }, autoscaling: { cpuPercent: 70 } },
    options,
  );
  new AppService(
    "payments",
    { ...full, workloadName: "payments", metricsPort: 9090, podDisruption: { minAvailable: 2 } },
    options,
  );
  new AppJob("migrate", { ...job, ready, secrets }, options);
  const schedule = { cron: "0 2 * * 0" };
  new AppJob("clean", { ...job, ready, workloadName: "clean", schedule, environment }, options);
}

/** What the rules about Kubernetes say of the program in production. */
async function verdictsOn(kubeconfig: Parameters<typeof program>[0]): Promise<readonly Verdict[]> {
  const { resources } = await run({
    project: "test",
    stack: "production",
    directory: process.cwd(),
    config: { "pulumi:disable-default-providers": '["*"]' },
    secretKeys: [],
    program: () => {
      program(kubeconfig);
    },
  });
  const parsed = parseConfiguration(profile("production"), rules, today);
  assert.ok("configuration" in parsed);
  const verdicts = await judge(resources, parsed.configuration);
  return verdicts.filter(({ rule }) => /^(pod|kubernetes)-/.test(rule));
}

/** The rules that have come to this verdict, each once. */
function rulesWith(verdict: Verdict["verdict"], verdicts: readonly Verdict[]): readonly string[] {
  const found = verdicts.filter((each) => each.verdict === verdict);
  return [...new Set(found.map(({ rule }) => rule))].sort();
}

describe("a program of this project's components for Kubernetes", () => {
  for (const [what, kubeconfig] of [
    ["a cluster that stands", () => "{}"],
    ["a cluster that is not there yet", (nodes: aws.ec2.Vpc) => nodes.arn],
  ] as const) {
    it(`breaks no rule, and leaves none undecided, on ${what}`, async () => {
      const verdicts = await verdictsOn(kubeconfig);
      assert.deepEqual(
        verdicts.filter(({ verdict }) => ["fail", "undecided"].includes(verdict)),
        [],
      );
    });
  }

  it("passes every rule that is about what it has", async () => {
    const verdicts = await verdictsOn(() => "{}");
    const passed = rulesWith("pass", verdicts);
    const others = rules.filter(({ id }) => /^(pod|kubernetes)-/.test(id) && !passed.includes(id));
    assert.deepEqual(
      others.map(({ id }) => id),
      [
        "kubernetes-administrator-unbound",
        "kubernetes-api-served",
        "kubernetes-binding-named",
        "kubernetes-ingress-tls",
        "kubernetes-role-control-refused",
        "kubernetes-role-escalation-refused",
        "kubernetes-role-exec-refused",
        "kubernetes-role-limited",
        "kubernetes-role-secrets-named",
        "kubernetes-secret-external",
        "pod-managed",
        "pod-registry-trusted",
      ],
    );
  });
});
