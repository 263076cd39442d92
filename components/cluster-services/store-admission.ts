import * as pulumi from "@pulumi/pulumi";
import { createAdmission } from "./admission";
import type { Scope } from "./scope";

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
 */
export function keepRolesApart(
  scope: Scope,
  roles: Readonly<Record<string, pulumi.Input<string>>>,
  release: pulumi.Resource,
): readonly pulumi.Resource[] {
  return createAdmission(scope, {
    policyName: "secret-stores",
    spec: {
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
    after: [release],
  });
}
