import * as pulumi from "@pulumi/pulumi";
import { isConfigSecret } from "@pulumi/pulumi/runtime/config";
import { explain } from "../spec/explain";
import { presentProblems, renderProblems, type Problem } from "../spec/problem";
import { preflight } from "./preflight";
import { accountSchema, type AccountSpec } from "./spec";

/** Namespace of the settings: the name of the project, so that `pulumi config set` needs none. */
const namespace = "groundwork-account";

/**
 * Reads the configuration of the account that is being deployed.
 *
 * @throws {pulumi.RunError} With everything that is wrong with it; the engine prints it without a stack trace.
 */
export function loadSettings(): AccountSpec {
  const config = pulumi.runtime.allConfig();
  const secretKeys = Object.keys(config).filter((key) => isConfigSecret(key));
  const resolved = resolveAccount(config, secretKeys);
  if ("spec" in resolved) return resolved.spec;
  throw new pulumi.RunError(renderProblems(`stack ${pulumi.getStack()}`, resolved.problems));
}

/**
 * Makes a spec of an account's configuration, without Pulumi.
 *
 * @param config - Text by key with its namespace, mappings as JSON: what the engine hands to a program.
 * @param secretKeys - The keys whose values are, or hold, secrets.
 * @returns The spec, or every problem at once, sorted by path.
 */
export function resolveAccount(
  config: Readonly<Record<string, string>>,
  secretKeys: readonly string[],
): { readonly spec: AccountSpec } | { readonly problems: readonly Problem[] } {
  const own = Object.entries(config).filter(([key]) => key.startsWith(`${namespace}:`));
  const plain = own.filter(([key]) => !secretKeys.includes(key));
  const encrypted = own.map(([key]) => key).filter((key) => secretKeys.includes(key));
  const input = Object.fromEntries(
    plain.map(([key, text]) => {
      const name = key.slice(namespace.length + 1);
      return [name, valueOf(name, text)];
    }),
  );
  const parsed = accountSchema.safeParse(input);
  const problems = [
    ...encrypted.map(mustBePlain),
    ...misplaced(config),
    ...(parsed.success
      ? preflight(parsed.data)
      : explain(accountSchema, input, parsed.error.issues)),
  ];
  return parsed.success && problems.length === 0
    ? { spec: parsed.data }
    : { problems: presentProblems(problems.filter((each) => !isEcho(each, encrypted))) };
}

/** Settings that are one text are taken as they are: an account is no number. */
const texts: ReadonlySet<string> = new Set(["account", "region", "disasterRecoveryRegion"]);

function valueOf(name: string, text: string): unknown {
  if (texts.has(name)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Nothing of an account is secret: what it is made like cannot depend on what must not be shown. */
function mustBePlain(path: string): Problem {
  return {
    path,
    rule: "must not be encrypted, nor hold an encrypted value",
    fix: "write it in plain text",
  };
}

/** A setting outside the namespace has no effect. */
function misplaced(config: Readonly<Record<string, string>>): readonly Problem[] {
  return Object.keys(config).flatMap((path) => {
    const [space = "", name = ""] = path.split(":");
    if (space === namespace || !Object.hasOwn(accountSchema.shape, name)) return [];
    return [
      {
        path,
        rule: `must be in the namespace ${namespace}: nothing reads it here`,
        fix: `write ${namespace}:${name}`,
      },
    ];
  });
}

/** A setting that is encrypted is missing, too: once is enough. */
function isEcho({ path }: Problem, encrypted: readonly string[]): boolean {
  return encrypted.includes(`${namespace}:${path}`);
}
