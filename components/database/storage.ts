import type { Settings } from "./database-settings";

/** The volume of a database. */
export interface StorageArgs {
  /**
   * EBS volume type: general purpose, or with I/O operations of its own.
   *
   * @default "gp3"
   */
  readonly type?: "gp3" | "io1" | "io2" | undefined;
  /** Size at creation in GiB: 20 to 65536, with io1 and io2 from 100. */
  readonly allocatedGiB: number;
  /**
   * Size in GiB up to which RDS grows the volume when it runs full: a tenth above `allocatedGiB` at
   * least. How far it has grown is no difference to `allocatedGiB`.
   *
   * @default - it does not grow
   */
  readonly maximumGiB?: number | undefined;
  /**
   * I/O operations per second. Required with io1 (0.5 to 50 a GiB) and io2 (0.5 to 1000 a GiB); with gp3
   * only from 400 GiB up, and then 12000 to 64000.
   *
   * @default - what AWS gives with gp3: 3000, from 400 GiB up 12000
   */
  readonly iops?: number | undefined;
  /**
   * Throughput in MiB per second, only with gp3 from 400 GiB up: 500 to 4000, at most a quarter of the
   * I/O operations.
   *
   * @default - what AWS gives with gp3: 125, from 400 GiB up 500
   */
  readonly throughputMiBps?: number | undefined;
  /**
   * Whether the transaction log has a volume of its own. Needs io1 or io2.
   *
   * @default false
   */
  readonly dedicatedLogVolume?: boolean | undefined;
}

/** The inputs of an instance that say what its volume is like, the first size aside. */
export function storageInputs({ storage }: Settings) {
  return {
    storageEncrypted: true,
    storageType: storage.type,
    iops: storage.iops,
    storageThroughput: storage.throughputMiBps,
    maxAllocatedStorage: storage.maximumGiB,
    dedicatedLogVolume: storage.dedicatedLogVolume,
  };
}
