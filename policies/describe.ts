import type { Policy, PolicyConfigSchema } from "@pulumi/policy";
import { exemptionsSchema } from "./exemption";
import type { Housekeeping } from "./housekeeping";
import type { Rule, Standards } from "./rule";
import { schemaOf } from "./setting";

/** The catalogues that rules refer to, as they are called in prose. */
export const catalogues: Readonly<Record<keyof Standards, string>> = {
  cis: "CIS AWS Foundations 5.0.0",
  securityHub: "AWS Security Hub",
  checkov: "checkov",
  podSecurity: "Pod Security Standards",
};

/** What the engine and Pulumi Cloud are told about a policy. */
export function describePolicy(policy: Rule | Housekeeping): Policy {
  const properties = configurationProperties(policy);
  return {
    name: policy.id,
    description: policy.requires,
    enforcementLevel: policy.level,
    severity: policy.severity,
    remediationSteps: policy.fix,
    tags: standardsOf(policy.standards),
    ...(Object.keys(properties).length > 0 && { configSchema: { properties } }),
  };
}

/** Each check of another catalogue that asks for the same: `AWS Security Hub RDS.3`. */
export function standardsOf(standards: Standards): string[] {
  return Object.entries(catalogues).flatMap(([key, catalogue]) =>
    (standards[key as keyof Standards] ?? []).map((check) => `${catalogue} ${check}`),
  );
}

function configurationProperties(policy: Rule | Housekeeping): PolicyConfigSchema["properties"] {
  const settings = Object.entries(policy.settings).map(([name, setting]) => [
    name,
    schemaOf(setting),
  ]);
  return {
    ...(Object.fromEntries(settings) as PolicyConfigSchema["properties"]),
    ...(policy.exemptible && { exemptions: exemptionsSchema }),
  };
}
