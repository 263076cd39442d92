import type { Policies } from "@pulumi/policy";
import type { Configuration } from "./configuration";
import { dispatchedPolicies } from "./dispatch";
import { Ledger } from "./ledger";
import { Memory } from "./memory";
import { policyPerRule } from "./per-rule";
import type { SecretPaths } from "./property";
import type { Rule } from "./rule";
import { inputsRecorded } from "./housekeeping";
import type { Verdict } from "./verdict";

/** How rules are made into policies. */
export interface CompileArgs {
  /**
   * How each rule is to work, where the policies run in this process.
   *
   * @default - the engine says so, over the policy SDK's server
   */
  readonly configuration?: Configuration | undefined;
  /**
   * Is told every verdict: a rule on a resource of its types. A rule that is disabled gives none.
   *
   * @default - only failures are reported, to the engine
   */
  readonly onVerdict?: ((verdict: Verdict) => void) | undefined;
  /**
   * The paths of a resource's secrets, as `secretPathsOf` gives them, where a configuration is given.
   * Saves the call of `Remediate` that would record them.
   *
   * @default - recorded by the policy `inputs-recorded` when `Remediate` is called
   */
  readonly secretPaths?: ((urn: string) => SecretPaths) | undefined;
  /**
   * The day of the run, which exemptions must reach and some rules judge by, `YYYY-MM-DD`.
   *
   * @default - today in UTC
   */
  readonly today?: string | undefined;
}

/**
 * Makes policies of rules, for one run over one stack.
 *
 * Without a configuration: one policy for each rule, which the engine configures. With one: a few
 * policies that hand each resource to the rules of its type and report under each rule's name and
 * level. The findings are the same; the SDK rebuilds every resource for each policy, so few cost less.
 */
export function compile(rules: readonly Rule[], args: CompileArgs = {}): Policies {
  const { configuration, onVerdict, today = new Date().toISOString().slice(0, 10) } = args;
  const isRecording = configuration?.get(inputsRecorded.id)?.level === "remediate";
  const memory = new Memory(isRecording ? args.secretPaths : undefined);
  const court = { memory, ledger: new Ledger(today), today, onVerdict };
  return configuration === undefined
    ? policyPerRule(rules, court)
    : dispatchedPolicies(rules, configuration, court);
}
