import { createHash } from "node:crypto";
import type * as pulumi from "@pulumi/pulumi";
import { policyArnOf, workloadBoundaryName } from "./deploy-roles/names";

/** What roles are bounded by, and whose they are. */
export interface BoundedRolesArgs {
  /** Account of the roles, 12 digits. */
  readonly accountId: string;
  readonly region: string;
  /** First part of the names of all roles: the role that deploys may make no others. */
  readonly namePrefix: string;
}

/** Most characters of a role's name. */
const longest = 64;
const hashLength = 7;

/**
 * A transform that holds every role within the boundary of the account, and gives it a name by which it is known to
 * be the stack's. Without either, the role that deploys is not allowed to make it.
 */
export function boundedRoles({ namePrefix, ...place }: BoundedRolesArgs): pulumi.ResourceTransform {
  const permissionsBoundary = policyArnOf(place, workloadBoundaryName);
  return ({ type, name, props, opts }) =>
    type === "aws:iam/role:Role"
      ? {
          props: { name: roleName(namePrefix, name), ...props, permissionsBoundary },
          opts,
        }
      : undefined;
}

/** A name that is too long ends with a hash of all of it. */
function roleName(prefix: string, name: string): string {
  const whole = `${prefix}-${name}`;
  if (whole.length <= longest) return whole;
  const hash = createHash("sha256").update(whole).digest("hex").slice(0, hashLength);
  return `${whole.slice(0, longest - hashLength - 1)}-${hash}`;
}
