import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { isData } from "./wire";

const signatures = new Set([
  "c44067f5952c0a294b673a41bacd8c17",
  "0def7320c3a5731c473e5ecbe6d01bc7",
]);
const signatureKey = "4dabf18193072939515e22adb298388d";

/** The files that a value's assets and archives name and that are not there. */
export function missingFiles(value: unknown, directory: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => missingFiles(item, directory));
  if (!isData(value)) return [];
  const isAsset = typeof value[signatureKey] === "string" && signatures.has(value[signatureKey]);
  if (isAsset && typeof value["path"] === "string") {
    return existsSync(resolve(directory, value["path"])) ? [] : [value["path"]];
  }
  return Object.values(value).flatMap((inner) => missingFiles(inner, directory));
}
