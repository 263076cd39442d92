/** What a pod asks for. */
export interface Request {
  /** Processors. */
  readonly cpu: number;
  /** Bytes. */
  readonly memory: number;
}

const mebibyte = 1024 ** 2;

/** Pods that each node has: network, proxy, roles of pods and volumes. */
export const podsOfNode = 4;

/** What those ask for together, by the add-ons of EKS: 50m, 100m, nothing and 30m with 120 MiB. */
export const requestOfNode: Request = { cpu: 0.18, memory: 120 * mebibyte };

/** What runs once in the cluster, by how many pods it has. Requests are those of the add-ons and of what is installed. */
const shared: readonly (readonly [pods: number, millicores: number, mebibytes: number])[] = [
  [2, 100, 70], // names
  [2, 100, 200], // metrics
  [2, 60, 240], // volumes
  [2, 100, 256], // load balancers' targets
  [2, 100, 600], // number of nodes
  [2, 50, 500], // recommendations
  [2, 50, 256], // secrets
  [2, 20, 128], // admission of secrets
  [1, 20, 192], // certificates of that
];

/** Requests of the pods that the cluster itself runs, beside those of each node. */
export const requestsOfCluster: readonly Request[] = shared.flatMap(
  ([pods, millicores, mebibytes]) =>
    Array.from({ length: pods }, () => ({
      cpu: millicores / 1000,
      memory: mebibytes * mebibyte,
    })),
);
