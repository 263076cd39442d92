import type { Data } from "../../../policies/data";
import type { Rule } from "../../../policies/rule";
import { judge, resource, type Resource, root } from "../kit";
import { labels } from "./pods";

/** Types of what stands in a cluster beside what makes pods. */
export const kinds = {
  account: "kubernetes:core/v1:ServiceAccount",
  budget: "kubernetes:policy/v1:PodDisruptionBudget",
  namespace: "kubernetes:core/v1:Namespace",
  policy: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
  quota: "kubernetes:core/v1:ResourceQuota",
  range: "kubernetes:core/v1:LimitRange",
  release: "kubernetes:helm.sh/v3:Release",
  scaler: "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
} as const;

/** An object called `orders`, in the namespace `shop` unless its metadata says otherwise. */
export function object(
  type: string,
  { metadata, ...inputs }: Data,
  more: Partial<Resource> = {},
): Resource {
  return resource(
    type,
    { metadata: { name: "orders", namespace: "shop", ...(metadata as Data) }, ...inputs },
    more,
  );
}

/** The namespace `shop`. */
export const namespace = resource(
  kinds.namespace,
  { metadata: { name: "shop" } },
  { name: "shop" },
);

/** An object whose pods bear the label of `orders`. */
export function workload(type: string, spec: Data = {}, pod: Data = {}): Resource {
  const template = { metadata: { labels }, spec: pod };
  return object(type, { spec: { ...spec, template } });
}

/** The verdict of a rule on the first of these resources, with its message if it has one. */
export async function verdictOn(
  rule: Rule,
  subject: Resource,
  ...others: readonly Resource[]
): Promise<unknown> {
  const { verdicts } = await judge([rule], [root, subject, ...others]);
  const found = verdicts.find(({ urn }) => urn === subject.urn);
  return found?.message === undefined ? found?.verdict : [found.verdict, found.message];
}
