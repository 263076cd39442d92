import { unless } from "../../problems/phrases";
import type { Settings } from "../cache-settings";

/** What is wrong with the snapshot that a cache is made from. */
export function restoreProblems({ restoreFrom }: Settings): readonly string[] {
  if (restoreFrom === undefined) return [];
  const { generation } = restoreFrom;
  return unless(
    /^[a-z0-9]{1,5}$/.test(generation),
    `restoreFrom.generation must be one to five lower-case letters and digits, got ${generation}`,
  );
}
