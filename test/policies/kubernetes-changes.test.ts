import assert from "node:assert/strict";
import fc from "fast-check";
import { kubernetesRules } from "../../policies/kubernetes-rules";
import { podRules } from "../../policies/pod-rules";
import type { Data } from "../../policies/data";
import type { Verdict } from "../../policies/verdict";
import { judgeInProcess, resource, type Resource, root, secret, unknown } from "./kit";

const rules = [...kubernetesRules, ...podRules];
const name = "orders";
const labels = {
  "app.kubernetes.io/managed-by": "pulumi",
  "app.kubernetes.io/name": name,
  "app.kubernetes.io/part-of": "shop",
};
const metadata = { name, namespace: "shop", labels };
const selector = { matchLabels: { "app.kubernetes.io/name": name } };
const probe = { httpGet: { path: "/health", port: "http" } };
const amounts = { cpu: "1", memory: "1Gi" };
const container = {
  name,
  image: "registry.example.com/orders:1.4.2",
  imagePullPolicy: "IfNotPresent",
  args: ["serve"],
  env: [{ name: "DB_HOST", value: "db.example.com" }],
  ports: [{ name: "http", containerPort: 3000 }],
  livenessProbe: probe,
  readinessProbe: probe,
  resources: { requests: amounts, limits: amounts },
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { add: ["NET_BIND_SERVICE"], drop: ["ALL"] },
    privileged: false,
    readOnlyRootFilesystem: true,
  },
};
const pod = {
  automountServiceAccountToken: false,
  containers: [container],
  hostNetwork: false,
  restartPolicy: "Always",
  securityContext: {
    runAsNonRoot: true,
    runAsUser: 10001,
    seccompProfile: { type: "RuntimeDefault" },
    sysctls: [{ name: "net.ipv4.tcp_syncookies", value: "1" }],
  },
  serviceAccountName: name,
  topologySpreadConstraints: [
    { topologyKey: "topology.kubernetes.io/zone", labelSelector: selector },
  ],
  volumes: [{ name: "tmp", emptyDir: { sizeLimit: "256Mi" } }],
};

/** A sound program: no rule has anything to say against it. */
const sound: Readonly<Record<string, Data>> = {
  "kubernetes:apps/v1:Deployment": {
    metadata,
    spec: {
      replicas: 3,
      strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0 } },
      template: { metadata: { labels }, spec: pod },
    },
  },
  "kubernetes:autoscaling/v2:HorizontalPodAutoscaler": {
    metadata,
    spec: { minReplicas: 3, scaleTargetRef: { kind: "Deployment", name } },
  },
  "kubernetes:core/v1:ConfigMap": { metadata, data: { LOG_LEVEL: "info" } },
  "kubernetes:core/v1:LimitRange": { metadata },
  "kubernetes:core/v1:Namespace": {
    metadata: { name: "shop", labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
  },
  "kubernetes:core/v1:ResourceQuota": { metadata, spec: { hard: { pods: "50" } } },
  "kubernetes:core/v1:Secret": { metadata, type: "Opaque", data: {} },
  "kubernetes:core/v1:Service": { metadata, spec: { type: "ClusterIP", externalIPs: [] } },
  "kubernetes:core/v1:ServiceAccount": { metadata, automountServiceAccountToken: false },
  "kubernetes:external-secrets.io/v1:ClusterSecretStore": {
    spec: {
      conditions: [{ namespaceSelector: { matchLabels: { team: "orders" } } }],
      provider: { aws: { region: "eu-west-1", role: "arn:aws:iam::123456789012:role/orders" } },
    },
  },
  "kubernetes:helm.sh/v3:Release": {
    ...{ atomic: true, chart: "orders", namespace: "tools", skipAwait: false, version: "1.2.3" },
    repositoryOpts: { repo: "https://charts.example.com" },
  },
  "kubernetes:networking.k8s.io/v1:Ingress": {
    metadata,
    spec: { rules: [{ host: "api.example.com" }], tls: [{ hosts: ["api.example.com"] }] },
  },
  "kubernetes:networking.k8s.io/v1:NetworkPolicy": {
    metadata,
    spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"], ingress: [], egress: [] },
  },
  "kubernetes:policy/v1:PodDisruptionBudget": {
    metadata,
    spec: { minAvailable: 2, selector, unhealthyPodEvictionPolicy: "AlwaysAllow" },
  },
  "kubernetes:rbac.authorization.k8s.io/v1:Role": {
    metadata,
    rules: [
      { apiGroups: [""], resources: ["secrets"], resourceNames: [name], verbs: ["get"] },
      { apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] },
    ],
  },
  "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding": {
    metadata,
    roleRef: { kind: "Role", name },
    subjects: [{ kind: "ServiceAccount", name }],
  },
};

/** A step into a value: a key of an object, or the place in a list. */
type Path = readonly string[];

/** The paths of all values within a value. */
function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) yield* pathsIn(child, [...path, key]);
}

/** The value with another one in place of what stands at the path. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const entries = Object.entries(value as object).map(([own, child]): [string, unknown] => [
    own,
    own === key ? replaced(child, rest, by) : child,
  ]);
  return Array.isArray(value) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

const soundProgram = [
  root,
  ...Object.entries(sound).map(([type, inputs]) => resource(type, inputs, { name })),
];

/** The sound program with another value in one place. */
function programWith(type: string, path: Path, by: unknown): readonly Resource[] {
  return soundProgram.map((item) =>
    item.type === type ? resource(type, replaced(item.inputs, path, by) as Data, { name }) : item,
  );
}

const places = Object.entries(sound).flatMap(([type, inputs]) =>
  [...pathsIn(inputs)].map((path) => ({ type, path })),
);

async function verdictsOn(program: readonly Resource[]): Promise<readonly Verdict[]> {
  return (await judgeInProcess(rules, program)).verdicts;
}

describe("every rule about Kubernetes", () => {
  it("finds nothing in a sound program", async () => {
    const verdicts = await verdictsOn(programWith("", [], undefined));
    assert.deepEqual(
      verdicts.filter(({ verdict }) => verdict === "fail" || verdict === "undecided"),
      [],
    );
    const applied = new Set(
      verdicts.filter(({ verdict }) => verdict === "pass").map(({ rule }) => rule),
    );
    assert.deepEqual(
      rules.map(({ id }) => id).filter((id) => !applied.has(id)),
      ["kubernetes-api-served", "pod-managed", "pod-registry-trusted"],
    );
  });

  it("finds nothing in it where any one value is not known yet", async () => {
    for (const { type, path } of places) {
      const verdicts = await verdictsOn(programWith(type, path, unknown));
      const failures = verdicts.filter(({ verdict }) => verdict === "fail");
      assert.deepEqual(failures, [], `${type} ${path.join(".")}`);
    }
  });

  it("judges it whatever stands in place of any one value", async () => {
    const place = fc.constantFrom(...places);
    const value = fc.constantFrom<unknown>(
      ...[null, true, -1, "", "correct horse", [], {}, [{}], [unknown], secret("a")],
    );
    await fc.assert(
      fc.asyncProperty(place, value, async ({ type, path }, by) => {
        for (const { message = "" } of await verdictsOn(programWith(type, path, by))) {
          assert.doesNotMatch(message, /a defect of the rule/);
        }
      }),
      { numRuns: 200 },
    );
  });
});
