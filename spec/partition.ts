interface Partition {
  readonly name: string;
  readonly dnsSuffix: string;
}

const commercial: Partition = { name: "aws", dnsSuffix: "amazonaws.com" };

/** The partitions beside the commercial one, by the prefix of their regions. */
const partitions: Readonly<Record<string, Partition>> = {
  "cn-": { name: "aws-cn", dnsSuffix: "amazonaws.com.cn" },
  "us-gov-": { name: "aws-us-gov", dnsSuffix: "amazonaws.com" },
};

/** Region of what CloudFront and Route 53 keep in one alone: certificates, web ACLs, logs, the keys that sign zones. */
export const globalRegion = "us-east-1";

/**
 * The partition a region belongs to, the second word of every ARN in it: keys, roles and copies do not reach from one
 * into another.
 */
export function partitionOf(region: string): string {
  return find(region).name;
}

/** The domain under which the services of a region have their names, also as principals. */
export function dnsSuffixOf(region: string): string {
  return find(region).dnsSuffix;
}

function find(region: string): Partition {
  const found = Object.entries(partitions).find(([prefix]) => region.startsWith(prefix));
  return found?.[1] ?? commercial;
}
