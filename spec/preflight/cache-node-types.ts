/**
 * Node types that ElastiCache offers, as of November 2026: families by region, sizes by family. Previous generations
 * (m4, r4, t2 and before) are left out.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html
 * and the price list of AWS, from which the PyPI package cfn-lint 1.58 makes its list of node types by region.
 */
export const nodeFamiliesByRegion: Readonly<Record<string, string>> = {
  "af-south-1": "c8gn m5 m6g m7g m8g r5 r6g r7g r8g t3 t4g",
  "ap-east-1": "c8gn m5 m6g m7g m8g r5 r6g r7g r8g t3 t4g",
  "ap-east-2": "m6g m7g r6g r7g t3 t4g",
  "ap-northeast-1": "c8gn m5 m6g m7g m8g r5 r6g r6gd r7g r8g t3 t4g",
  "ap-northeast-2": "c8gn m5 m6g m7g m8g r5 r6g r7g r8g t3 t4g",
  "ap-northeast-3": "m5 m6g m7g m8g r5 r6g r7g r8g t3 t4g",
  "ap-south-1": "c8gn m5 m6g m7g m8g r5 r6g r6gd r7g r8g t3 t4g",
  "ap-south-2": "c8gn m5 m6g m7g m8g r5 r6g r7g r8g t3 t4g",
  "ap-southeast-1": "c8gn m5 m6g m7g m8g r5 r6g r6gd r7g r8g t3 t4g",
  "ap-southeast-2": "c8gn m5 m6g m7g m8g r5 r6g r6gd r7g r8g t3 t4g",
  "ap-southeast-3": "c8gn m5 m6g m7g m8g r5 r6g r7g r8g t3 t4g",
  "ap-southeast-4": "c8gn m5 m6g m7g m8g r5 r6g r7g r8g t3 t4g",
  "ap-southeast-5": "c8gn m6g m7g m8g r6g r7g r8g t3 t4g",
  "ap-southeast-6": "m6g m7g r6g r7g r8g t4g",
  "ap-southeast-7": "c8gn m6g m7g m8g r6g r7g r8g t3 t4g",
  "ca-central-1": "c8gn m5 m6g m7g m8g r5 r6g r6gd r7g r8g t3 t4g",
  "ca-west-1": "c8gn m5 m6g m8g r5 r6g r7g r8g t3 t4g",
  "cn-north-1": "c8gn m6g m7g m8g r5 r6g r7g r8g t3 t4g",
  "cn-northwest-1": "c8gn m6g m7g m8g r5 r6g r7g r8g t3 t4g",
  "eu-central-1": "c8gn m5 m6g m7g m8g r5 r6g r6gd r7g r8g t3 t4g",
  "eu-central-2": "c8gn m5 m6g m7g m8g r5 r6g r7g r8g t3 t4g",
  "eu-north-1": "c8gn m5 m6g m7g m8g r5 r6g r6gd r7g r8g t3 t4g",
  "eu-south-1": "c8gn m5 m6g m8g r5 r6g r7g r8g t3 t4g",
  "eu-south-2": "c8gn m5 m6g m7g m8g r5 r6g r7g r8g t3 t4g",
  "eu-west-1": "c7gn c8gn m5 m6g m7g m8g r5 r6g r6gd r7g r8g t3 t4g",
  "eu-west-2": "c8gn m5 m6g m7g m8g r5 r6g r7g r8g t3 t4g",
  "eu-west-3": "m5 m6g m7g m8g r5 r6g r6gd r7g r8g t3 t4g",
  "il-central-1": "m5 m6g m7g r5 r6g r7g t3 t4g",
  "me-central-1": "m5 m6g m7g r5 r6g r7g t3",
  "me-south-1": "m5 m6g m7g r5 r6g r7g t3",
  "mx-central-1": "m6g m7g r6g r7g r8g t3 t4g",
  "sa-east-1": "c8gn m5 m6g m7g m8g r5 r6g r7g r8g t3 t4g",
  "us-east-1": "c7gn c8gn m5 m6g m7g m8g r5 r6g r6gd r7g r8g t3 t4g",
  "us-east-2": "c7gn c8gn m5 m6g m7g m8g r5 r6g r6gd r7g r8g t3 t4g",
  "us-gov-east-1": "c8gn m5 m6g m7g m8g r5 r6g r7g r8g t3 t4g",
  "us-gov-west-1": "c8gn m5 m6g m7g m8g r5 r6g r7g r8g t3 t4g",
  "us-west-1": "c8gn m5 m6g m7g m8g r5 r6g r6gd r7g r8g t3 t4g",
  "us-west-2": "c7gn c8gn m5 m6g m7g m8g r5 r6g r6gd r7g r8g t3 t4g",
};

/** Sizes that come in the same families. */
export const sizesOfNodeFamilies: readonly (readonly [families: string, sizes: string])[] = [
  ["c7gn c8gn m6g m7g m8g r6g r7g r8g", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge"],
  ["m5 r5", "large xlarge 2xlarge 4xlarge 12xlarge 24xlarge"],
  ["r6gd", "xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge"],
  ["t3 t4g", "micro small medium"],
];
