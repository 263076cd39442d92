import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as k8s from "@pulumi/kubernetes";
import { AppJob } from "../../components/app-job";
import type { AppJobArgs } from "../../components/app-job/args";
import { validateJob } from "../../components/app-job/validate-job";
import { databaseEdge } from "../../components/workload/edges/database";
import type { Data } from "../../preview/engine/wire";
import { preview, type Previewed, type PreviewedResource } from "../support/preview";
import { namesOf, sourcesOf, waitsFor } from "../support/references";

const args: Omit<AppJobArgs, "ready"> = {
  workloadName: "migrate",
  namespace: "shop",
  partOf: "shop",
  clusterName: "shop-production",
  region: "eu-west-1",
  accountId: "123456789012",
  secretStore: { kind: "SecretStore", name: "secrets-manager" },
  image: "registry.example.com/migrate:1.4.2",
  resources: {
    requests: { cpu: "100m", memory: "256Mi" },
    limits: { cpu: "500m", memory: "512Mi" },
  },
};
const database = databaseEdge({
  to: "database",
  host: "db.example.com",
  port: 5432,
  databaseName: "shop",
  secretArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-1a2b3c",
  cidrBlocks: ["10.0.21.0/24"],
});
const rights = {
  to: "backups",
  statements: [{ Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::x/*" }],
} as const;
const schedule = { cron: "0 2 * * 0" };

const own = "groundwork:platform:AppJob";
const types = {
  account: "kubernetes:core/v1:ServiceAccount",
  association: "aws:eks/podIdentityAssociation:PodIdentityAssociation",
  cronJob: "kubernetes:batch/v1:CronJob",
  job: "kubernetes:batch/v1:Job",
  map: "kubernetes:core/v1:ConfigMap",
  policy: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
  role: "aws:iam/role:Role",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
  secret: "kubernetes:external-secrets.io/v1:ExternalSecret",
  topic: "aws:sns/topic:Topic",
  vpc: "aws:ec2/vpc:Vpc",
} as const;
const labels = {
  "app.kubernetes.io/managed-by": "pulumi",
  "app.kubernetes.io/name": "migrate",
  "app.kubernetes.io/part-of": "shop",
};

/** What the pods of a job that has no rights bear. */
const podMetadata = {
  annotations: { "cluster-autoscaler.kubernetes.io/safe-to-evict": "false" },
  labels,
};

/** What a job would be made of in a cluster that stands, and a topic that comes after it. */
function previewJob(change: Partial<AppJobArgs> = {}): Promise<Previewed> {
  return preview(([provider]) => {
    const nodes = new aws.ec2.Vpc("nodes", {}, { provider });
    const providers = [provider, new k8s.Provider("cluster", { kubeconfig: "{}" })];
    const { done } = new AppJob("migrate", { ...args, ready: [nodes], ...change }, { providers });
    new aws.sns.Topic("after", {}, { provider, dependsOn: [...done] });
  });
}

function metadataOf({ inputs }: PreviewedResource): Data {
  return inputs["metadata"] as Data;
}

function specOf({ inputs }: PreviewedResource): Data {
  return inputs["spec"] as Data;
}

function podOf(spec: Data): Data {
  return (spec["template"] as Data)["spec"] as Data;
}

/** The pod of a job that is told nothing but the least. */
const pod = {
  automountServiceAccountToken: false,
  containers: [
    {
      env: [],
      envFrom: [],
      image: "registry.example.com/migrate:1.4.2",
      imagePullPolicy: "IfNotPresent",
      name: "migrate",
      resources: {
        limits: { cpu: "500m", memory: "512Mi" },
        requests: { cpu: "100m", memory: "256Mi" },
      },
      securityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ["ALL"] },
        privileged: false,
        readOnlyRootFilesystem: true,
      },
      terminationMessagePolicy: "FallbackToLogsOnError",
      volumeMounts: [{ mountPath: "/tmp", name: "tmp" }],
    },
  ],
  enableServiceLinks: false,
  restartPolicy: "Never",
  securityContext: {
    fsGroup: 10001,
    runAsGroup: 10001,
    runAsNonRoot: true,
    runAsUser: 10001,
    seccompProfile: { type: "RuntimeDefault" },
  },
  serviceAccountName: "migrate",
  volumes: [{ emptyDir: { sizeLimit: "256Mi" }, name: "tmp" }],
};

describe("AppJob", () => {
  it("makes a job that nothing reaches, and nothing else", async () => {
    const { resources, one } = await previewJob();

    assert.deepEqual(namesOf(resources), [
      `${types.vpc} nodes`,
      `${types.topic} after`,
      `${types.job} migrate`,
      `${types.account} migrate`,
      `${types.policy} migrate`,
      `${own} migrate`,
    ]);
    assert.deepEqual(specOf(one(types.policy))["ingress"], []);
  });

  it("gives every child to the component, on the provider of its kind", async () => {
    const { resources, one } = await previewJob({ connectsTo: [database, rights] });

    const component = one(own).urn;
    for (const { custom, type, parent, provider } of resources) {
      if (!custom || type === types.vpc || type === types.topic) continue;
      assert.equal(parent, component, type);
      assert.ok(provider.includes(`pulumi:providers:${type.split(":")[0] ?? ""}::`), type);
    }
  });

  it("runs once, within its time and tries, and again when it failed", async () => {
    const job = (await previewJob()).one(types.job);
    const { template, ...spec } = specOf(job);

    assert.deepEqual(metadataOf(job), {
      annotations: { "pulumi.com/replaceUnready": "true" },
      labels,
      name: "migrate-1191d2ea",
      namespace: "shop",
    });
    assert.deepEqual(spec, { activeDeadlineSeconds: 900, backoffLimit: 2 });
    assert.deepEqual(template, { metadata: podMetadata, spec: pod });
    assert.equal(job.options.customTimeouts.create, "1200s");
  });

  it("runs what it is told to, for as long as it is told", async () => {
    const { one } = await previewJob({
      command: ["node", "migrate.js"],
      arguments: ["--to", "latest"],
      retries: 0,
      deadlineSeconds: 60,
    });
    const spec = specOf(one(types.job));
    const [container = {}] = podOf(spec)["containers"] as Data[];

    assert.deepEqual(container["command"], ["node", "migrate.js"]);
    assert.deepEqual(container["args"], ["--to", "latest"]);
    assert.equal(spec["backoffLimit"], 0);
    assert.equal(spec["activeDeadlineSeconds"], 60);
  });

  const other: readonly [string, Partial<AppJobArgs>][] = [
    ["image", { image: "registry.example.com/migrate:1.4.3" }],
    ["command", { command: ["true"] }],
    ["arguments", { arguments: ["--all"] }],
    ["resources", { resources: { ...args.resources, limits: { cpu: "1", memory: "1Gi" } } }],
    ["number of tries", { retries: 3 }],
    ["time", { deadlineSeconds: 901 }],
    ["user", { userId: 20_000 }],
    ["secret", { secrets: { TOKEN: { secretArn: "arn", key: "token" } } }],
  ];
  for (const [what, change] of other) {
    it(`is another job with another ${what}`, async () => {
      const nameOf = async (made: Promise<Previewed>) =>
        metadataOf((await made).one(types.job))["name"];

      assert.notEqual(await nameOf(previewJob(change)), await nameOf(previewJob()));
    });
  }

  it("is the same job with other values of its variables", async () => {
    const nameOf = async (url: string) =>
      metadataOf((await previewJob({ environment: { URL: url } })).one(types.job))["name"];

    assert.equal(await nameOf("https://a.example.com"), await nameOf("https://b.example.com"));
  });

  it("finds its files where it cannot change them", async () => {
    const { one } = await previewJob({ files: { "go.sh": "true" } });
    const job = one(types.job);
    const map = one(types.map);
    const spec = podOf(specOf(job));
    const [container = {}] = spec["containers"] as Data[];

    assert.equal(map.name, "migrate-files");
    assert.deepEqual(map.inputs["data"], { "go.sh": "true" });
    assert.equal(map.inputs["immutable"], true);
    assert.deepEqual(spec["volumes"], [
      ...pod.volumes,
      { configMap: { name: metadataOf(map)["name"] }, name: "files" },
    ]);
    assert.deepEqual(container["volumeMounts"], [
      { mountPath: "/tmp", name: "tmp" },
      { mountPath: "/files", name: "files", readOnly: true },
    ]);
    assert.deepEqual(sourcesOf(job, "spec"), [`${types.map}::migrate-files`]);
  });

  it("comes after all that its pods are given, and is waited for", async () => {
    const { one } = await previewJob({
      connectsTo: [database, rights],
    });
    const job = one(types.job);

    assert.deepEqual(sourcesOf(job, "spec"), [`${types.map}::migrate`]);
    assert.deepEqual(
      waitsFor(job).map((urn) => urn.split("::test::").at(-1)),
      [
        `${types.vpc}::nodes`,
        `${types.association}::migrate`,
        `${types.rolePolicy}::migrate`,
        `${types.account}::migrate`,
        `${types.secret}::migrate`,
        `${types.policy}::migrate`,
      ],
    );
    assert.deepEqual(one(types.topic).options.dependsOn, [job.urn]);
  });

  it("runs by a schedule, one at a time", async () => {
    const { all, one } = await previewJob({ schedule });
    const cronJob = one(types.cronJob);

    assert.deepEqual(metadataOf(cronJob), { labels, name: "migrate", namespace: "shop" });
    assert.deepEqual(specOf(cronJob), {
      concurrencyPolicy: "Forbid",
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        metadata: { labels },
        spec: {
          activeDeadlineSeconds: 900,
          backoffLimit: 2,
          template: { metadata: podMetadata, spec: pod },
        },
      },
      schedule: "0 2 * * 0",
      startingDeadlineSeconds: 600,
      successfulJobsHistoryLimit: 3,
      suspend: false,
      timeZone: "Etc/UTC",
    });
    assert.deepEqual(all(types.job), []);
    assert.deepEqual(one(types.topic).options.dependsOn, [cronJob.urn]);
  });

  it("waits for somebody to start it when it is suspended", async () => {
    const { one } = await previewJob({ schedule: { ...schedule, suspended: true } });

    assert.equal(specOf(one(types.cronJob))["suspend"], true);
  });

  it("runs by the clock of a time zone that it is told", async () => {
    const { one } = await previewJob({ schedule: { ...schedule, timeZone: "Africa/Lusaka" } });

    assert.equal(specOf(one(types.cronJob))["timeZone"], "Africa/Lusaka");
  });

  it("reaches what its edges lead to, with their variables, secrets and rights", async () => {
    const { one } = await previewJob({ connectsTo: [database, rights] });
    const egress = specOf(one(types.policy))["egress"] as Data[];
    const policy = JSON.parse(String(one(types.rolePolicy).inputs["policy"])) as unknown;

    assert.deepEqual(egress.at(-1), {
      ports: [{ port: 5432, protocol: "TCP" }],
      to: [{ ipBlock: { cidr: "10.0.21.0/24" } }],
    });
    assert.deepEqual(policy, { Version: "2012-10-17", Statement: rights.statements });
    assert.equal(one(types.role).name, "migrate");
    assert.deepEqual((specOf(one(types.job))["template"] as Data)["metadata"], {
      ...podMetadata,
      labels: { ...labels, "groundwork/role": "required" },
    });
    assert.equal((one(types.map).inputs["data"] as Data)["DATABASE_NAME"], "shop");
  });

  it("fails with every problem at once", async () => {
    await assert.rejects(previewJob({ accountId: "1", retries: 21 }), {
      message: [
        "accountId must be 12 digits, got 1",
        "retries must be a whole number from 0 to 20, got 21",
      ].join("\n"),
    });
  });

  it("takes a name of 52 characters", () => {
    assert.deepEqual(validateJob({ ...args, ready: [], workloadName: "a".repeat(52) }), []);
  });

  const cron =
    "schedule.cron must be minute, hour, day, month and day of the week, such as 0 2 * * 0";
  const refused: readonly [string, Partial<AppJobArgs>, string][] = [
    [
      "its name leaves no room for those of its pods",
      { workloadName: "a".repeat(53) },
      `workloadName must be at most 52 characters for a job, got 53: ${"a".repeat(53)}`,
    ],
    [
      "it is tried too often",
      { retries: -1 },
      "retries must be a whole number from 0 to 20, got -1",
    ],
    [
      "it has no time",
      { deadlineSeconds: 0 },
      "deadlineSeconds must be a whole number from 1 to 86400, got 0",
    ],
    [
      "a file lies elsewhere",
      { files: { "../go.sh": "true" } },
      "files must be named by letters, digits, hyphens, dots and _, not .. first, got ../go.sh",
    ],
    ["the schedule is short", { schedule: { cron: "0 2 * *" } }, `${cron}, got 0 2 * *`],
    [
      "the schedule names a time zone",
      { schedule: { cron: "TZ=UTC 0 2 * * 0" } },
      `${cron}, got TZ=UTC 0 2 * * 0`,
    ],
    [
      "there is no such time zone",
      { schedule: { ...schedule, timeZone: "Africa/Nowhere" } },
      "schedule.timeZone must be an IANA time zone such as Africa/Lusaka, got Africa/Nowhere",
    ],
  ];
  for (const [when, change, problem] of refused) {
    it(`fails when ${when}`, () => {
      assert.deepEqual(validateJob({ ...args, ready: [], ...change }), [problem]);
    });
  }
});
