import type { Deployed } from "./deployed";
import type { Graph } from "./graph";
import { sitesIn, type Host, type Pod } from "./host";
import { at, recordAt, textAt, textsAt } from "./read";

/** A workload of the stack, as its pods are in the network and to AWS. */
export interface Workload {
  readonly host: Host & { readonly pod: Pod };
  readonly serviceAccount: string;
  /** What each of its pods is made from. */
  readonly spec: unknown;
}

/** Where the template of its pods stands in a kind of workload. */
const templates: Readonly<Record<string, readonly string[]>> = {
  CronJob: ["spec", "jobTemplate", "spec", "template"],
  DaemonSet: ["spec", "template"],
  Deployment: ["spec", "template"],
  Job: ["spec", "template"],
  StatefulSet: ["spec", "template"],
};

/** The nodes of the cluster, whose subnets and security groups are also those of the pods on them. */
export function nodesOf(graph: Graph): Host {
  const groups = graph.ofType("aws:eks/nodeGroup:NodeGroup");
  const templatesOfNodes = groups.map(({ inputs }) =>
    graph.named("aws:ec2/launchTemplate:LaunchTemplate", at(inputs, "launchTemplate", "id")),
  );
  const subnetIds = groups.flatMap(({ inputs }) => textsAt(inputs, "subnetIds"));
  return {
    name: "nodes",
    sites: sitesIn(graph, [...new Set(subnetIds)]),
    groups: templatesOfNodes.flatMap((template) =>
      textsAt(template?.inputs, "vpcSecurityGroupIds"),
    ),
  };
}

/** The workloads of the stack. */
export function workloadsOf(graph: Graph): readonly Workload[] {
  return Object.entries(templates).flatMap(([kind, path]) =>
    graph.ofKind(kind).map((resource) => workload(graph, resource, path)),
  );
}

/** The namespaces of the stack, and that of what serves every cluster. */
export function namespacesOf(graph: Graph): readonly string[] {
  const made = graph.ofKind("Namespace").map(({ inputs }) => textAt(inputs, "metadata", "name"));
  return [...made, "kube-system"];
}

/** Pods that no resource of the stack makes, by the name of their namespace. */
export function strangersIn(graph: Graph, namespace: string, labels: Pod["labels"] = {}): Host {
  return { ...nodesOf(graph), name: `pods of ${namespace}`, pod: { namespace, labels } };
}

function workload(graph: Graph, { inputs }: Deployed, path: readonly string[]): Workload {
  const spec = at(inputs, ...path, "spec");
  if (at(spec, "hostNetwork") === true) throw new Error("the model knows no pods of the host");
  const namespace = textAt(inputs, "metadata", "namespace");
  const labels = recordAt(inputs, ...path, "metadata", "labels");
  return {
    host: {
      ...nodesOf(graph),
      name: textAt(labels, "app.kubernetes.io/name") || textAt(inputs, "metadata", "name"),
      pod: { namespace, labels },
    },
    serviceAccount: textAt(spec, "serviceAccountName"),
    spec,
  };
}
