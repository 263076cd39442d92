import type { Deployed } from "./deployed";
import type { Graph } from "./graph";
import type { Workload } from "./pods";
import { at, listAt, textAt, textsAt } from "./read";
import { roleOfPods } from "./roles";
import { readersOf, secretsOf } from "./secrets";

/**
 * Where each secret variable of a workload comes from, as `<secret>.<key>` of Secrets Manager; in its place, what is
 * missing on the way.
 */
export function deliveredTo(graph: Graph, workload: Workload): Readonly<Record<string, string>> {
  const { spec } = workload;
  const containers = [...listAt(spec, "initContainers"), ...listAt(spec, "containers")];
  const variables = containers.flatMap((container) => listAt(container, "env"));
  const secret = variables.filter((variable) => at(variable, "valueFrom", "secretKeyRef"));
  return Object.fromEntries(
    secret.map((variable) => [
      textAt(variable, "name"),
      sourceOf(graph, workload.host.pod.namespace, at(variable, "valueFrom", "secretKeyRef")),
    ]),
  );
}

function sourceOf(graph: Graph, namespace: string, reference: unknown): string {
  const external = graph
    .ofKind("ExternalSecret")
    .find(
      ({ inputs }) =>
        textAt(inputs, "metadata", "namespace") === namespace &&
        textAt(inputs, "spec", "target", "name") === textAt(reference, "name"),
    );
  const entry = listAt(external?.inputs, "spec", "data").find(
    (each) => textAt(each, "secretKey") === textAt(reference, "key"),
  );
  if (external === undefined || entry === undefined) return "nothing delivers it";
  if (!isServed(graph, external, namespace)) return `no store serves ${namespace}`;
  return contentOf(graph, at(entry, "remoteRef"));
}

function contentOf(graph: Graph, reference: unknown): string {
  const property = textAt(reference, "property");
  const secret = secretsOf(graph).find(({ arn }) => arn === at(reference, "key"));
  if (secret === undefined) return "no secret of the stack";
  if (!secret.keys.includes(property)) return `${secret.name} has no ${property}`;
  const role = controllerRoleOf(graph);
  const isRead = role !== undefined && readersOf(graph, secret).includes(role.name);
  return isRead ? `${secret.name}.${property}` : `the controller may not read ${secret.name}`;
}

/** Whether the store that an ExternalSecret names is there for a namespace. */
function isServed(graph: Graph, { inputs }: Deployed, namespace: string): boolean {
  const reference = at(inputs, "spec", "secretStoreRef");
  const store = graph
    .ofKind(textAt(reference, "kind"))
    .find((each) => textAt(each.inputs, "metadata", "name") === textAt(reference, "name"));
  return listAt(store?.inputs, "spec", "conditions").some((condition) =>
    textsAt(condition, "namespaces").includes(namespace),
  );
}

/** The role of the pods that copy secrets into the cluster. */
function controllerRoleOf(graph: Graph): Deployed | undefined {
  const release = graph
    .ofKind("Release")
    .find(({ inputs }) => inputs["chart"] === "external-secrets");
  const account = textAt(release?.inputs, "values", "serviceAccount", "name");
  return roleOfPods(graph, textAt(release?.inputs, "namespace"), account);
}
