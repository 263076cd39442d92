import assert from "node:assert/strict";
import { brokerEdge } from "../../components/workload/edges/broker";
import { bucketEdge } from "../../components/workload/edges/bucket";
import { cacheEdge } from "../../components/workload/edges/cache";
import { databaseEdge } from "../../components/workload/edges/database";
import { secretEdge } from "../../components/workload/edges/secret";
import { serviceEdge } from "../../components/workload/edges/service";
import type { AppServiceArgs } from "../../components/app-service/args";
import type { Data } from "../../preview/engine/wire";
import type { Previewed } from "../support/preview";
import { previewService, types } from "./app-service-args";

const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-1a2b3c";
const cidrBlocks = ["10.0.21.0/24", "10.0.22.0/24"];

const dns = {
  ports: [
    { port: 53, protocol: "UDP" },
    { port: 53, protocol: "TCP" },
  ],
  to: [
    {
      namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
      podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
    },
  ],
};
const role = {
  ports: [{ port: 80, protocol: "TCP" }],
  to: [{ ipBlock: { cidr: "169.254.170.23/32" } }],
};
const stores = cidrBlocks.map((cidr) => ({ ipBlock: { cidr } }));

/** What a service gets of one edge, or of whatever else it is told. */
async function given(change: Partial<AppServiceArgs>) {
  const previewed = await previewService(change);
  return { ...policyOf(previewed), ...variablesOf(previewed), statements: rightsOf(previewed) };
}

function policyOf({ one }: Previewed) {
  const { ingress, egress } = one(types.policy).inputs["spec"] as Data;
  return { ingress, egress };
}

function variablesOf({ all }: Previewed) {
  const [map] = all(types.map);
  const [secret] = all(types.secret);
  return {
    environment: map?.inputs["data"],
    secrets: (secret?.inputs["spec"] as Data | undefined)?.["data"],
  };
}

function rightsOf({ all }: Previewed): unknown {
  const [policy] = all(types.rolePolicy);
  if (policy === undefined) return [];
  return (JSON.parse(String(policy.inputs["policy"])) as { Statement: unknown }).Statement;
}

function delivered(variable: string, property: string) {
  return { remoteRef: { key: secretArn, property }, secretKey: variable };
}

describe("AppService's network policy", () => {
  it("lets nothing in and nothing out but questions for names", async () => {
    const { one } = await previewService();

    assert.deepEqual(one(types.policy).inputs, {
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata: {
        labels: {
          "app.kubernetes.io/managed-by": "pulumi",
          "app.kubernetes.io/name": "orders",
          "app.kubernetes.io/part-of": "shop",
        },
        name: "orders",
        namespace: "shop",
      },
      spec: {
        egress: [dns],
        ingress: [],
        podSelector: { matchLabels: { "app.kubernetes.io/name": "orders" } },
        policyTypes: ["Ingress", "Egress"],
      },
    });
  });

  it("lets callers reach the port that they call, and no other", async () => {
    const { ingress } = await given({
      metricsPort: 9090,
      callers: {
        cidrBlocks: ["10.0.1.0/24"],
        services: [{ service: "users" }, { service: "agents", namespace: "ops" }],
      },
      metricsCallers: { namespaces: ["monitoring"] },
    });

    assert.deepEqual(ingress, [
      {
        from: [
          { ipBlock: { cidr: "10.0.1.0/24" } },
          { podSelector: { matchLabels: { "app.kubernetes.io/name": "users" } } },
          {
            namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "ops" } },
            podSelector: { matchLabels: { "app.kubernetes.io/name": "agents" } },
          },
        ],
        ports: [{ port: 3000, protocol: "TCP" }],
      },
      {
        from: [
          { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "monitoring" } } },
        ],
        ports: [{ port: 9090, protocol: "TCP" }],
      },
    ]);
  });

  it("lets nobody reach the metrics when nobody is said to", async () => {
    const { ingress } = await given({ metricsPort: 9090 });

    assert.deepEqual(ingress, []);
  });
});

