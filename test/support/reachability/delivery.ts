import type { Deployed } from "./deployed";
import type { Graph } from "./graph";
import type { Workload } from "./pods";
import { at, listAt, textAt } from "./read";
import { readerFor } from "./secret-stores";
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
  return contentOf(graph, external, at(entry, "remoteRef"));
}

function contentOf(graph: Graph, external: Deployed, reference: unknown): string {
  const reader = readerFor(graph, external);
  if (typeof reader === "string") return reader;
  const property = textAt(reference, "property");
  const secret = secretsOf(graph).find(({ arn }) => arn === at(reference, "key"));
  if (secret === undefined) return "no secret of the stack";
  if (!secret.keys.includes(property)) return `${secret.name} has no ${property}`;
  const isRead = readersOf(graph, secret).includes(reader.name);
  return isRead ? `${secret.name}.${property}` : `${reader.name} may not read ${secret.name}`;
}
