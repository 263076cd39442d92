import { readFileSync } from "node:fs";
import * as aws from "@pulumi/aws";
import * as k8s from "@pulumi/kubernetes";
import { type CustomResource, ProviderResource, type Inputs } from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import type { ResourceDocument } from "../preview/document";

class BareProvider extends ProviderResource {}

type ResourceClass = new (
  name: string,
  inputs: Inputs,
  opts: { provider: ProviderResource },
) => CustomResource;

/**
 * The resources of a previewed stack again, without components: the same types, inputs and
 * dependencies, made one after the other. What components cost is the difference.
 */
export = () => {
  const document = JSON.parse(
    readFileSync(process.env["BENCH_RESOURCES"] ?? "", "utf8"),
  ) as ResourceDocument[];
  const made = new Map<string, CustomResource>();
  const providers = new Map<string, ProviderResource>();
  for (const resource of document.filter(({ type }) => type.startsWith("pulumi:providers:"))) {
    const pkg = resource.type.split(":")[2] ?? "";
    providers.set(resource.urn, new BareProvider(pkg, resource.name, resource.inputs));
  }
  for (const resource of inOrder(document.filter(({ provider }) => provider !== ""))) {
    const provider = providers.get(resource.provider);
    if (provider === undefined) continue;
    const inputs = Object.entries(resource.inputs).map(([key, value]) => {
      const [source] = resource.propertyDependencies[key] ?? [];
      const from = source === undefined ? undefined : made.get(source);
      return [key, from === undefined ? value : from.id];
    });
    made.set(
      resource.urn,
      new (classOf(resource.type))(uniqueName(resource), Object.fromEntries(inputs) as Inputs, {
        provider,
      }),
    );
  }
};

/** The SDK's class of a type: `aws:ec2/vpc:Vpc` is `aws.ec2.Vpc`, `kubernetes:apps/v1:Deployment` is `k8s.apps.v1.Deployment`. */
function classOf(type: string): ResourceClass {
  const [pkg = "", path = "", name = ""] = type.split(":");
  if (pkg === "kubernetes") return kubernetesClassOf(path, name);
  const module = path.split("/")[0] ?? "";
  const sdk: unknown = pkg === "aws" ? Reflect.get(aws, module) : random;
  return Reflect.get(sdk as object, name) as ResourceClass;
}

/** What the SDK does not know is a custom resource. */
function kubernetesClassOf(path: string, name: string): ResourceClass {
  const [group = "", version = ""] = path.split("/");
  const [module = ""] = group.split(".");
  const groups = k8s as unknown as Record<string, Record<string, Record<string, ResourceClass>>>;
  const known = groups[module]?.[version]?.[name];
  return known ?? (k8s.apiextensions.CustomResource as unknown as ResourceClass);
}

/** Every resource after those that it was made from. */
function inOrder(resources: readonly ResourceDocument[]): readonly ResourceDocument[] {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const ordered = new Set<ResourceDocument>();
  const visit = (resource: ResourceDocument): void => {
    if (ordered.has(resource)) return;
    for (const urn of Object.values(resource.propertyDependencies).flat()) {
      const source = byUrn.get(urn);
      if (source) visit(source);
    }
    ordered.add(resource);
  };
  resources.forEach(visit);
  return [...ordered];
}

/** Names are unique below a component only. */
function uniqueName({ component, name }: ResourceDocument): string {
  return `${component}-${name}`;
}
