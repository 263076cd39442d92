import type { Deployed } from "./deployed";
import type { Graph } from "./graph";
import { workloadsOf, type Workload } from "./pods";
import { at, listAt, recordAt, textAt, textsAt } from "./read";
import { internet, loadBalancersOf } from "./surroundings";
import { wayTo } from "./way";

/** A way from the internet to the pods behind a rule of a load balancer. */
export interface Door {
  readonly hostnames: readonly string[];
  /** Pods that its targets are, and the port at which they answer: `api-gateway:3000`. */
  readonly pods: readonly string[];
  /** What stops a request on the way. */
  readonly barriers: readonly string[];
}

/** The doors of a stack. */
export function doorsOf(graph: Graph): readonly Door[] {
  return graph.ofType("aws:lb/listenerRule:ListenerRule").map(({ inputs }) => {
    const listener = graph.named("aws:lb/listener:Listener", inputs["listenerArn"]);
    const groups = listAt(inputs, "actions").map((action) => at(action, "targetGroupArn"));
    const targets = groups.flatMap((group) => targetsOf(graph, group));
    const [balancer = internet] = loadBalancersOf(graph);
    const https = { protocol: "tcp", number: Number(listener?.inputs["port"]) } as const;
    const steps = [
      wayTo(graph, internet, balancer, https),
      ...targets.map(({ workload, port }) =>
        wayTo(graph, balancer, workload.host, { protocol: "tcp", number: port }),
      ),
    ];
    return {
      hostnames: listAt(inputs, "conditions").flatMap((each) =>
        textsAt(each, "hostHeader", "values"),
      ),
      pods: targets.map(({ workload, port }) => `${workload.host.name}:${port.toString()}`),
      barriers: steps.flatMap(({ barriers }) => barriers),
    };
  });
}

interface Target {
  readonly workload: Workload;
  readonly port: number;
}

/** The pods that are bound to a target group, by the service that names them. */
function targetsOf(graph: Graph, group: unknown): readonly Target[] {
  return graph
    .ofKind("TargetGroupBinding")
    .filter(({ inputs }) => textAt(inputs, "spec", "targetGroupARN") === group)
    .flatMap(({ inputs }) => {
      const namespace = textAt(inputs, "metadata", "namespace");
      const reference = recordAt(inputs, "spec", "serviceRef");
      const service = graph
        .ofKind("Service")
        .find(
          (each) =>
            textAt(each.inputs, "metadata", "namespace") === namespace &&
            textAt(each.inputs, "metadata", "name") === reference["name"],
        );
      return service ? behind(graph, service, [namespace, reference["port"]]) : [];
    });
}

function behind(
  graph: Graph,
  { inputs }: Deployed,
  [namespace, number]: readonly [string, unknown],
): readonly Target[] {
  const selector = Object.entries(recordAt(inputs, "spec", "selector"));
  const port = listAt(inputs, "spec", "ports").find((each) => at(each, "port") === number);
  return workloadsOf(graph)
    .filter(({ host: { pod } }) => pod.namespace === namespace)
    .filter(({ host: { pod } }) => selector.every(([key, value]) => pod.labels[key] === value))
    .map((workload) => ({ workload, port: portOf(workload, at(port, "targetPort")) }));
}

/** The port of a pod's containers that a service calls by its number or name. */
function portOf({ spec }: Workload, target: unknown): number {
  const ports = listAt(spec, "containers").flatMap((container) => listAt(container, "ports"));
  const named = ports.find((port) => at(port, "name") === target);
  return Number(named === undefined ? target : at(named, "containerPort"));
}
