import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { rule } from "./rule";

/**
 * Services that EKS nodes and pods call when no NAT gateway leads out of the VPC.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html
 */
const neededByNodes = ["ec2", "ecr.api", "ecr.dkr", "eks", "eks-auth", "logs", "sts"] as const;

/** What lets a VPC without NAT gateways work. */
export const endpointRules = [
  rule(["network"], ({ network }) => (network.natGateways === "none" ? forNodes(network) : [])),
  rule(["network", "database"], ({ network, database }) =>
    network.natGateways === "none" && rotatesByFunction(database) ? forRotation(network) : [],
  ),
  rule(["network"], ({ network }) => distinct(network)),
];

function forNodes({ endpoints }: Spec["network"]): readonly Problem[] {
  const missing = neededByNodes.filter((service) => !endpoints.interface.includes(service));
  return [
    ...(missing.length === 0 ? [] : [lacking(missing, "nodes and pods call them")]),
    ...(endpoints.gateway.includes("s3") ? [] : [withoutStorage()]),
  ];
}

function withoutStorage(): Problem {
  return {
    path: "network.endpoints.gateway",
    rule: "must have s3 without NAT gateways: image layers come from there",
    fix: "add s3, or write another value of network.natGateways",
  };
}

function rotatesByFunction({ credentials, applicationUser }: Spec["database"]): boolean {
  return credentials.mode === "rotated" || applicationUser !== undefined;
}

function forRotation({ endpoints }: Spec["network"]): readonly Problem[] {
  if (endpoints.interface.includes("secretsmanager")) return [];
  return [lacking(["secretsmanager"], "the function that rotates passwords calls it")];
}

function lacking(services: readonly string[], reason: string): Problem {
  return {
    path: "network.endpoints.interface",
    rule: `must have ${services.join(", ")} without NAT gateways: ${reason}`,
    fix: "add them, or write another value of network.natGateways",
  };
}

function distinct({ endpoints, dnsFirewallRuleGroupIds }: Spec["network"]): readonly Problem[] {
  const lists: Readonly<Record<string, readonly string[]>> = {
    "network.endpoints.gateway": endpoints.gateway,
    "network.endpoints.interface": endpoints.interface,
    "network.dnsFirewallRuleGroupIds": dnsFirewallRuleGroupIds,
  };
  return Object.entries(lists).flatMap(([path, names]) => {
    const twice = names.find((name, index) => names.indexOf(name) < index);
    if (twice === undefined) return [];
    return [{ path, rule: `must name each once: ${twice} is there twice`, fix: "remove one" }];
  });
}
