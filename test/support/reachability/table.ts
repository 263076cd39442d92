import type { Graph } from "./graph";
import type { Host } from "./host";
import { namespacesOf, nodesOf, strangersIn, workloadsOf } from "./pods";
import { storesOf } from "./stores";
import {
  controlPlanesOf,
  internet,
  loadBalancersOf,
  operatorsOf,
  rotationsOf,
} from "./surroundings";
import { wayTo } from "./way";

/** For each pair that may matter, `<from> -> <to>:<port>`: what stops a connection, and nothing where it works. */
export type Table = Readonly<Record<string, readonly string[]>>;

/** Who reaches the stores of a stack and its workloads, and what stops the others. */
export function tableOf(graph: Graph): Table {
  const workloads = workloadsOf(graph).map(({ host }) => host);
  const targets = [
    ...storesOf(graph),
    ...workloads.map((host) => ({ host, port: { protocol: "tcp", number: 3000 } as const })),
  ];
  const ways = [...workloads, ...othersIn(graph)].flatMap((from) =>
    targets.map(({ host, port }): [string, readonly string[]] => [
      `${from.name} -> ${host.name}:${port.number.toString()}`,
      wayTo(graph, from, host, port).barriers,
    ]),
  );
  return Object.fromEntries(ways);
}

/** What stops the pairs of a table of which another one says something else. */
export function changesTo(before: Table, after: Table): Table {
  const changed = Object.entries(after).filter(
    ([pair, barriers]) => barriers.join() !== before[pair]?.join(),
  );
  return Object.fromEntries(changed);
}

function othersIn(graph: Graph): readonly Host[] {
  return [
    ...namespacesOf(graph).map((namespace) => strangersIn(graph, namespace)),
    nodesOf(graph),
    ...rotationsOf(graph),
    ...loadBalancersOf(graph),
    ...operatorsOf(graph),
    ...controlPlanesOf(graph),
    internet,
  ];
}
