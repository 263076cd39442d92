import { createHash } from "node:crypto";

/** Hexadecimal digits that stand for a provider's random ones: always the same for a resource. */
export function digitsOf(urn: string, length: number): string {
  return createHash("sha256").update(urn).digest("hex").slice(0, length);
}
