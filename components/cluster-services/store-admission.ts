import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { Scope } from "./scope";

const policyName = "secret-stores";

const rule = `
has(object.metadata.namespace) &&
object.metadata.namespace in variables.roles &&
has(object.spec.provider.aws) &&
has(object.spec.provider.aws.role) &&
object.spec.provider.aws.role == variables.roles[object.metadata.namespace] &&
!has(object.spec.provider.aws.additionalRoles)
`.trim();

/**
 * Has the API server refuse every store but those that read by the role of their namespace: External Secrets takes on
 * whatever role a store names, and does not ask whose it is.
 *
 * @param roles - ARN of the role of each namespace.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export function keepRolesApart(
  { name, options }: Scope,
  roles: Readonly<Record<string, pulumi.Input<string>>>,
  release: pulumi.Resource,
): readonly pulumi.Resource[] {
  const policy = new k8s.admissionregistration.v1.ValidatingAdmissionPolicy(
    `${name}-${policyName}`,
    {
      metadata: { name: policyName },
      spec: {
        failurePolicy: "Fail",
        matchConstraints: {
          resourceRules: [
            {
              apiGroups: ["external-secrets.io"],
              apiVersions: ["*"],
              operations: ["CREATE", "UPDATE"],
              resources: ["clustersecretstores", "secretstores"],
            },
          ],
        },
        variables: [{ name: "roles", expression: pulumi.jsonStringify(roles) }],
        validations: [
          { expression: rule, message: "a store must read by the role of its namespace alone" },
        ],
      },
    },
    { ...options, dependsOn: [release] },
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
