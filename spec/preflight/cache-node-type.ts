import type { Problem } from "../problem";
import { nodeFamiliesByRegion, sizesOfNodeFamilies } from "./cache-node-types";
import { isReplicated } from "./cache-recovery";
import { offered, type Offer } from "./offer";
import { sectionRule } from "./rule";

const types: Offer = {
  prefix: "cache",
  what: "a node type that ElastiCache offers",
  familiesByRegion: nodeFamiliesByRegion,
  sizesOfFamilies: sizesOfNodeFamilies,
};

/** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/data-tiering.html */
const tieredPolicies = ["volatile-lru", "allkeys-lru", "noeviction"];

/** Node types that ElastiCache offers where the cache stands, and what goes with them. */
export const cacheNodeTypeRules = [
  sectionRule("cache", ["region"], ({ nodeType }, { region }) =>
    offered(types, region, "cache.nodeType", nodeType),
  ),
  sectionRule("cache", [], ({ nodeType, parameters }) =>
    tierable(nodeType, parameters["maxmemory-policy"]),
  ),
  sectionRule(
    "cache",
    ["disasterRecovery", "disasterRecoveryRegion"],
    ({ nodeType }, { disasterRecovery, disasterRecoveryRegion: region }) =>
      isReplicated(disasterRecovery) && region !== undefined
        ? offered(types, region, "cache.nodeType", nodeType)
        : [],
  ),
];

/** Nodes that move values to a disk know three ways to make room for more. */
function tierable(nodeType: string, policy: string | undefined): readonly Problem[] {
  const tiers = nodeType.startsWith("cache.r6gd.");
  if (!tiers || policy === undefined || tieredPolicies.includes(policy)) return [];
  return [
    {
      path: "cache.parameters.maxmemory-policy",
      value: policy,
      rule: `must be one of ${tieredPolicies.join(", ")} with ${nodeType}, which tiers data`,
      fix: "choose one of these, or a node type of another family",
    },
  ];
}
