import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { networkRules, type PlacedNetwork } from "./network-rule";
import { rule } from "./rule";

/**
 * Services that EKS nodes and pods call when no NAT gateway leads out of the VPC.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html
 */
const neededByNodes = ["ec2", "ecr.api", "ecr.dkr", "eks", "eks-auth", "logs", "sts"] as const;

/** What lets a VPC without NAT gateways work. */
export const endpointRules = [
  rule(["network"], ({ network }) => forNodes({ path: "network", network })),
  rule(["disasterRecovery"], ({ disasterRecovery: { network, topology } }) =>
    network !== undefined && topology === "warm"
      ? forNodes({ path: "disasterRecovery.network", network })
      : [],
  ),
  rule(["network", "database"], ({ network, database }) =>
    network.natGateways === "none" && rotatesByFunction(database) ? forRotation(network) : [],
  ),
  ...networkRules(distinct),
];

function forNodes({
  path,
  network: { endpoints, natGateways },
}: PlacedNetwork): readonly Problem[] {
  if (natGateways !== "none") return [];
  const missing = neededByNodes.filter((service) => !endpoints.interface.includes(service));
  return [
    ...(missing.length === 0 ? [] : [lacking(path, missing, "nodes and pods call them")]),
    ...(endpoints.gateway.includes("s3") ? [] : [withoutStorage(path)]),
  ];
}

function withoutStorage(path: string): Problem {
  return {
    path: `${path}.endpoints.gateway`,
    rule: "must have s3 without NAT gateways: image layers come from there",
    fix: `add s3, or write another value of ${path}.natGateways`,
  };
}

function rotatesByFunction({ credentials, applicationUser }: Spec["database"]): boolean {
  return credentials.mode === "rotated" || applicationUser !== undefined;
}

function forRotation({ endpoints }: Spec["network"]): readonly Problem[] {
  if (endpoints.interface.includes("secretsmanager")) return [];
  return [lacking("network", ["secretsmanager"], "the function that rotates passwords calls it")];
}

function lacking(path: string, services: readonly string[], reason: string): Problem {
  return {
    path: `${path}.endpoints.interface`,
    rule: `must have ${services.join(", ")} without NAT gateways: ${reason}`,
    fix: `add them, or write another value of ${path}.natGateways`,
  };
}

function distinct({ path: at, network }: PlacedNetwork): readonly Problem[] {
  const { endpoints, dnsFirewallRuleGroupIds } = network;
  const lists: Readonly<Record<string, readonly string[]>> = {
    [`${at}.endpoints.gateway`]: endpoints.gateway,
    [`${at}.endpoints.interface`]: endpoints.interface,
    [`${at}.dnsFirewallRuleGroupIds`]: dnsFirewallRuleGroupIds,
  };
  return Object.entries(lists).flatMap(([path, names]) => {
    const twice = names.find((name, index) => names.indexOf(name) < index);
    if (twice === undefined) return [];
    return [{ path, rule: `must name each once: ${twice} is there twice`, fix: "remove one" }];
  });
}
