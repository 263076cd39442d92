import type { Spec } from "../spec";
import { podsOfNode, requestOfNode } from "./cluster-overhead";
import { machineOf, type Machine } from "./machine";

type NodeGroup = NonNullable<Spec["cluster"]>["nodeGroups"][string];

/** What a node has left for pods. */
export interface Room {
  /** Processors. */
  readonly cpu: number;
  /** Bytes. */
  readonly memory: number;
  readonly pods: number;
}

const mebibyte = 1024 ** 2;

/** Share of the memory that firmware and kernel leave at most: of small machines it is less. */
const memorySeen = 0.97;
/** The kubelet ends pods before less is free. */
const evictionBytes = 100 * mebibyte;

/** Processors that EKS reserves: a share of the first, of the second, of the next two and of all others. */
const reservedShares: readonly (readonly [processors: number, share: number])[] = [
  [1, 0.06],
  [1, 0.01],
  [2, 0.005],
  [Infinity, 0.0025],
];

/** Pods that EKS's image reserves memory for: those that the size has single addresses for, at least. */
const podsReservedFor: Readonly<Record<string, number>> = {
  medium: 8,
  large: 29,
  xlarge: 58,
  "2xlarge": 58,
};

/**
 * What a node of a group has left beside the operating system, Kubernetes and the pods that each node has: of the
 * smallest of its types. Undefined where one is not known.
 *
 * @see https://kubernetes.io/docs/tasks/administer-cluster/reserve-compute-resources/
 * @see https://github.com/awslabs/amazon-eks-ami/blob/main/nodeadm/internal/kubelet/config.go
 */
export function roomOf(group: NodeGroup): Room | undefined {
  const rooms = group.instanceTypes.map((type) => roomOfType(type, group));
  const known = rooms.filter((room) => room !== undefined);
  if (known.length < rooms.length) return undefined;
  return {
    cpu: Math.min(...known.map(({ cpu }) => cpu)),
    memory: Math.min(...known.map(({ memory }) => memory)),
    pods: group.maxPods - podsOfNode,
  };
}

function roomOfType(type: string, { maxPods }: NodeGroup): Omit<Room, "pods"> | undefined {
  const machine = machineOf(type);
  if (machine === undefined) return undefined;
  const [, size = ""] = type.split(".");
  const reserved = (255 + 11 * Math.min(podsReservedFor[size] ?? maxPods, maxPods)) * mebibyte;
  return {
    cpu: machine.processors - reservedOf(machine) - requestOfNode.cpu,
    memory: machine.memoryBytes * memorySeen - reserved - evictionBytes - requestOfNode.memory,
  };
}

function reservedOf({ processors }: Machine): number {
  const { reserved } = reservedShares.reduce(
    ({ left, reserved: sum }, [upTo, share]) => {
      const counted = Math.min(left, upTo);
      return { left: left - counted, reserved: sum + counted * share };
    },
    { left: processors, reserved: 0 },
  );
  return reserved;
}
