import { isData, type Data } from "../engine/wire";
import { checkRelease, createRelease, isRelease } from "./helm-release";
import { isClusterScoped, statusOf } from "./kubernetes-kinds";
import { checkSecret } from "./kubernetes-secret";
import { digitsOf } from "./naming";
import type { ProviderRequest, StandIn } from "./stand-in";

/**
 * What the Kubernetes provider answers when it knows its cluster, without the cluster. Where its kubeconfig
 * is not known yet, the engine does not ask it.
 */
export const kubernetes: StandIn = {
  check: (request) => (isRelease(request.type) ? checkRelease(request) : checkObject(request)),
  preview: (request) => request.inputs,
  create: (request) => (isRelease(request.type) ? createRelease(request) : createObject(request)),
  invoke: (token) => {
    throw new Error(
      `the function ${token} asks a cluster or a chart repository, which the offline preview does not have`,
    );
  },
};

/** What says of an object that its name was made up. */
const autonamed = "pulumi.com/autonamed";

function checkObject(request: ProviderRequest): Data {
  const { metadata = {}, ...inputs } = checkSecret(request.inputs);
  if (!isData(metadata)) return { ...inputs, metadata };
  return { ...inputs, metadata: { ...name(metadata, request), ...namespace(metadata, request) } };
}

/** A made-up name stays for as long as the object does. */
function name(metadata: Data, { urn, name: base, olds = {} }: ProviderRequest): Data {
  if ("name" in metadata || "generateName" in metadata) return metadata;
  const before = isData(olds["metadata"]) ? olds["metadata"]["name"] : undefined;
  const annotations = isData(metadata["annotations"]) ? metadata["annotations"] : {};
  return {
    ...metadata,
    annotations: { ...annotations, [autonamed]: "true" },
    name: before ?? `${base}-${digitsOf(urn, 8)}`,
  };
}

function namespace(metadata: Data, { inputs, provider }: ProviderRequest): Data {
  if ("namespace" in metadata || isClusterScoped(inputs["kind"])) return {};
  return { namespace: provider["namespace"] ?? "default" };
}

function createObject({ urn, inputs }: ProviderRequest): ReturnType<StandIn["create"]> {
  const metadata = isData(inputs["metadata"]) ? inputs["metadata"] : {};
  const made = { uid: digitsOf(urn, 32), resourceVersion: "1" };
  return {
    id: idOf(metadata),
    outputs: { ...inputs, ...statusOf(inputs["kind"]), metadata: { ...metadata, ...made } },
  };
}

function idOf(metadata: Data): string {
  const path = [metadata["namespace"], metadata["name"]];
  return path.filter((part) => typeof part === "string").join("/");
}
