import type { Settings } from "./broker-settings";

/** The volume of each broker. */
export interface StorageArgs {
  /**
   * Size in GiB, 1 to 16384, which MSK never makes smaller. With `maximumGiB` it is the size at creation only:
   * how far the volumes have grown is no difference to it.
   */
  readonly allocatedGiB: number;
  /**
   * Size in GiB up to which the volumes grow when they run full, above `allocatedGiB` and at most 16384. They
   * grow by a tenth, or by 10 GiB where that is more, every six hours at most.
   *
   * @default - they do not grow
   */
  readonly maximumGiB?: number | undefined;
  /**
   * Percentage in use from which a volume grows, 10 to 80.
   *
   * @default 60
   */
  readonly targetUtilizationPercent?: number | undefined;
  /**
   * Throughput in MiB per second, 250 to what the type of the brokers carries. Needs kafka.m5.4xlarge or
   * kafka.m7g.2xlarge at least, and 10 GiB.
   *
   * @default - what MSK gives: 250 at most
   */
  readonly throughputMiBps?: number | undefined;
}

/** The inputs of a cluster that say what a broker's volume is like. */
export function storageInputs({ storage }: Settings) {
  const { allocatedGiB, throughputMiBps } = storage;
  return {
    volumeSize: allocatedGiB,
    ...(throughputMiBps === undefined
      ? {}
      : { provisionedThroughput: { enabled: true, volumeThroughput: throughputMiBps } }),
  };
}

/**
 * Where the program's figure is not what holds: volumes that grow by themselves are never made smaller again.
 * Only where they do: a size that is always ignored cannot be raised.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/20327
 */
export function storageIgnores({ storage }: Settings): string[] {
  return storage.maximumGiB === undefined
    ? []
    : ["brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize"];
}
