import { isData, type Data } from "../../../preview/engine/wire";
import type { Deployed } from "./deployed";
import type { Graph } from "./graph";
import type { Host, Pod, Port, Site } from "./host";
import { isWithin } from "./ipv4";
import { at, listAt, parsed, recordAt, textAt, textsAt } from "./read";

/** The other end of a connection, as the policy of a pod sees it. */
interface Peer {
  readonly host: Host;
  readonly site: Site;
}

/** Whether the network policies around a pod let a connection out of it or into it. */
export function policiesAllow(
  graph: Graph,
  { pod }: Host,
  direction: "Egress" | "Ingress",
  [peer, port]: readonly [Peer, Port],
): boolean {
  if (pod === undefined || !areEnforced(graph)) return true;
  const selecting = graph
    .ofKind("NetworkPolicy")
    .filter((policy) => textsAt(policy.inputs, "spec", "policyTypes").includes(direction))
    .filter((policy) => selects(policy, pod));
  if (selecting.length === 0) return true;
  const [rules, peers] = direction === "Egress" ? ["egress", "to"] : ["ingress", "from"];
  return selecting.some((policy) =>
    listAt(policy.inputs, "spec", rules).some(
      (rule) =>
        allowsPort(listAt(rule, "ports"), port) &&
        allowsPeer(graph, textAt(policy.inputs, "metadata", "namespace"), [
          listAt(rule, peers),
          peer,
        ]),
    ),
  );
}

/** EKS's network plugin keeps to the policies where it is told to. */
function areEnforced(graph: Graph): boolean {
  return graph.answer("are network policies enforced?", () =>
    graph
      .ofType("aws:eks/addon:Addon")
      .filter(({ inputs }) => inputs["addonName"] === "vpc-cni")
      .some(
        ({ inputs }) => at(parsed(inputs["configurationValues"]), "enableNetworkPolicy") === "true",
      ),
  );
}

function selects({ inputs }: Deployed, { namespace, labels }: Pod): boolean {
  return (
    textAt(inputs, "metadata", "namespace") === namespace &&
    matches(recordAt(inputs, "spec", "podSelector"), labels)
  );
}

/** Without ports a rule is for all of them. */
function allowsPort(ports: readonly unknown[], { protocol, number }: Port): boolean {
  return (
    ports.length === 0 ||
    ports.some((port) => {
      const first = at(port, "port") ?? 0;
      if (typeof first !== "number") throw new Error("the model knows no ports by name");
      const last = Number(at(port, "endPort") ?? (at(port, "port") === undefined ? 65_535 : first));
      const spoken = textAt(port, "protocol").toLowerCase() || "tcp";
      return spoken === protocol && first <= number && number <= last;
    })
  );
}

/** Without peers a rule is for everyone. */
function allowsPeer(
  graph: Graph,
  namespace: string,
  [peers, { host, site }]: readonly [readonly unknown[], Peer],
): boolean {
  return (
    peers.length === 0 ||
    peers.some((peer) => {
      const block = recordAt(peer, "ipBlock");
      if ("cidr" in block) return isInBlock(site.address, block);
      return host.pod !== undefined && isMeant(graph, namespace, peer, host.pod);
    })
  );
}

function isInBlock(address: string, block: Data): boolean {
  const isExcepted = textsAt(block, "except").some((range) => isWithin(address, range));
  return isWithin(address, textAt(block, "cidr")) && !isExcepted;
}

/** Whether a peer that is told by labels means a pod: of the policy's own namespace unless it names others. */
function isMeant(graph: Graph, namespace: string, peer: unknown, pod: Pod): boolean {
  const selector = at(peer, "namespaceSelector");
  const isNear = isData(selector)
    ? matches(selector, labelsOf(graph, pod.namespace))
    : pod.namespace === namespace;
  return isNear && matches(recordAt(peer, "podSelector"), pod.labels);
}

/** Kubernetes labels every namespace with its name. */
function labelsOf(graph: Graph, namespace: string): Data {
  const made = graph
    .ofKind("Namespace")
    .find(({ inputs }) => textAt(inputs, "metadata", "name") === namespace);
  const labels = made ? recordAt(made.inputs, "metadata", "labels") : {};
  return { ...labels, "kubernetes.io/metadata.name": namespace };
}

function matches(selector: Data, labels: Data): boolean {
  if ("matchExpressions" in selector) throw new Error("the model knows no matchExpressions");
  return Object.entries(recordAt(selector, "matchLabels")).every(
    ([label, value]) => labels[label] === value,
  );
}
