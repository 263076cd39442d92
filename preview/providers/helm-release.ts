import { holdsUnknown, type Data } from "../engine/wire";
import { digitsOf } from "./naming";
import type { ProviderRequest, StandIn } from "./stand-in";

/** Seconds that the provider waits for a release's objects. */
const waits = 300;

/** What the provider fills in of a release that is fully known. */
const off = {
  allowNullValues: false,
  atomic: false,
  cleanupOnFail: false,
  createNamespace: false,
  dependencyUpdate: false,
  devel: false,
  disableCRDHooks: false,
  disableOpenapiValidation: false,
  disableWebhooks: false,
  forceUpdate: false,
  lint: false,
  recreatePods: false,
  renderSubchartNotes: false,
  replace: false,
  resetValues: false,
  reuseValues: false,
  skipAwait: false,
  skipCrds: false,
  verify: false,
  waitForJobs: false,
};

/** Tells whether a type is a Helm release, which the provider treats unlike the objects of a cluster. */
export function isRelease(type: string): boolean {
  return type === "kubernetes:helm.sh/v3:Release";
}

/** A release as the provider completes it, but for what it reads in the chart: names of objects, a checksum. */
export function checkRelease({ urn, name, inputs, provider, olds = {} }: ProviderRequest): Data {
  const { compat, ...given } = inputs;
  const known = !holdsUnknown(inputs);
  return {
    ...(known ? off : { compat }),
    name: olds["name"] ?? `${name}-${digitsOf(urn, 8)}`,
    namespace: provider["namespace"] ?? "default",
    ...(given["skipAwait"] === true ? {} : { timeout: waits }),
    ...given,
  };
}

/** A release once it is deployed. */
export function createRelease({ inputs }: ProviderRequest): ReturnType<StandIn["create"]> {
  const { name, namespace, chart, version } = inputs;
  const status = { name, namespace, chart, version, revision: 1, status: "deployed" };
  return { id: `${String(namespace)}/${String(name)}`, outputs: { ...inputs, status } };
}
