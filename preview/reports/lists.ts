/** What there is to say, in a row. */
export function list(...parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false && part !== "").join(", ");
}

/** A number with its thousands set apart. */
export function grouped(number: number): string {
  return number.toLocaleString("en-US");
}
