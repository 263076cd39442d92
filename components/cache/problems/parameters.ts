import { unless } from "../../problems/phrases";
import type { Settings } from "../cache-settings";

/** Parameters that ElastiCache decides by itself or by another setting. */
const fixed: ReadonlySet<string> = new Set([
  "appendfsync",
  "appendonly",
  "cluster-enabled",
  "maxclients",
  "maxmemory",
  "requirepass",
  "save",
]);

/** What ElastiCache refuses of parameters. */
export function parameterProblems({ parameters }: Settings): readonly string[] {
  return Object.entries(parameters).flatMap(([name, value]) =>
    unless(
      !fixed.has(name),
      `parameters["${name}"] must be left out, as ElastiCache sets it, got ${value}`,
    ),
  );
}
