import assert from "node:assert/strict";
import type { ResourceDocument, StackDocument } from "../../../preview/document";
import { write } from "../aws-schemas/paths";
import { preview } from "../aws-schemas/stacks";
import { examine, versionOf, type Examination, type Judges } from "./examine";
import { externalSecretsOrSkip } from "./external-secrets";
import { kubernetesValidateOrSkip } from "./kubernetes-validate";

interface Mistake {
  /** What is wrong, as the end of "refuse ...". */
  readonly what: string;
  readonly kind: string;
  /** Where the mistake is made, the first element of lists being meant. */
  readonly path: string;
  /** What takes the place of what is there; undefined leaves it out. */
  readonly value?: unknown;
  readonly refusal: string;
}

const container = "spec.template.spec.containers[]";

const mistakes: readonly Mistake[] = [
  {
    what: "a number that is a text",
    kind: "Deployment",
    path: "spec.replicas",
    value: "3",
    refusal: "spec.replicas: '3' is not of type 'integer', 'null'",
  },
  {
    what: "a property with a slip in its name",
    kind: "Deployment",
    path: `${container}.resource`,
    value: { limits: {} },
    refusal:
      "spec.template.spec.containers[0]: Additional properties are not allowed ('resource' was unexpected)",
  },
  {
    what: "a property one level too high",
    kind: "Deployment",
    path: "spec.topologySpreadConstraints",
    value: [],
    refusal:
      "spec: Additional properties are not allowed ('topologySpreadConstraints' was unexpected)",
  },
  {
    what: "a container without a name",
    kind: "Deployment",
    path: `${container}.name`,
    refusal: "spec.template.spec.containers[0]: 'name' is a required property",
  },
  {
    what: "yes for a port",
    kind: "Service",
    path: "spec.ports[].targetPort",
    value: true,
    refusal: "spec.ports[0].targetPort: True is not valid under any of the given schemas",
  },
  {
    what: "an autoscaler without a maximum",
    kind: "HorizontalPodAutoscaler",
    path: "spec.maxReplicas",
    refusal: "spec: 'maxReplicas' is a required property",
  },
  {
    what: "a label that is a number",
    kind: "Namespace",
    path: "metadata.labels.tier",
    value: 1,
    refusal: "metadata.labels.tier: 1 is not of type 'string', 'null'",
  },
  {
    what: "peers of traffic that are no list",
    kind: "NetworkPolicy",
    path: "spec.egress[].to",
    value: { podSelector: {} },
    refusal: "spec.egress[0].to: {'podSelector': {}} is not of type 'array', 'null'",
  },
  {
    what: "a service of AWS that has no secrets",
    kind: "SecretStore",
    path: "spec.provider.aws.service",
    value: "S3",
    refusal:
      'spec.provider.aws.service: breaks enum {"allowedValues":["SecretsManager","ParameterStore"]}',
  },
  {
    what: "a store of secrets in no region",
    kind: "SecretStore",
    path: "spec.provider.aws.region",
    refusal: 'spec.provider.aws: breaks required {"missingProperty":"region"}',
  },
  {
    what: "a secret that comes from nowhere",
    kind: "ExternalSecret",
    path: "spec.data[].remoteRef.key",
    refusal: 'spec.data[0].remoteRef: breaks required {"missingProperty":"key"}',
  },
  {
    what: "a property that External Secrets does not have",
    kind: "ExternalSecret",
    path: "spec.target.owner",
    value: "Pulumi",
    refusal: "spec.target.owner: is a property that the schema does not have",
  },
];

describe("Kubernetes' schemas", () => {
  let judges: Judges;
  let production: StackDocument;
  let examinations: readonly Examination[] = [];

  before(async function () {
    judges = {
      kubernetes: kubernetesValidateOrSkip(this),
      externalSecrets: externalSecretsOrSkip(this),
    };
    production = await preview("production");
    const objects = mistakes.map((mistake) => changed(firstOf(production, mistake.kind), mistake));
    examinations = await examine(judges, versionOf(production), objects);
  });

  for (const [index, { what, refusal }] of mistakes.entries()) {
    it(`refuse ${what}, and nothing else`, () => {
      assert.deepEqual(examinations[index]?.refusals, [refusal]);
    });
  }

  it("refuse nothing of what is not known, and count it", async () => {
    const service = firstOf(production, "Service");
    const hidden = changed(service, { path: "spec.ports[].port", value: { $unknown: true } });
    const [before, after] = await examine(judges, "1.36", [service, hidden]);
    assert.deepEqual(after?.refusals, []);
    assert.equal(after.unknown, (before?.unknown ?? 0) + 1);
    assert.equal(after.checked, (before?.checked ?? 0) - 1);
  });

  it("do not know an API that Kubernetes has taken away", async () => {
    const budget = firstOf(production, "PodDisruptionBudget");
    const removed = changed(budget, { path: "apiVersion", value: "policy/v1beta1" });
    const [examination] = await examine(judges, "1.36", [removed]);
    assert.equal(examination?.checked, 0);
    assert.ok(examination.unjudged > 0);
  });

  it("are missing for a version that nobody has released", async () => {
    await assert.rejects(
      examine(judges, "1.99", [firstOf(production, "Service")]),
      /validate\.py failed for Kubernetes 1\.99: [\s\S]*VersionNotSupportedError/,
    );
  });
});

function firstOf({ resources }: StackDocument, kind: string): ResourceDocument {
  const found = resources.find(({ inputs }) => inputs["kind"] === kind);
  return found ?? assert.fail(`production has no ${kind}`);
}

function changed(
  resource: ResourceDocument,
  { path, value }: Pick<Mistake, "path" | "value">,
): ResourceDocument {
  const inputs = structuredClone(resource.inputs);
  write(inputs, path, { value, indices: [] });
  return { ...resource, inputs: JSON.parse(JSON.stringify(inputs)) as ResourceDocument["inputs"] };
}
