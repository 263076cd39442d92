import * as aws from "@pulumi/aws";
import { partitionOf } from "../../spec/partition";
import type { ServiceRole } from "./control-plane-role";
import type { Scope } from "./scope";

/** What a node itself does: join, and pull images. Pods have roles of their own. */
const policies = ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"];

const trustPolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
  ],
});

/**
 * Makes the role of the nodes.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html
 */
export function createNodeRole({ name, settings, options }: Scope): ServiceRole {
  const { clusterName, region } = settings;
  const roleName = `${name}-nodes`;
  const role = new aws.iam.Role(
    roleName,
    { description: `Nodes of the cluster ${clusterName}`, assumeRolePolicy: trustPolicy },
    options,
  );
  const ready = policies.map(
    (policy) =>
      new aws.iam.RolePolicyAttachment(
        `${roleName}-${policy}`,
        { role: role.name, policyArn: `arn:${partitionOf(region)}:iam::aws:policy/${policy}` },
        options,
      ),
  );
  return { arn: role.arn, ready };
}
