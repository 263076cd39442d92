import type { Stack, StackResource } from "../stack";
import { listenerTypes, loadBalancerTypes } from "./load-balancer-kind";

const groupType = "aws:ec2/securityGroup:SecurityGroup";

/**
 * The ports at which the internet is meant to come in through a security group, or through the one that a rule belongs
 * to: where load balancers listen that have it and that face the internet.
 */
export function frontDoorPorts(resource: StackResource, stack: Stack): readonly number[] {
  return groupsOf(resource, stack)
    .flatMap((group) => stack.referring(group, "securityGroups", ...loadBalancerTypes).found)
    .filter((balancer) => balancer.at("internal").value !== true)
    .flatMap((balancer) => stack.referring(balancer, "loadBalancerArn", ...listenerTypes).found)
    .map((listener) => listener.at("port").value)
    .filter((port) => typeof port === "number");
}

function groupsOf(resource: StackResource, stack: Stack): readonly StackResource[] {
  if (resource.type === groupType) return [resource];
  return stack.referredBy(resource, "securityGroupId", groupType);
}
