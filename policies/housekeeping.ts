import type { Facts, Level } from "./rule";

/** The facts of a policy that serves the rules and is no rule itself. */
export interface Housekeeping extends Omit<Facts, "level"> {
  /** `remediate` is what makes the engine show a policy which inputs are secrets. */
  readonly level: Level | "remediate";
}

const shared = { types: [], standards: {}, exemptible: false, settings: {}, profiles: {} } as const;

/** Remembers every resource's inputs, and which of them are secrets. Changes and reports nothing. */
export const inputsRecorded: Housekeeping = {
  ...shared,
  id: "inputs-recorded",
  requires: "The pack sees the inputs of every resource, and which of them are secrets.",
  why: "A rule is shown secrets in plain text, and a rule about relations only what providers returned. Only at the level remediate does the engine say which inputs are secrets; nothing is ever changed.",
  fix: "Leave its level at remediate: any other turns the rules about secret values off.",
  severity: "low",
  level: "remediate",
};

/** Reports exemptions that have expired or match nothing. */
export const exemptionsCurrent: Housekeeping = {
  ...shared,
  id: "exemptions-current",
  requires: "Every exemption names a resource that is there and has not expired.",
  why: "An exemption that outlives its reason hides the next mistake.",
  fix: "Remove the exemption, or have its owner renew it.",
  severity: "medium",
  level: "mandatory",
};

/** Reports, once per resource, what could not be decided before the deployment. */
export const valuesKnown: Housekeeping = {
  ...shared,
  id: "values-known",
  requires: "Every value that a rule reads is known before the deployment.",
  why: "A rule cannot judge a value that only the deployment brings; it is judged when that is there. Most such values are harmless, so nothing is reported unless asked for.",
  fix: "Give the value in the program, or leave it to be judged when it is deployed.",
  severity: "low",
  level: "advisory",
  settings: {
    report: {
      kind: "boolean",
      description: "Whether resources with undecided rules are reported.",
      default: false,
    },
  },
};

/** The policies of the pack that serve its rules. */
export const housekeeping: readonly Housekeeping[] = [
  inputsRecorded,
  exemptionsCurrent,
  valuesKnown,
];
