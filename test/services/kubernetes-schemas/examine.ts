import type { ResourceDocument, StackDocument } from "../../../preview/document";
import { isData } from "../../../preview/engine/wire";
import { isMark } from "../../../preview/requirements/path";
import { leavesOf } from "../aws-schemas/paths";
import type { Complaint, Place } from "./complaint";
import type { ExternalSecrets } from "./external-secrets";
import type { KubernetesValidate } from "./kubernetes-validate";

/** What holds objects against schemas. */
export interface Judges {
  readonly kubernetes: KubernetesValidate;
  readonly externalSecrets: ExternalSecrets;
}

/** What holding an object against the schema of its type came to. */
export interface Examination {
  readonly resource: ResourceDocument;
  /** Values that were held against the schema; none where there is no schema. */
  readonly checked: number;
  /** Secrets, and values that are not known before the deployment. */
  readonly unknown: number;
  /** Values of an object that there is no schema of. */
  readonly unjudged: number;
  /** `spec.ports[0].port: 'http' is not of type 'integer'` */
  readonly refusals: readonly string[];
}

/** The Kubernetes objects of a stack: all that its clusters are told but the charts, which are Helm's. */
export function objectsOf({ resources }: StackDocument): readonly ResourceDocument[] {
  return resources.filter(
    ({ type }) => type.startsWith("kubernetes:") && !type.startsWith("kubernetes:helm.sh/"),
  );
}

/** The version of Kubernetes that a stack's cluster has. */
export function versionOf({ resources }: StackDocument): string {
  const cluster = resources.find(({ type }) => type === "aws:eks/cluster:Cluster");
  const version = cluster?.inputs["version"];
  return typeof version === "string" ? version : "";
}

/** Holds objects against the schemas of a version of Kubernetes, and custom ones against those of their projects. */
export async function examine(
  { kubernetes, externalSecrets }: Judges,
  version: string,
  objects: readonly ResourceDocument[],
): Promise<readonly Examination[]> {
  const inputs = objects.map((one) => one.inputs);
  const answers = await kubernetes.check(version, inputs);
  return Promise.all(
    objects.map(async (resource, index) => {
      const complaints = answers[index] ?? (await externalSecrets.check(resource.inputs));
      return examinationOf(resource, complaints);
    }),
  );
}

function examinationOf(
  resource: ResourceDocument,
  complaints: readonly Complaint[] | undefined,
): Examination {
  const values = leavesOf(resource.inputs).map(({ value }) => value);
  const unknown = values.filter(isMark).length;
  const known = values.length - unknown;
  const refusals = (complaints ?? [])
    .filter(({ path }) => !isHidden(resource.inputs, path))
    .map(({ path, message }) => `${textOf(path)}: ${message}`)
    .sort();
  return complaints === undefined
    ? { ...{ resource, unknown, refusals }, checked: 0, unjudged: known }
    : { ...{ resource, unknown, refusals }, checked: known, unjudged: 0 };
}

/** Tells whether a place is a value that is not known, or within one. */
function isHidden(value: unknown, [step, ...rest]: Place): boolean {
  if (isMark(value)) return true;
  if (step === undefined || (!isData(value) && !Array.isArray(value))) return false;
  return isHidden((value as Readonly<Record<string | number, unknown>>)[step], rest);
}

function textOf(path: Place): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}
