import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseConfiguration, type Configuration } from "@groundwork/policies/configuration";
import { rules } from "@groundwork/policies/pack";
import type { Design } from "../stacks/design";
import { root } from "../root";
import { InputError } from "../stacks/problems";

/**
 * The pack's configuration for a stack: the file that was named, else the one of its system and
 * environment, else `policy.json` beside its program, else the rules' defaults.
 *
 * @throws {@link InputError} with everything that is wrong with it.
 */
export function configurationFor(
  design: Design | undefined,
  file: string | undefined,
  directory = root,
): Configuration {
  const path = file ?? stackFile(design) ?? programFile(directory);
  const json: unknown = path === undefined ? {} : readJson(path);
  const parsed = parseConfiguration(json, rules, new Date().toISOString().slice(0, 10));
  if ("problems" in parsed) {
    const subject = path === undefined ? "the pack's defaults" : nameOf(path);
    throw new InputError(subject, parsed.problems);
  }
  return parsed.configuration;
}

function stackFile(design: Design | undefined): string | undefined {
  if (design === undefined) return undefined;
  const { system, environment } = design.spec;
  return join(root, "systems", system, `policy.${environment}.json`);
}

function programFile(directory: string): string | undefined {
  const path = join(directory, "policy.json");
  return existsSync(path) ? path : undefined;
}

function readJson(path: string): unknown {
  if (!existsSync(path)) {
    throw new InputError(nameOf(path), [
      { path: nameOf(path), rule: "must exist", fix: "name a file with --policy-config" },
    ]);
  }
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    throw new InputError(nameOf(path), [
      { path: nameOf(path), rule: `must be valid JSON: ${reason}`, fix: "mend the file" },
    ]);
  }
}

function nameOf(path: string): string {
  return relative(process.cwd(), path) || path;
}
