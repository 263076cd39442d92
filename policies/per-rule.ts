import type {
  Policies,
  ResourceValidation,
  ResourceValidationPolicy,
  StackValidationPolicy,
} from "@pulumi/policy";
import { type Closing, closings } from "./closing";
import type { PolicyConfiguration } from "./configuration";
import type { Data } from "./data";
import { describePolicy } from "./describe";
import { isExemption } from "./exemption";
import { hearResource, hearStack, type OpenCourt, subjectOf } from "./hear";
import { type Housekeeping, inputsRecorded } from "./housekeeping";
import { reasonNotApplied } from "./report";
import type { ResourceRule, Rule, StackRule } from "./rule";
import { defaultsOf } from "./setting";
import { stackOf } from "./stack-of";

/** One policy for each rule, as the engine runs and configures them; the recorder comes first. */
export function policyPerRule(rules: readonly Rule[], court: OpenCourt): Policies {
  return [
    {
      ...secretRecorder(court),
      validateResource: ({ urn, props }) => {
        court.memory.keepInputs(urn, props);
      },
    },
    ...rules.filter((rule) => rule.scope === "resource").map((rule) => ofResource(rule, court)),
    ...rules.filter((rule) => rule.scope === "stack").map((rule) => ofStack(rule, court)),
    ...closings.map((closing) => ofClosing(closing, court)),
  ];
}

/** The policy that keeps which inputs of a resource are secrets, where its level lets it remediate. */
export function secretRecorder(court: OpenCourt): ResourceValidationPolicy {
  return {
    ...describePolicy(inputsRecorded),
    remediateResource: ({ urn, props }) => {
      court.memory.keepSecrets(urn, props);
    },
  };
}

function ofResource(rule: ResourceRule, court: OpenCourt): ResourceValidationPolicy {
  let isConfigured = false;
  const validateResource: ResourceValidation = (args, report) => {
    const configuration = configured(rule, args.getConfig());
    court.ledger.declare(rule.id, configuration.exemptions);
    isConfigured = true;
    if (!rule.types.includes(args.type)) {
      args.notApplicable(`it is about ${rule.types.join(", ")}`);
    }
    const verdict = hearResource(
      { court, report },
      { rule, configuration },
      subjectOf(args, court.memory),
    );
    const reason = reasonNotApplied(verdict);
    if (reason !== undefined) args.notApplicable(reason);
  };
  return {
    ...describePolicy(rule),
    validateResource: stamped(validateResource, rule.types, () => isConfigured),
  };
}

/**
 * Lets the SDK pass over resources of other types without rebuilding them, by the mark it puts on
 * the functions of `validateResourceOfType`. Not before the first call, which brings the configuration:
 * an exemption must be known even in a stack that has no resource of the type.
 */
function stamped(
  validate: ResourceValidation,
  types: readonly string[],
  isConfigured: () => boolean,
): ResourceValidation {
  const [type] = types;
  const get = (): string | undefined => (types.length === 1 && isConfigured() ? type : undefined);
  return Object.defineProperty(validate, "__pulumiType", { get });
}

function ofStack(rule: StackRule, court: OpenCourt): StackValidationPolicy {
  return {
    ...describePolicy(rule),
    validateStack: (args, report) => {
      const configuration = configured(rule, args.getConfig());
      court.ledger.declare(rule.id, configuration.exemptions);
      hearStack({ court, report }, { rule, configuration }, stackOf(args, court.memory));
    },
  };
}

function ofClosing({ policy, conclude }: Closing, court: OpenCourt): StackValidationPolicy {
  return {
    ...describePolicy(policy),
    validateStack: (args, report) => {
      conclude({ court, report }, configured(policy, args.getConfig()), args);
    },
  };
}

/** What the engine configured, which it has checked against the policy's schema. */
function configured(policy: Rule | Housekeeping, given: Data): PolicyConfiguration {
  const { exemptions, ...settings } = given;
  return {
    level: policy.level,
    settings: { ...defaultsOf(policy.settings), ...settings } as PolicyConfiguration["settings"],
    exemptions: Array.isArray(exemptions) ? exemptions.filter(isExemption) : [],
  };
}
