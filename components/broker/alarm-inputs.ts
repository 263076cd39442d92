import { brokersOf } from "./brokers";
import type { Settings } from "./broker-settings";
import { instanceTypes } from "./instance-types";
import { inSyncReplicasOf } from "./server-properties";

/** What alarms on a broker need to know. All of it is plain data, so that alarms can follow from it. */
export interface AlarmInputs {
  /** Value of the dimension `Cluster Name`. */
  readonly clusterName: string;
  readonly region: string;
  readonly instanceType: string;
  /** Values of the dimension `Broker ID`. */
  readonly brokerIds: readonly string[];
  /** Size of each volume at creation in bytes. */
  readonly allocatedBytes: number;
  /** Size up to which each volume grows in bytes; undefined where it does not. */
  readonly maximumBytes: number | undefined;
  /** Bytes a second that each volume takes and gives, those of `VolumeWriteBytes` and `VolumeReadBytes` together. */
  readonly throughputBytesPerSecond: number;
  /** `PartitionCount` that a broker should not pass; undefined where it is not known. */
  readonly partitionsPerBroker: number | undefined;
  /** Copies without which a write fails. */
  readonly minimumInSyncReplicas: number;
  /** Values of the dimension `Topic`. */
  readonly topics: readonly string[];
}

const bytesPerGib = 1024 ** 3;
const bytesPerMib = 1024 ** 2;
/** Throughput of a volume that was given none of its own. */
const baselineMiBps = 250;

/** What alarms on a broker need to know, from its settings. */
export function alarmInputsOf(settings: Settings): AlarmInputs {
  const { clusterName, region, instanceType, storage, topics } = settings;
  const { allocatedGiB, maximumGiB, throughputMiBps = baselineMiBps } = storage;
  return {
    clusterName,
    region,
    instanceType,
    brokerIds: Array.from({ length: brokersOf(settings) }, (_, index) => (index + 1).toString()),
    allocatedBytes: allocatedGiB * bytesPerGib,
    maximumBytes: maximumGiB === undefined ? undefined : maximumGiB * bytesPerGib,
    throughputBytesPerSecond: throughputMiBps * bytesPerMib,
    partitionsPerBroker: instanceTypes[instanceType]?.partitions,
    minimumInSyncReplicas: inSyncReplicasOf(settings),
    topics: Object.keys(topics),
  };
}
