import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** A role that jobs take on. */
interface JobRole {
  /** Name in AWS, known to others before the role stands. */
  readonly roleName: string;
  readonly description: string;
  readonly trust: string;
  /** What it may do: policies that IAM takes one by one. */
  readonly policies: readonly string[];
  readonly boundary: aws.iam.Policy;
}

/** Makes a role with its policies, which have the role's name and a number. */
export function createJobRole(
  name: string,
  { roleName, description, trust, policies, boundary }: JobRole,
  options: pulumi.CustomResourceOptions,
): aws.iam.Role {
  const role = new aws.iam.Role(
    name,
    {
      name: roleName,
      description,
      assumeRolePolicy: trust,
      permissionsBoundary: boundary.arn,
      maxSessionDuration: longestSessionSeconds,
      tags: { Name: roleName },
    },
    options,
  );
  policies.forEach((policy, index) => {
    const numbered = `-${(index + 1).toString()}`;
    const made = new aws.iam.Policy(
      `${name}${numbered}`,
      { name: `${roleName}${numbered}`, description, policy, tags: { Name: roleName } },
      options,
    );
    new aws.iam.RolePolicyAttachment(
      `${name}${numbered}`,
      { role: role.name, policyArn: made.arn },
      options,
    );
  });
  return role;
}

/** The first deployment of a stack with brokers and a database takes longer than an hour. */
const longestSessionSeconds = 4 * 60 * 60;
