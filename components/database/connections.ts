import { memoryBytesOf } from "./instance-memory";

/** RDS's default of `max_connections`, `LEAST({DBInstanceClassMemory/9531392},5000)`. */
const bytesPerConnection = 9531392;
const mostByDefault = 5000;

/**
 * Most connections that an instance takes: what `max_connections` says, else RDS's default for the memory of the
 * class. That is a little too high, because RDS counts without the memory it keeps for itself.
 * Undefined for a class whose memory is not known and for a formula.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.MaxConnections
 */
export function maximumConnections(
  instanceClass: string,
  parameters: Readonly<Record<string, string>>,
): number | undefined {
  const stated = parameters["max_connections"];
  if (stated !== undefined) return /^\d+$/.test(stated) ? Number(stated) : undefined;

  const memory = memoryBytesOf(instanceClass);
  return memory === undefined
    ? undefined
    : Math.min(Math.floor(memory / bytesPerConnection), mostByDefault);
}
