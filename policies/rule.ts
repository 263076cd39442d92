import type { Judgement } from "./judgement";
import type { Settings, Values } from "./setting";
import type { Stack, StackResource } from "./stack";
import type { Subject } from "./subject";

/** How much harm a violation does. */
export type Severity = "low" | "medium" | "high" | "critical";

/** What a violation does to a deployment, the laxest first. */
export const levels = ["disabled", "advisory", "mandatory"] as const;
export type Level = (typeof levels)[number];

/** The environments that the pack has a profile for, the strictest first. */
export const environments = ["production", "staging"] as const;
export type Environment = (typeof environments)[number];

/** The checks of other catalogues that ask for the same. */
export interface Standards {
  /** Recommendations of the CIS AWS Foundations Benchmark 5.0.0. */
  readonly cis?: readonly string[];
  /** Controls of AWS Security Hub. */
  readonly securityHub?: readonly string[];
  /** Checks of checkov. */
  readonly checkov?: readonly string[];
  /** Levels of the Pod Security Standards: `baseline`, `restricted`. */
  readonly podSecurity?: readonly string[];
}

/** How an environment's profile differs from a rule's defaults. */
interface Profile<S extends Settings = Settings> {
  readonly level?: Level;
  readonly settings?: Partial<Values<S>>;
}

/** What everyone who reads about a rule needs to know. */
export interface Facts<S extends Settings = Settings> {
  /** `<subject>-<required-state>`: the policy's name for the engine, the key in configuration. */
  readonly id: string;
  /** What must hold, as a sentence. */
  readonly requires: string;
  /** Why: what happens without it. */
  readonly why: string;
  /** What to change in the program, as a sentence. */
  readonly fix: string;
  readonly severity: Severity;
  readonly standards: Standards;
  /** Pulumi type tokens of the resources it judges. */
  readonly types: readonly string[];
  readonly settings: S;
  /** Whether configuration may exempt single resources from it. */
  readonly exemptible: boolean;
  /** The level where configuration says nothing. */
  readonly level: Level;
  readonly profiles: Readonly<Partial<Record<Environment, Profile<S>>>>;
}

/** A rule that needs only the resource's own inputs. It is judged before the resource is created. */
export interface ResourceRule<S extends Settings = Settings> extends Facts<S> {
  readonly scope: "resource";
  /**
   * Judges one resource of the rule's types. Pure: no state, no I/O, no clock but the day of the run,
   * `YYYY-MM-DD`.
   */
  check(resource: Subject, settings: Values<S>, today: string): Judgement;
}

/** A rule about how resources relate. It is judged when the whole stack is known. */
export interface StackRule<S extends Settings = Settings> extends Facts<S> {
  readonly scope: "stack";
  /** Judges one resource of the rule's types among all others of the stack. Pure. */
  check(resource: StackResource, settings: Values<S>, stack: Stack): Judgement;
}

export type Rule = ResourceRule | StackRule;

/** What may be left out of a definition: no settings, mandatory everywhere. */
type Optional = "scope" | "settings" | "level" | "profiles";
type Definition<R extends Facts> = Omit<R, Optional> & Partial<Pick<R, Optional & keyof R>>;

const defaults = { settings: {}, level: "mandatory", profiles: {} } as const;

/** Defines a rule about single resources. */
export function resourceRule<const S extends Settings = Settings>(
  definition: Definition<ResourceRule<S>>,
): ResourceRule {
  return { ...defaults, ...definition, scope: "resource" };
}

/** Defines a rule about how resources relate. */
export function stackRule<const S extends Settings = Settings>(
  definition: Definition<StackRule<S>>,
): StackRule {
  return { ...defaults, ...definition, scope: "stack" };
}
