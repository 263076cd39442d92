import assert from "node:assert/strict";
import type { StackDocument } from "../../../preview/document";
import { environments } from "../../../spec/spec";
import { previewConfigured } from "../../support/preview-configured";
import { preview } from "../aws-schemas/stacks";
import { examine, objectsOf, versionOf, type Judges } from "./examine";
import { externalSecretsOrSkip } from "./external-secrets";
import { kubernetesValidateOrSkip } from "./kubernetes-validate";
import { tableOf, type Examined } from "./report";

const job = {
  namespace: "cdf-smarthub",
  image: "cdf-smart-hub/migrations:1.0.0",
  resources: {
    requests: { cpu: "100m", memory: "256Mi" },
    limits: { cpu: "500m", memory: "512Mi" },
  },
  connectsTo: { database: { poolSize: 1, variablePrefix: "DB" } },
};

/** Workloads that end, which the stacks have none of. */
const jobs = {
  "groundwork:overrides": {
    jobs: {
      migrations: job,
      cleaning: { ...job, schedule: { cron: "0 2 * * 0" } },
    },
  },
};

describe("The Kubernetes objects of the stacks", () => {
  const examined: Examined[] = [];

  before(async function () {
    const judges: Judges = {
      kubernetes: kubernetesValidateOrSkip(this),
      externalSecrets: externalSecretsOrSkip(this),
    };
    const documents = new Map<string, StackDocument>();
    for (const name of environments) documents.set(name, await preview(name));
    documents.set("production with jobs", (await previewConfigured(jobs)).document);
    for (const [stack, document] of documents) {
      const version = versionOf(document);
      const examinations = await examine(judges, version, objectsOf(document));
      examined.push({ stack, version, examinations });
    }
  });

  after(() => {
    const lines = examined.length === 0 ? [] : tableOf(examined);
    for (const line of lines) console.info(`      ${line}`);
  });

  const all = () => examined.flatMap(({ examinations }) => examinations);

  it("are held against the schemas of the cluster's version", () => {
    assert.deepEqual(
      examined.map(({ version }) => version),
      ["1.36", "1.36", "1.36"],
    );
  });

  it("are of every kind that the components make", () => {
    const kinds = new Set(all().map(({ resource }) => resource.type.split(":").at(-1)));
    assert.deepEqual([...kinds].sort(), [
      ...["ConfigMap", "CronJob", "Deployment", "ExternalSecret"],
      ...["HorizontalPodAutoscaler", "Job", "LimitRange", "Namespace", "NetworkPolicy"],
      ...["PodDisruptionBudget", "ResourceQuota", "SecretStore", "Service", "ServiceAccount"],
      ...["StorageClass", "TargetGroupBinding", "ValidatingAdmissionPolicy"],
      ...["ValidatingAdmissionPolicyBinding", "VerticalPodAutoscaler"],
    ]);
  });

  it("are refused by none of them", () => {
    const refusals = examined.flatMap(({ stack, examinations }) =>
      examinations.flatMap(({ resource, refusals }) =>
        refusals.map((refusal) => `${stack} ${resource.type} ${resource.name} ${refusal}`),
      ),
    );
    assert.deepEqual(refusals, []);
  });

  it("are each held against one, but for those whose schema is in no registry", () => {
    const unjudged = all().filter(({ unjudged }) => unjudged > 0);
    assert.deepEqual(
      [...new Set(unjudged.map(({ resource }) => resource.type))],
      [
        "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler",
        "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding",
      ],
    );
  });

  it("hide a value in twenty at most", () => {
    const sum = (count: "checked" | "unknown") =>
      all().reduce((total, one) => total + one[count], 0);
    assert.ok(sum("unknown") * 20 <= sum("checked"));
  });
});
