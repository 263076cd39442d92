import type { Layer, Size } from "../spec/spec";

/**
 * Machines and volumes by size. A size never decides addresses, versions, retention, encryption or
 * how many zones there are: those belong to the blueprint and the environment.
 */
export const sizePresets: Readonly<Record<Size, Layer>> = {
  small: {
    database: {
      instanceClass: "db.t4g.medium",
      storage: { type: "gp3", allocatedGiB: 50, maximumGiB: 100 },
    },
    cache: { nodeType: "cache.t4g.medium" },
    broker: {
      instanceType: "kafka.m7g.large",
      storage: { allocatedGiB: 100, maximumGiB: 200 },
    },
    cluster: {
      nodeGroups: {
        general: {
          instanceTypes: ["t3.large"],
          amiType: "AL2023_x86_64_STANDARD",
          minimum: 3,
          maximum: 6,
        },
      },
    },
  },
  medium: {
    database: {
      instanceClass: "db.m7g.large",
      storage: { type: "gp3", allocatedGiB: 100, maximumGiB: 500 },
    },
    cache: { nodeType: "cache.m7g.large" },
    broker: {
      instanceType: "kafka.m7g.large",
      storage: { allocatedGiB: 250, maximumGiB: 1000 },
    },
    cluster: {
      nodeGroups: {
        general: {
          instanceTypes: ["m7i.large"],
          amiType: "AL2023_x86_64_STANDARD",
          minimum: 3,
          maximum: 9,
        },
      },
    },
  },
  large: {
    database: {
      instanceClass: "db.r7g.2xlarge",
      storage: { type: "gp3", allocatedGiB: 500, maximumGiB: 2000 },
    },
    cache: { nodeType: "cache.r7g.xlarge" },
    broker: {
      instanceType: "kafka.m7g.xlarge",
      storage: { allocatedGiB: 1000, maximumGiB: 4000 },
    },
    cluster: {
      nodeGroups: {
        general: {
          instanceTypes: ["m7i.xlarge"],
          amiType: "AL2023_x86_64_STANDARD",
          minimum: 3,
          maximum: 12,
        },
      },
    },
  },
  xlarge: {
    database: {
      instanceClass: "db.r7g.4xlarge",
      storage: { type: "gp3", allocatedGiB: 1000, maximumGiB: 4000 },
    },
    cache: { nodeType: "cache.r7g.2xlarge" },
    broker: {
      instanceType: "kafka.m7g.2xlarge",
      storage: { allocatedGiB: 2000, maximumGiB: 8000 },
    },
    cluster: {
      nodeGroups: {
        general: {
          instanceTypes: ["m7i.2xlarge"],
          amiType: "AL2023_x86_64_STANDARD",
          minimum: 3,
          maximum: 18,
        },
      },
    },
  },
};