describe("an edge", () => {
  it("to a database is the way to its subnets, its place and its login", async () => {
    const database = databaseEdge({
      ...{ to: "database", host: "db.example.com", port: 5432, databaseName: "shop" },
      ...{ secretArn, cidrBlocks, overlapMinutes: 43_200 },
    });

    assert.deepEqual(await given({ connectsTo: [database] }), {
      egress: [dns, { ports: [{ port: 5432, protocol: "TCP" }], to: stores }],
      environment: {
        DATABASE_HOST: "db.example.com",
        DATABASE_NAME: "shop",
        DATABASE_PORT: "5432",
        DATABASE_SSLMODE: "verify-full",
      },
      ingress: [],
      secrets: [
        delivered("DATABASE_USERNAME", "username"),
        delivered("DATABASE_PASSWORD", "password"),
      ],
      statements: [],
    });
  });

  it("to a database is refused when its login is not renewed while it is good", async () => {
    const database = databaseEdge({
      ...{ to: "database", host: "db.example.com", port: 5432, databaseName: "shop" },
      ...{ secretArn, cidrBlocks, overlapMinutes: 60 },
    });

    await assert.rejects(given({ connectsTo: [database] }), {
      message: [
        "secretsRefreshMinutes must be less than the 60 for which DATABASE_USERNAME stays good, got 60",
        "secretsRefreshMinutes must be less than the 60 for which DATABASE_PASSWORD stays good, got 60",
      ].join("\n"),
    });
  });

  it("to a cache is the way to its subnets, its place and its password", async () => {
    const target = { to: "cache", host: "cache.example.com", port: 6379, authSecretArn: secretArn };

    assert.deepEqual(await given({ connectsTo: [cacheEdge({ ...target, cidrBlocks })] }), {
      egress: [dns, { ports: [{ port: 6379, protocol: "TCP" }], to: stores }],
      environment: { REDIS_HOST: "cache.example.com", REDIS_PORT: "6379", REDIS_TLS: "true" },
      ingress: [],
      secrets: [delivered("REDIS_PASSWORD", "password")],
      statements: [],
    });
  });

  it("to a cache with users is also the name of one", async () => {
    const target = { to: "cache", host: "cache.example.com", port: 6379, authSecretArn: secretArn };
    const { secrets } = await given({
      connectsTo: [cacheEdge({ ...target, cidrBlocks, users: true })],
    });

    assert.deepEqual(secrets, [
      delivered("REDIS_USERNAME", "username"),
      delivered("REDIS_PASSWORD", "password"),
    ]);
  });

  const kafka = {
    to: "broker",
    clusterArn: "arn:aws:kafka:eu-west-1:123456789012:cluster/shop/1a2b",
    bootstrapBrokers: "b-1.example.com:9098",
    port: 9098,
    cidrBlocks,
  };
  const connect = {
    Effect: "Allow",
    Action: ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster"],
    Resource: kafka.clusterArn,
  };

  it("to a broker is the way to its subnets, its place and the right to what is named", async () => {
    const broker = brokerEdge({
      ...kafka,
      reads: ["orders", "users.*"],
      writes: ["orders"],
      groups: ["orders-*"],
    });
    const shop = "arn:aws:kafka:eu-west-1:123456789012";

    assert.deepEqual(await given({ connectsTo: [broker] }), {
      egress: [dns, role, { ports: [{ port: 9098, protocol: "TCP" }], to: stores }],
      environment: {
        KAFKA_BOOTSTRAP_SERVERS: "b-1.example.com:9098",
        KAFKA_SASL_MECHANISM: "AWS_MSK_IAM",
      },
      ingress: [],
      secrets: undefined,
      statements: [
        { ...connect, Action: [...connect.Action, "kafka-cluster:WriteDataIdempotently"] },
        {
          Effect: "Allow",
          Action: ["kafka-cluster:DescribeTopic", "kafka-cluster:ReadData"],
          Resource: [`${shop}:topic/shop/1a2b/orders`, `${shop}:topic/shop/1a2b/users.*`],
        },
        {
          Effect: "Allow",
          Action: ["kafka-cluster:DescribeTopic", "kafka-cluster:WriteData"],
          Resource: [`${shop}:topic/shop/1a2b/orders`],
        },
        {
          Effect: "Allow",
          Action: ["kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"],
          Resource: [`${shop}:group/shop/1a2b/orders-*`],
        },
      ],
    });
  });

  it("to a broker that is read alone gives no right to write without repeats", async () => {
    const { statements } = await given({ connectsTo: [brokerEdge({ ...kafka, reads: ["a"] })] });

    assert.deepEqual((statements as readonly unknown[])[0], connect);
  });

  it("to a broker gives no right to a topic when none is named", async () => {
    const { statements } = await given({ connectsTo: [brokerEdge(kafka)] });

    assert.deepEqual(statements, [connect]);
  });

  const documents = {
    to: "documents",
    bucketName: "shop-documents-123456789012",
    bucketArn: "arn:aws:s3:::shop-documents-123456789012",
    variable: "DOCUMENTS_BUCKET",
    keyArn: "arn:aws:kms:eu-west-1:123456789012:key/data",
    region: "eu-west-1",
  };
  const list = { Effect: "Allow", Action: "s3:ListBucket", Resource: documents.bucketArn };
  const key = {
    Effect: "Allow",
    Resource: documents.keyArn,
    Condition: { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } },
  };

  it("to a bucket is the way to S3 but to nothing private, and the right to use its objects", async () => {
    const bucket = bucketEdge({ ...documents, access: "readWrite" });

    assert.deepEqual(await given({ connectsTo: [bucket] }), {
      egress: [
        dns,
        role,
        {
          ports: [{ port: 443, protocol: "TCP" }],
          to: [
            {
              ipBlock: {
                cidr: "0.0.0.0/0",
                except: [
                  "10.0.0.0/8",
                  "100.64.0.0/10",
                  "169.254.0.0/16",
                  "172.16.0.0/12",
                  "192.168.0.0/16",
                ],
              },
            },
          ],
        },
      ],
      environment: { DOCUMENTS_BUCKET: "shop-documents-123456789012" },
      ingress: [],
      secrets: undefined,
      statements: [
        list,
        {
          Effect: "Allow",
          Action: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
          Resource: `${documents.bucketArn}/*`,
        },
        { ...key, Action: ["kms:Decrypt", "kms:GenerateDataKey"] },
      ],
    });
  });

  it("to a bucket that is only read gives no right to change it", async () => {
    const { statements } = await given({
      connectsTo: [bucketEdge({ ...documents, access: "read" })],
    });

    assert.deepEqual(statements, [
      list,
      { Effect: "Allow", Action: ["s3:GetObject"], Resource: `${documents.bucketArn}/*` },
      { ...key, Action: ["kms:Decrypt"] },
    ]);
  });

  it("to a secret hands over its values, and neither a way nor a right", async () => {
    const signing = secretEdge({ to: "signing", secretArn, variables: { JWT_SECRET: "secret" } });

    assert.deepEqual(await given({ connectsTo: [signing] }), {
      egress: [dns],
      environment: undefined,
      ingress: [],
      secrets: [delivered("JWT_SECRET", "secret")],
      statements: [],
    });
  });

  it("to another service is the way to its pods, and its address", async () => {
    const service = { serviceName: "users", namespace: "people", port: 8080, servicePort: 80 };

    assert.deepEqual(
      await given({ connectsTo: [serviceEdge({ service, variable: "USERS_URL" })] }),
      {
        egress: [
          dns,
          {
            ports: [{ port: 8080, protocol: "TCP" }],
            to: [
              {
                namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "people" } },
                podSelector: { matchLabels: { "app.kubernetes.io/name": "users" } },
              },
            ],
          },
        ],
        environment: { USERS_URL: "http://users.people:80" },
        ingress: [],
        secrets: undefined,
        statements: [],
      },
    );
  });
});
