import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as k8s from "@pulumi/kubernetes";
import { AppService } from "../../components/app-service";
import type { Data } from "../../preview/engine/wire";
import { preview, type Previewed, type PreviewedResource } from "../support/preview";
import { namesOf, sourcesOf, waitsFor } from "../support/references";
import { args, previewService, types } from "./app-service-args";

const { callers, secretArn, targetGroupArn } = {
  callers: { cidrBlocks: ["10.0.1.0/24", "10.0.2.0/24"] },
  secretArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-1a2b3c",
  targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/orders/1a2b",
};
const own = "groundwork:platform:AppService";
const labels = {
  "app.kubernetes.io/managed-by": "pulumi",
  "app.kubernetes.io/name": "orders",
  "app.kubernetes.io/part-of": "shop",
};
const metadata = { labels, name: "orders", namespace: "shop" };
const selector = { "app.kubernetes.io/name": "orders" };
const replicas = { minimum: 3, maximum: 12 };
const statement = {
  Effect: "Allow",
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::x/*",
} as const;
const rights = { to: "documents", statements: [statement] };

function specOf({ inputs }: PreviewedResource): Data {
  return inputs["spec"] as Data;
}

function podOf(deployment: PreviewedResource): Data {
  const template = specOf(deployment)["template"] as Data;
  return template["spec"] as Data;
}

function containerOf(deployment: PreviewedResource): Data {
  const [container = {}] = podOf(deployment)["containers"] as Data[];
  return container;
}

describe("AppService", () => {
  it("makes pods, their account, a way to them and limits, and nothing else", async () => {
    const { resources } = await previewService();

    assert.deepEqual(namesOf(resources), [
      `${types.vpc} nodes`,
      `${types.deployment} orders`,
      `${types.service} orders`,
      `${types.serviceAccount} orders`,
      `${types.policy} orders`,
      `${types.budget} orders`,
      `${own} orders`,
    ]);
  });

  it("makes variables, secrets, a role, targets and an autoscaler where they are asked for", async () => {
    const { resources } = await previewService({
      ...{ callers, targetGroupArn, replicas },
      autoscaling: { cpuPercent: 70 },
      environment: { LOG_LEVEL: "info" },
      secrets: { JWT_SECRET: { secretArn, key: "secret" } },
      connectsTo: [rights],
    });

    assert.deepEqual(namesOf(resources), [
      `${types.vpc} nodes`,
      `${types.association} orders`,
      `${types.role} orders`,
      `${types.rolePolicy} orders`,
      `${types.deployment} orders`,
      `${types.autoscaler} orders`,
      `${types.map} orders`,
      `${types.service} orders`,
      `${types.serviceAccount} orders`,
      `${types.binding} orders`,
      `${types.secret} orders`,
      `${types.policy} orders`,
      `${types.budget} orders`,
      `${own} orders`,
    ]);
  });

  it("has its use recommended where that is asked for, and pods left alone", async () => {
    const { one } = await previewService({ recommendations: true });

    const { inputs, options } = one(types.verticalAutoscaler);
    assert.deepEqual(inputs, {
      apiVersion: "autoscaling.k8s.io/v1",
      kind: "VerticalPodAutoscaler",
      metadata,
      spec: {
        targetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "orders" },
        updatePolicy: { updateMode: "Off" },
      },
    });
    assert.ok(options.dependsOn.includes(one(types.deployment).urn));
  });

  it("gives every child to the component, on the provider of its kind, after what must be there", async () => {
    const { resources, one } = await previewService({
      ...{ callers, targetGroupArn, replicas },
      autoscaling: { cpuPercent: 70 },
      environment: { LOG_LEVEL: "info" },
      secrets: { JWT_SECRET: { secretArn, key: "secret" } },
      connectsTo: [rights],
    });

    const component = one(own).urn;
    const inAws: readonly string[] = [types.role, types.rolePolicy];
    for (const { custom, type, parent, provider, options } of resources) {
      if (!custom || type === types.vpc) continue;
      assert.equal(parent, component, type);
      assert.ok(provider.includes(`pulumi:providers:${type.split(":")[0] ?? ""}::`), type);
      assert.equal(options.dependsOn.includes(one(types.vpc).urn), !inAws.includes(type), type);
    }
  });

  it("hands out how it is reached, and its role", async () => {
    await previewService({ connectsTo: [rights] }, (service) => {
      assert.equal(service.serviceName, "orders");
      assert.equal(service.namespace, "shop");
      assert.equal(service.port, 3000);
      assert.notEqual(service.roleArn, undefined);
    });
    await previewService({}, ({ roleArn }) => {
      assert.equal(roleArn, undefined);
    });
  });

  describe("deployment", () => {
    it("is waited for as long as its pods may be replaced one after another", async () => {
      const { one } = await previewService({ replicas, autoscaling: { cpuPercent: 70 } });

      const { create, update } = one(types.deployment).options.customTimeouts;
      assert.deepEqual({ create, update }, { create: "2760s", update: "2760s" });
    });

    it("replaces pods one by one, each once its successor serves", async () => {
      const deployment = (await previewService()).one(types.deployment);
      const { template, ...spec } = specOf(deployment);

      assert.deepEqual(deployment.inputs["metadata"], metadata);
      assert.deepEqual((template as Data)["metadata"], { labels });
      assert.deepEqual(spec, {
        progressDeadlineSeconds: 600,
        replicas: 3,
        revisionHistoryLimit: 5,
        selector: { matchLabels: selector },
        strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 }, type: "RollingUpdate" },
      });
      assert.deepEqual(deployment.options.ignoreChanges, []);
    });

    it("leaves the number of pods to the autoscaler where there is one", async () => {
      const { one } = await previewService({ replicas, autoscaling: { cpuPercent: 70 } });
      const deployment = one(types.deployment);

      assert.equal("replicas" in specOf(deployment), false);
      assert.deepEqual(deployment.options.ignoreChanges, ["spec.replicas"]);
    });

    it("runs restricted pods, spread over zones and nodes, that know nothing of the API server", async () => {
      const { containers, ...pod } = podOf((await previewService()).one(types.deployment));
      const spread = {
        labelSelector: { matchLabels: selector },
        matchLabelKeys: ["pod-template-hash"],
        maxSkew: 1,
      };

      assert.equal((containers as unknown[]).length, 1);
      assert.deepEqual(pod, {
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: {
          fsGroup: 10001,
          runAsGroup: 10001,
          runAsNonRoot: true,
          runAsUser: 10001,
          seccompProfile: { type: "RuntimeDefault" },
        },
        serviceAccountName: "orders",
        terminationGracePeriodSeconds: 65,
        topologySpreadConstraints: [
          {
            ...spread,
            topologyKey: "topology.kubernetes.io/zone",
            whenUnsatisfiable: "DoNotSchedule",
          },
          { ...spread, topologyKey: "kubernetes.io/hostname", whenUnsatisfiable: "ScheduleAnyway" },
        ],
        volumes: [{ emptyDir: { sizeLimit: "256Mi" }, name: "tmp" }],
      });
    });

    it("runs a container that writes nowhere but to /tmp and serves on while it is let go of", async () => {
      const timing = { failureThreshold: 3, initialDelaySeconds: 0, periodSeconds: 10 };

      assert.deepEqual(containerOf((await previewService()).one(types.deployment)), {
        env: [],
        envFrom: [],
        image: "registry.example.com/orders:1.4.2",
        imagePullPolicy: "IfNotPresent",
        lifecycle: { preStop: { sleep: { seconds: 35 } } },
        livenessProbe: {
          ...timing,
          httpGet: { path: "/api/v1/health", port: 3000 },
          timeoutSeconds: 3,
        },
        name: "orders",
        ports: [{ containerPort: 3000, name: "http" }],
        readinessProbe: {
          ...timing,
          httpGet: { path: "/api/v1/ready", port: 3000 },
          timeoutSeconds: 3,
        },
        resources: {
          limits: { cpu: "2", memory: "4Gi" },
          requests: { cpu: "1", memory: "2Gi" },
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ["ALL"] },
          privileged: false,
          readOnlyRootFilesystem: true,
        },
        volumeMounts: [{ mountPath: "/tmp", name: "tmp" }],
      });
    });

    it("asks the container as it is told to", async () => {
      const { one } = await previewService({
        metricsPort: 9090,
        probes: {
          liveness: { path: "/live", initialDelaySeconds: 30 },
          readiness: { path: "/ready", initialDelaySeconds: 10, periodSeconds: 5 },
          startup: { path: "/", port: 9090, failureThreshold: 30, timeoutSeconds: 1 },
        },
      });
      const container = containerOf(one(types.deployment));

      assert.deepEqual(container["livenessProbe"], {
        failureThreshold: 3,
        httpGet: { path: "/live", port: 3000 },
        initialDelaySeconds: 30,
        periodSeconds: 10,
        timeoutSeconds: 3,
      });
      assert.deepEqual(container["readinessProbe"], {
        failureThreshold: 3,
        httpGet: { path: "/ready", port: 3000 },
        initialDelaySeconds: 10,
        periodSeconds: 5,
        timeoutSeconds: 3,
      });
      assert.deepEqual(container["startupProbe"], {
        failureThreshold: 30,
        httpGet: { path: "/", port: 9090 },
        initialDelaySeconds: 0,
        periodSeconds: 10,
        timeoutSeconds: 1,
      });
    });

    it("goes by the seconds, the user and the class that it is told of", async () => {
      const { one } = await previewService({
        deregistrationSeconds: 60,
        shutdownSeconds: 20,
        userId: 20_000,
        priorityClass: "business",
      });
      const deployment = one(types.deployment);
      const pod = podOf(deployment);

      assert.deepEqual(containerOf(deployment)["lifecycle"], {
        preStop: { sleep: { seconds: 65 } },
      });
      assert.equal(pod["terminationGracePeriodSeconds"], 85);
      assert.equal((pod["securityContext"] as Data)["runAsUser"], 20_000);
      assert.equal(pod["priorityClassName"], "business");
    });

    it("serves on for as long as it is told", async () => {
      const { one } = await previewService({ deregistrationSeconds: 10, preStopSeconds: 40 });
      const deployment = one(types.deployment);

      assert.deepEqual(containerOf(deployment)["lifecycle"], {
        preStop: { sleep: { seconds: 40 } },
      });
      assert.equal(podOf(deployment)["terminationGracePeriodSeconds"], 70);
    });

    it("comes after all that its pods are given when they start", async () => {
      const { one } = await previewService({
        ...{ callers, targetGroupArn },
        environment: { LOG_LEVEL: "info" },
        secrets: { JWT_SECRET: { secretArn, key: "secret" } },
        connectsTo: [rights],
      });
      const deployment = one(types.deployment);

      assert.deepEqual(sourcesOf(deployment, "spec"), [`${types.map}::orders`]);
      assert.deepEqual(
        waitsFor(deployment).map((urn) => urn.split("::test::").at(-1)),
        [
          `${types.vpc}::nodes`,
          `${types.association}::orders`,
          `${types.rolePolicy}::orders`,
          `${types.service}::orders`,
          `${types.serviceAccount}::orders`,
          `${types.binding}::orders`,
          `${types.secret}::orders`,
          `${types.policy}::orders`,
        ],
      );
    });
  });

  describe("entrance", () => {
    it("is a service inside the cluster that is not waited for", async () => {
      const service = (await previewService({ metricsPort: 9090 })).one(types.service);

      assert.deepEqual(service.inputs["metadata"], {
        ...metadata,
        annotations: { "pulumi.com/skipAwait": "true" },
      });
      assert.deepEqual(specOf(service), {
        ports: [
          { name: "http", port: 3000, protocol: "TCP", targetPort: "http" },
          { name: "metrics", port: 9090, protocol: "TCP", targetPort: "metrics" },
        ],
        selector,
        type: "ClusterIP",
      });
    });

    it("is reached at a port of its own, and so is the target group's", async () => {
      const { one } = await previewService({ servicePort: 80, callers, targetGroupArn });

      assert.deepEqual((specOf(one(types.service)) as { ports: unknown }).ports, [
        { name: "http", port: 80, protocol: "TCP", targetPort: "http" },
      ]);
      assert.deepEqual((specOf(one(types.binding)) as { serviceRef: unknown }).serviceRef, {
        name: "orders",
        port: 80,
      });
    });

    it("registers pods at a target group without touching the network", async () => {
      const binding = (await previewService({ callers, targetGroupArn })).one(types.binding);

      assert.deepEqual(binding.inputs, {
        apiVersion: "elbv2.k8s.aws/v1beta1",
        kind: "TargetGroupBinding",
        metadata,
        spec: {
          serviceRef: { name: "orders", port: 3000 },
          targetGroupARN: targetGroupArn,
          targetType: "ip",
        },
      });
      assert.equal(waitsFor(binding).at(-1), `${types.service}::orders`);
    });
  });

  describe("autoscaler", () => {
    it("adds pods at once and takes them away slowly", async () => {
      const autoscaler = (await previewService({ replicas, autoscaling: { cpuPercent: 70 } })).one(
        types.autoscaler,
      );

      assert.deepEqual(autoscaler.inputs["metadata"], metadata);
      assert.deepEqual(specOf(autoscaler), {
        behavior: {
          scaleDown: {
            policies: [{ periodSeconds: 60, type: "Pods", value: 1 }],
            selectPolicy: "Max",
            stabilizationWindowSeconds: 300,
          },
          scaleUp: {
            policies: [
              { periodSeconds: 60, type: "Pods", value: 2 },
              { periodSeconds: 60, type: "Percent", value: 100 },
            ],
            selectPolicy: "Max",
            stabilizationWindowSeconds: 0,
          },
        },
        maxReplicas: 12,
        metrics: [
          {
            resource: { name: "cpu", target: { averageUtilization: 70, type: "Utilization" } },
            type: "Resource",
          },
        ],
        minReplicas: 3,
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "orders" },
      });
      assert.equal(waitsFor(autoscaler).at(-1), `${types.deployment}::orders`);
    });

    it("looks at what it is told to, as fast as it is told", async () => {
      const { one } = await previewService({
        replicas,
        autoscaling: {
          memoryPercent: 80,
          scaleUp: { stabilizationSeconds: 30, pods: 4, periodSeconds: 15 },
          scaleDown: { stabilizationSeconds: 600, percent: 10, periodSeconds: 120 },
        },
      });
      const { behavior, metrics } = specOf(one(types.autoscaler));

      assert.deepEqual(metrics, [
        {
          resource: { name: "memory", target: { averageUtilization: 80, type: "Utilization" } },
          type: "Resource",
        },
      ]);
      assert.deepEqual(behavior, {
        scaleDown: {
          policies: [
            { periodSeconds: 120, type: "Pods", value: 1 },
            { periodSeconds: 120, type: "Percent", value: 10 },
          ],
          selectPolicy: "Max",
          stabilizationWindowSeconds: 600,
        },
        scaleUp: {
          policies: [
            { periodSeconds: 15, type: "Pods", value: 4 },
            { periodSeconds: 15, type: "Percent", value: 100 },
          ],
          selectPolicy: "Max",
          stabilizationWindowSeconds: 30,
        },
      });
    });
  });

  describe("disruption budget", () => {
    it("lets one pod be taken away at once, and any that does not work", async () => {
      const budget = (await previewService()).one(types.budget);

      assert.deepEqual(budget.inputs["metadata"], metadata);
      assert.deepEqual(specOf(budget), {
        maxUnavailable: 1,
        selector: { matchLabels: selector },
        unhealthyPodEvictionPolicy: "AlwaysAllow",
      });
    });

    it("keeps as many as it is told to", async () => {
      const change = { podDisruption: { minAvailable: 2 } };
      const { minAvailable, maxUnavailable } = specOf(
        (await previewService(change)).one(types.budget),
      );

      assert.deepEqual(
        { minAvailable, maxUnavailable },
        { minAvailable: 2, maxUnavailable: undefined },
      );
    });

    it("lets as many be taken away as it is told to", async () => {
      const change = { podDisruption: { maxUnavailable: 2 } };

      assert.equal(specOf((await previewService(change)).one(types.budget))["maxUnavailable"], 2);
    });
  });

  describe("configuration", () => {
    it("gives pods a map of another name with every change", async () => {
      const { one } = await previewService({
        environment: { LOG_LEVEL: "info" },
        connectsTo: [{ to: "users", environment: { USERS_URL: "http://users.shop:3000" } }],
      });
      const map = one(types.map);
      const { name, ...others } = map.inputs["metadata"] as Data;

      assert.deepEqual(others, {
        annotations: { "pulumi.com/autonamed": "true" },
        labels,
        namespace: "shop",
      });
      assert.deepEqual(map.inputs["data"], {
        LOG_LEVEL: "info",
        USERS_URL: "http://users.shop:3000",
      });
      assert.equal(map.inputs["immutable"], true);
      assert.deepEqual(containerOf(one(types.deployment))["envFrom"], [{ configMapRef: { name } }]);
    });

    it("names the map when there is a cluster, and not before", async () => {
      const { one } = await preview(([provider]) => {
        const nodes = new aws.ec2.Vpc("nodes", {}, { provider });
        const providers = [provider, new k8s.Provider("cluster", { kubeconfig: nodes.arn })];
        const environment = { VPC: nodes.arn };
        new AppService("orders", { ...args, ready: [nodes], environment }, { providers });
      });

      assert.deepEqual(one(types.map).inputs["data"], { VPC: { $unknown: true } });
      assert.deepEqual(containerOf(one(types.deployment))["envFrom"], [
        { configMapRef: { name: { $unknown: true } } },
      ]);
    });

    it("gives pods the values of secrets that Pulumi never sees", async () => {
      const { one } = await previewService({
        secrets: { JWT_SECRET: { secretArn, key: "secret" } },
        connectsTo: [{ to: "cache", secrets: { REDIS_PASSWORD: { secretArn, key: "password" } } }],
      });

      assert.deepEqual(one(types.secret).inputs, {
        apiVersion: "external-secrets.io/v1",
        kind: "ExternalSecret",
        metadata,
        spec: {
          data: [
            { remoteRef: { key: secretArn, property: "secret" }, secretKey: "JWT_SECRET" },
            { remoteRef: { key: secretArn, property: "password" }, secretKey: "REDIS_PASSWORD" },
          ],
          refreshInterval: "60m",
          secretStoreRef: { kind: "SecretStore", name: "secrets-manager" },
          target: { creationPolicy: "Owner", name: "orders" },
        },
      });
      assert.deepEqual(
        containerOf(one(types.deployment))["env"],
        ["JWT_SECRET", "REDIS_PASSWORD"].map((key) => ({
          name: key,
          valueFrom: { secretKeyRef: { key, name: "orders" } },
        })),
      );
    });

    it("renews secrets as often as it is told to", async () => {
      const { one } = await previewService({
        secrets: { DATABASE_PASSWORD: { secretArn, key: "password", overlapMinutes: 30 } },
        secretsRefreshMinutes: 15,
      });

      assert.equal(specOf(one(types.secret))["refreshInterval"], "15m");
    });
  });

  describe("identity", () => {
    it("is an account of its own, without a token for the API server", async () => {
      const account = (await previewService()).one(types.serviceAccount);

      assert.deepEqual(account.inputs, {
        apiVersion: "v1",
        automountServiceAccountToken: false,
        kind: "ServiceAccount",
        metadata,
      });
    });

    it("may do in AWS what its edges say, and nothing else", async () => {
      const other = { ...statement, Resource: "arn:aws:s3:::y/*" };
      const { one } = await previewService({
        connectsTo: [rights, { to: "backups", statements: [other] }],
      });
      const policy = JSON.parse(String(one(types.rolePolicy).inputs["policy"])) as unknown;
      const { namespace, serviceAccount, clusterName, region } = one(types.association).inputs;

      assert.deepEqual(policy, { Version: "2012-10-17", Statement: [statement, other] });
      assert.deepEqual(
        { namespace, serviceAccount, clusterName, region },
        {
          namespace: "shop",
          serviceAccount: "orders",
          clusterName: "shop-production",
          region: "eu-west-1",
        },
      );
      assert.equal(
        one(types.role).inputs["description"],
        "Pods of the workload orders in the cluster shop-production",
      );
    });

    it("holds the pods back until they have their role, where they need one", async () => {
      const metadataOf = ({ one }: Previewed) =>
        (specOf(one(types.deployment))["template"] as Data)["metadata"];

      assert.deepEqual(metadataOf(await previewService()), { labels });
      assert.deepEqual(metadataOf(await previewService({ connectsTo: [rights] })), {
        labels: { ...labels, "groundwork/role": "required" },
      });
    });
  });

  it("fails with every problem at once", async () => {
    const change = { accountId: "1", port: 0, image: "orders", shutdownSeconds: 0 };

    await assert.rejects(previewService(change), {
      message: [
        "accountId must be 12 digits, got 1",
        "image must have a digest, or a tag that is not latest, so that all pods run the same, got orders",
        "port must be a whole number from 1 to 65535, got 0",
        "shutdownSeconds must be a whole number from 1 to 3600, got 0",
      ].join("\n"),
    });
  });
});
