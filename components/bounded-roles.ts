import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";

/** What roles are bounded by, and whose they are. */
export interface BoundedRolesArgs {
  /** ARN of the policy that bounds them. */
  readonly permissionsBoundary: string;
  /** First part of the names of all roles: the role that deploys may make no others. */
  readonly namePrefix: string;
}

/** Most characters of a role's name. */
const longest = 64;
const hashLength = 7;

/**
 * A transformation that holds every role within the boundary of the account, and gives it a name by which it is known to
 * be the stack's. Without either, the role that deploys is not allowed to make it.
 */
export function boundedRoles({
  permissionsBoundary,
  namePrefix,
}: BoundedRolesArgs): pulumi.ResourceTransformation {
  return ({ type, name, props, opts }) => {
    if (type !== "aws:iam/role:Role") return undefined;
    const inputs: pulumi.Inputs = { ...props, permissionsBoundary };
    const given: unknown = inputs["name"];
    if (given !== undefined) return { props: inputs, opts };
    return {
      props: { ...inputs, name: roleName(namePrefix, name) },
      // A role keeps the name it was made with when the resource gets another one.
      opts: pulumi.mergeOptions(opts, { ignoreChanges: ["name"] }),
    };
  };
}

/** A name that is too long ends with a hash of all of it. */
function roleName(prefix: string, name: string): string {
  const whole = `${prefix}-${name}`;
  if (whole.length <= longest) return whole;
  const hash = createHash("sha256").update(whole).digest("hex").slice(0, hashLength);
  return `${whole.slice(0, longest - hashLength - 1)}-${hash}`;
}
