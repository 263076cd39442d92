import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { requestsOfCluster, type Request } from "./cluster-overhead";
import { roomOf, type Room } from "./node-room";
import { amountOf, gibibytes } from "./quantity";
import { sectionRule } from "./rule";
import { podsAtMost, workloadsOf, type PlacedWorkload } from "./workloads";

type NodeGroup = NonNullable<Spec["cluster"]>["nodeGroups"][string];

/** Nodes that have room for the pods of every workload, when there are fewest and when there are most. */
export const nodeCapacityRules = [
  sectionRule("cluster", ["services", "jobs", "availabilityZones"], ({ nodeGroups }, spec) => {
    const zones = Object.keys(spec.availabilityZones).length;
    const kinds = kindsOf(Object.values(nodeGroups), zones);
    if (kinds === undefined || kinds.length === 0) return [];
    const workloads = workloadsOf(spec);
    const oversized = workloads.flatMap((placed) => onOneNode(placed, kinds));
    if (oversized.length > 0) return oversized;
    return [...together(workloads, kinds, fewest), ...together(workloads, kinds, most)];
  }),
];

/** Nodes that are alike. */
interface Kind {
  readonly type: string;
  readonly room: Room;
  readonly fewest: number;
  readonly most: number;
}

/** The nodes that take any pod; undefined where the size of one is not known. */
function kindsOf(groups: readonly NodeGroup[], zones: number): readonly Kind[] | undefined {
  const open = groups.filter(({ taints }) =>
    taints.every(({ effect }) => effect === "PREFER_NO_SCHEDULE"),
  );
  const kinds = open.flatMap((group) => {
    const room = roomOf(group);
    const times = group.onePerSubnet ? zones : 1;
    return room === undefined
      ? []
      : [
          {
            type: group.instanceTypes.join(" or "),
            room,
            fewest: (group.desired ?? group.minimum) * times,
            most: group.maximum * times,
          },
        ];
  });
  return kinds.length < open.length ? undefined : kinds;
}

function requestOf({ workload: { resources } }: PlacedWorkload): Request {
  const { cpu, memory } = resources.requests;
  return { cpu: amountOf(cpu), memory: amountOf(memory) };
}

function fits({ cpu, memory }: Request, room: Room): boolean {
  return cpu <= room.cpu && memory <= room.memory && room.pods >= 1;
}

function onOneNode(placed: PlacedWorkload, kinds: readonly Kind[]): readonly Problem[] {
  if (kinds.some(({ room }) => fits(requestOf(placed), room))) return [];
  return [
    {
      path: `${placed.path}.resources.requests`,
      value: placed.workload.resources.requests,
      rule: `must fit one node: ${kinds.map(({ type, room }) => `${type} has ${leftOf(room)}`).join(", ")} left`,
      fix: "lower them, or write larger instanceTypes in cluster.nodeGroups",
    },
  ];
}

/** A number of pods, and of the nodes that they are to fit. */
interface Level {
  readonly what: string;
  readonly nodesOf: (kind: Kind) => number;
  readonly podsOf: (placed: PlacedWorkload) => number;
  readonly fix: string;
}

const otherwise = "write larger instanceTypes, or lower resources.requests";

const fewest: Level = {
  what: "fewest",
  nodesOf: (kind) => kind.fewest,
  podsOf: ({ pods }) => pods.fewest,
  fix: `raise minimum of cluster.nodeGroups, ${otherwise} or replicas.minimum`,
};

const most: Level = {
  what: "most, those of an update among them",
  nodesOf: (kind) => kind.most,
  podsOf: podsAtMost,
  fix: `raise maximum of cluster.nodeGroups, ${otherwise} or replicas.maximum`,
};

/** Each pod, the largest first, goes to the first node that has room for it. */
function together(
  workloads: readonly PlacedWorkload[],
  kinds: readonly Kind[],
  { what, nodesOf, podsOf, fix }: Level,
): readonly Problem[] {
  const own = requestsOfCluster.length;
  const pods = [
    ...workloads.flatMap((placed) =>
      Array.from({ length: podsOf(placed) }, () => requestOf(placed)),
    ),
    ...requestsOfCluster,
  ];
  const rooms = kinds.flatMap((kind) => Array.from({ length: nodesOf(kind) }, () => kind.room));
  const taken = packed(pods, rooms);
  if (pods.length === own || taken === pods.length) return [];

  const cpu = pods.reduce((sum, pod) => sum + pod.cpu, 0);
  const memory = pods.reduce((sum, pod) => sum + pod.memory, 0);
  const nodes = kinds.map((kind) => `${nodesOf(kind)} of ${kind.type} with ${leftOf(kind.room)}`);
  return [
    {
      path: workloads[0]?.section ?? "services",
      rule: `must find room at their ${what}: ${pods.length} pods, of which ${own} are the cluster's own, ask for ${leftOf({ cpu, memory })}, and nodes take ${taken} of them: ${nodes.join(", ")} left each`,
      fix,
    },
  ];
}

/** How many of the pods find room. */
function packed(pods: readonly Request[], nodes: readonly Room[]): number {
  const rooms = [...nodes];
  const sizeOf = ({ cpu, memory }: Request) => Math.max(cpu, memory / 2 ** 32);
  const taken = [...pods]
    .sort((one, other) => sizeOf(other) - sizeOf(one))
    .filter((pod) => {
      const index = rooms.findIndex((room) => fits(pod, room));
      const room = rooms[index];
      if (room === undefined) return false;
      rooms[index] = {
        cpu: room.cpu - pod.cpu,
        memory: room.memory - pod.memory,
        pods: room.pods - 1,
      };
      return true;
    });
  return taken.length;
}

/** What sums of thousandths lack of being exact. */
const rounding = 1e-6;

function leftOf({ cpu, memory }: Request): string {
  return `${Math.floor(cpu * 100 + rounding) / 100} processors and ${gibibytes(memory)}`;
}
