/**
 * The tiers of a network: what the internet reaches, what runs the workloads, what holds the data.
 */
export const tiers = ["public", "private", "database"] as const;
export type Tier = (typeof tiers)[number];

/** One subnet as it is planned. */
export interface PlannedSubnet {
  /** Availability zone. */
  readonly zone: string;
  readonly cidrBlock: string;
}

/** The subnets of each tier, in the order of the zones. */
export type SubnetPlan = Readonly<Record<Tier, readonly PlannedSubnet[]>>;

/** The CIDR block of each subnet, by tier and zone. */
export type SubnetBlocks = Readonly<Record<Tier, Readonly<Record<string, string>>>>;

/** Puts the subnets of each tier in the order of the zones. */
export function planSubnets(zones: readonly string[], blocks: SubnetBlocks): SubnetPlan {
  const plan = (tier: Tier) =>
    Object.entries(blocks[tier])
      .map(([zone, cidrBlock]) => ({ zone, cidrBlock }))
      .sort((a, b) => zones.indexOf(a.zone) - zones.indexOf(b.zone));
  return { public: plan("public"), private: plan("private"), database: plan("database") };
}

/**
 * What keeps subnets from being planned, a sentence each: no zone, or a tier with other zones than
 * these.
 */
export function subnetProblems(zones: readonly string[], blocks: SubnetBlocks): string[] {
  if (zones.length === 0) return ["availabilityZones must name at least one zone, got none"];

  const expected = [...zones].sort().join(", ");
  return tiers.flatMap((tier) => {
    const got = Object.keys(blocks[tier]).sort().join(", ");
    const rule = `subnets.${tier} must have one CIDR block for each of ${expected}`;
    return got === expected ? [] : [`${rule}, got ${got || "none"}`];
  });
}
