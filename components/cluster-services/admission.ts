import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { Scope } from "./scope";

type Spec = k8s.types.input.admissionregistration.v1.ValidatingAdmissionPolicySpec;

/** What the API server refuses, and of which objects. */
export interface AdmissionArgs {
  /** Name of the policy in Kubernetes. */
  readonly policyName: string;
  /** What the API server asks the expressions of, and what they say. */
  readonly spec: Pick<Spec, "matchConstraints" | "validations" | "variables">;
  /** What must be there before. */
  readonly after: readonly pulumi.Resource[];
}

/**
 * Has the API server refuse objects of which an expression does not hold, or cannot be asked.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export function createAdmission(
  { name, options }: Scope,
  { policyName, spec, after }: AdmissionArgs,
): readonly pulumi.Resource[] {
  const policy = new k8s.admissionregistration.v1.ValidatingAdmissionPolicy(
    `${name}-${policyName}`,
    { metadata: { name: policyName }, spec: { failurePolicy: "Fail", ...spec } },
    { ...options, dependsOn: [...after] },
  );
  const binding = new k8s.admissionregistration.v1.ValidatingAdmissionPolicyBinding(
    `${name}-${policyName}`,
    {
      metadata: { name: policyName },
      spec: { policyName, validationActions: ["Deny"] },
    },
    { ...options, dependsOn: [policy] },
  );
  return [policy, binding];
}
