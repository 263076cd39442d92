/** Plain data as it comes from a file or over the wire. */
export type Data = Readonly<Record<string, unknown>>;

/** Whether the value is an object with keys, and no list. */
export function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
