import * as pulumi from "@pulumi/pulumi";
import { isConfigSecret } from "@pulumi/pulumi/runtime/config";
import { assemble, isSection } from "./settings/assemble";
import { namespace, settingKeys } from "./settings/keys";
import { readConfig, type Config } from "./settings/read-config";
import { checkSupplied, suppliedKey, suppliedNames } from "./settings/supplied";
import { parseSpec } from "./spec/parse";
import { renderProblems, presentProblems, type Problem } from "./spec/problem";
import { secretsSchema } from "./spec/secrets";
import { environments, type Spec } from "./spec/spec";

/** What a stack's configuration describes. */
export interface ResolvedSettings {
  /** The system's name in prose. */
  readonly title: string;
  readonly spec: Spec;
}

/** What a stack is built from. */
export interface Settings extends ResolvedSettings {
  /** The secrets that the operator supplied, by entry and by name of the value. */
  readonly supplied: Readonly<Record<string, Readonly<Record<string, pulumi.Output<string>>>>>;
}

/**
 * Reads the configuration of the stack that is being deployed.
 *
 * @throws {pulumi.RunError} With everything that is wrong with it; the engine prints it without a stack trace.
 */
export function loadSettings(): Settings {
  const config = pulumi.runtime.allConfig();
  const secretKeys = Object.keys(config).filter((key) => isConfigSecret(key));
  const stack = pulumi.getStack();
  const resolved = resolveSettings(config, secretKeys, stack);
  if ("problems" in resolved) {
    throw new pulumi.RunError(renderProblems(`stack ${stack}`, resolved.problems));
  }
  return { ...resolved, supplied: suppliedValues(resolved.spec, config) };
}

function suppliedValues({ secrets }: Spec, given: Config): Settings["supplied"] {
  const config = new pulumi.Config(namespace);
  return suppliedNames(secrets, given).reduce<
    Record<string, Record<string, pulumi.Output<string>>>
  >(
    (supplied, name) => ({
      ...supplied,
      [name.entry]: {
        ...supplied[name.entry],
        [name.value]: config.requireSecret(suppliedKey(name)),
      },
    }),
    {},
  );
}

/**
 * Makes a spec of a stack's configuration, without Pulumi.
 *
 * @param config - Text by key with its namespace, mappings as JSON: what the engine hands to a program.
 * @param secretKeys - The keys whose values are, or hold, secrets.
 * @param stack - The stack's name: one that is named after an environment must be of that environment.
 * @returns The spec, or every problem at once, sorted by path, without secret values.
 */
export function resolveSettings(
  config: Config,
  secretKeys: readonly string[],
  stack?: string,
): ResolvedSettings | { readonly problems: readonly Problem[] } {
  const { values, problems: misread } = readConfig(config, secretKeys);
  const { input, blueprint, problems: misnamed } = assemble(values);
  const parsed = parseSpec(input);
  const malformed = "problems" in parsed ? parsed.problems : [];
  const problems = [
    ...misread,
    ...misnamed,
    ...wrongStack(values.environment, stack),
    ...malformed.filter((each) => blueprint !== undefined || !wantsBlueprint(each)).map(asSetting),
    ...(blueprint === undefined ? [] : checkSecrets(input, config, secretKeys)),
  ];
  if ("problems" in parsed || blueprint === undefined || problems.length > 0) {
    return { problems: presentProblems(problems.filter((each) => !isEcho(each, misread))) };
  }
  return { title: blueprint.title, spec: parsed.spec };
}

/** Deploying one environment's settings to the other's stack would replace what stands there. */
function wrongStack(environment: unknown, stack: string | undefined): readonly Problem[] {
  const named = environments.find((each) => each === stack);
  if (named === undefined || environment === undefined || environment === named) return [];
  return [
    {
      path: "environment",
      value: environment,
      rule: `must be ${named}: that is the stack's name`,
      fix: `write ${named}, or deploy to a stack of another name`,
    },
  ];
}

function checkSecrets(
  input: Readonly<Record<string, unknown>>,
  config: Config,
  secretKeys: readonly string[],
): readonly Problem[] {
  const secrets = secretsSchema.safeParse(input["secrets"] ?? {});
  return secrets.success ? checkSupplied(secrets.data, config, secretKeys) : [];
}

/** Whether something is missing only because no blueprint said it. */
function wantsBlueprint({ path, rule }: Problem): boolean {
  const [part = ""] = path.split(/[.[]/);
  return (isSection(part) || part === "size") && rule.startsWith("must be given");
}

/** Says of a missing setting where it is to be written. */
function asSetting(problem: Problem): Problem {
  const { path, value } = problem;
  if (value !== undefined || !settingKeys.some((key) => key === path)) return problem;
  return { ...problem, fix: `add ${namespace}:${path} to the stack's configuration` };
}

/** A setting that could not be read is missing, too: once is enough. */
function isEcho({ path }: Problem, misread: readonly Problem[]): boolean {
  return misread.some((each) => each.path === `${namespace}:${path}`);
}
