import ipaddr from "ipaddr.js";
import { logRetentionProblems } from "../../problems/periods";
import { unless } from "../../problems/phrases";
import type { Settings } from "../cluster-settings";

const leastSubnets = 2;

/** What is wrong with where a cluster stands and how it is called. */
export function placeProblems(settings: Settings): readonly string[] {
  const { accountId, clusterName, kubernetesVersion, privateSubnetIds, endpointAccess } = settings;
  return [
    ...unless(/^\d{12}$/.test(accountId), `accountId must be 12 digits, got ${accountId}`),
    ...unless(
      /^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/.test(clusterName),
      `clusterName must be letters, digits, hyphens and underscores, at most 100, a letter or digit first, got ${clusterName}`,
    ),
    ...unless(
      /^1\.\d{2}$/.test(kubernetesVersion),
      `kubernetesVersion must be a minor version such as 1.36, got ${kubernetesVersion}`,
    ),
    ...unless(
      privateSubnetIds.length >= leastSubnets,
      `privateSubnetIds must be subnets of at least ${leastSubnets} zones, got ${privateSubnetIds.length}`,
    ),
    ...endpointAccess.publicAccessCidrs.flatMap((cidr) =>
      unless(
        ipaddr.IPv4.isValidCIDRFourPartDecimal(cidr),
        `endpointAccess.publicAccessCidrs must be IPv4 ranges such as 203.0.113.0/24, got ${cidr}`,
      ),
    ),
    ...logRetentionProblems("logRetentionDays", settings.logRetentionDays),
  ];
}
