import type * as pulumi from "@pulumi/pulumi";
import { awaitsRole } from "../pod-role";
import { createAdmission } from "./admission";
import type { Scope } from "./scope";

/** Every container has the variable by which AWS's libraries find the role of the pod. */
const rule = `
object.spec.containers.all(container,
  has(container.env) &&
  container.env.exists(variable, variable.name == "AWS_CONTAINER_CREDENTIALS_FULL_URI"))
`.trim();

/**
 * Has the API server refuse a pod that EKS has not given the role which it needs. EKS lets pods pass without where it does
 * not know of the role yet, some seconds long, or fails, and they never get it. Whoever makes a pod that is refused tries
 * again.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreatePodIdentityAssociation.html
 */
export function holdForRoles(scope: Scope): readonly pulumi.Resource[] {
  return createAdmission(scope, {
    policyName: "pod-roles",
    spec: {
      matchConstraints: {
        resourceRules: [
          { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"] },
        ],
        objectSelector: { matchLabels: awaitsRole },
      },
      validations: [{ expression: rule, message: "the pod must wait until EKS gives it its role" }],
    },
    after: scope.settings.ready,
  });
}
