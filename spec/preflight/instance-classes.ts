/**
 * Instance classes that RDS for PostgreSQL offers, as of November 2026: families by region, sizes by family.
 * Generations that no supported major runs on (m4, r4, t2 and before) are left out.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.RegionSupport.html
 * and the price list of AWS, from which the PyPI package cfn-lint 1.58 makes its list of classes by region.
 */
export const familiesByRegion: Readonly<Record<string, string>> = {
  "af-south-1": "m5 m5d m6g m6i m8g r5 r5d r6g r6i r8gd t3 t4g",
  "ap-east-1": "m5 m5d m6g m6gd m6i m8g r5 r5d r6g r6i r7g r8g r8gd t3 t4g",
  "ap-east-2": "m6g m6gd m6i m6id m7g m7i r6g r6gd r6i r6id r7g r7i r8a t3 t4g",
  "ap-northeast-1":
    "m5 m5d m6g m6gd m6i m6id m6idn m6in m7g m7i m8a m8g m8gd r5 r5b r5d r6g r6gd r6i r6id r6idn r6in r7g r7i r8a r8g r8gd t3 t4g",
  "ap-northeast-2": "m5 m5d m6g m6gd m6i m7g m7i m8g r5 r5d r6g r6i r7g r7i r8g r8gd t3 t4g",
  "ap-northeast-3": "m5 m5d m6g m6gd m6i m7g r5 r5d r6g r6gd r6i r7g r8g t3 t4g",
  "ap-south-1": "m5 m5d m6g m6gd m6i m7g m7i m8a m8g r5 r5d r6g r6gd r6i r7g r7i r8g t3 t4g",
  "ap-south-2": "m5 m6g m6gd m6i m7g m8a m8g r5 r6g r7g r8g t3 t4g",
  "ap-southeast-1": "m5 m5d m6g m6gd m6i m7g m7i m8g r5 r5b r5d r6g r6gd r6i r7g r7i r8g t3 t4g",
  "ap-southeast-2":
    "m5 m5d m6g m6gd m6i m6id m7g m7i m8g m8gd r5 r5d r6g r6gd r6i r6id r7g r7i r8g r8gd t3 t4g x2idn x2iedn",
  "ap-southeast-3": "m5 m5d m6g m6gd m6i m7g m7i r5 r5d r6g r6gd r7g r7i r8g r8gd t3 t4g",
  "ap-southeast-4": "m5 m6g m6gd m7g m7i r5 r6g r8g t3 t4g",
  "ap-southeast-5": "m6g m6gd m6i m6id m7g m7i m8g m8gd r6g r6gd r6i r6id r7g r7i r8g r8gd t3 t4g",
  "ap-southeast-6": "m6g m6gd m6i m6id m7g m7i r6g r6i r6id r7g r7i t3 t4g",
  "ap-southeast-7": "m6g m6gd m6i m6id m7g r6g r6gd r6i r6id r7g t3 t4g",
  "ca-central-1":
    "m5 m5d m6g m6gd m6i m7g m7i m8gd r5 r5d r6g r6gd r6i r7g r7i r8a r8g r8gd t3 t4g x2idn x2iedn",
  "ca-west-1": "m6g m6gd m6i m6id m8g r6g r6i r6id r7g r8gd t3",
  "cn-north-1": "m5 m5d m6g m7g m8g r5 r5d r6g r6gd r7g r8g t3 t4g",
  "cn-northwest-1": "m5 m5d m6g m7g m8g r5 r5d r6g r7g r8g t3 t4g",
  "eu-central-1":
    "m5 m5d m6g m6gd m6i m6id m7g m7i m8a m8g m8gd m9g r5 r5b r5d r6g r6gd r6i r6id r7g r7i r8a r8g r8gd t3 t4g x2idn x2iedn",
  "eu-central-2": "m5 m6g m6gd m7g m8g r5 r6g r6gd r7g r8g t3 t4g",
  "eu-north-1": "m5 m5d m6g m6gd m6i m7g m7i m8g r5 r5d r6g r6i r7g r7i r8g t3 t4g x2idn x2iedn",
  "eu-south-1": "m5 m5d m6g m6gd m6i m8g r5 r5d r6g r6i r7g r7i t3 t4g x2idn x2iedn",
  "eu-south-2": "m5 m6g m6gd m7g m7i m8a m8g m8gd r5 r6g r6gd r7g r7i r8a r8g r8gd t3 t4g",
  "eu-west-1":
    "m5 m5d m6g m6gd m6i m6id m6idn m6in m7g m7i m8a m8g m8gd r5 r5d r6g r6gd r6i r6id r6idn r6in r7g r7i r8a r8g r8gd t3 t4g x2g x2idn x2iedn",
  "eu-west-2": "m5 m5d m6g m6gd m6i m7g m7i m8g m8gd r5 r5d r6g r6i r7g r7i r8g r8gd t3 t4g",
  "eu-west-3": "m5 m5d m6g m6gd m6i m7g m7i m8g r5 r5d r6g r6gd r6i r7i r8g t3 t4g",
  "il-central-1": "m5 m6g m6gd m6i m7g r5 r6g r6gd r6i r6id r7g t3 t4g",
  "me-central-1": "m5 m5d m6g m6gd m7g r5 r5d r6g t3 t4g",
  "me-south-1": "m5 m5d m6g m6gd m6i m7g r5 r5d r6g r6i r7g t3 t4g",
  "mx-central-1": "m6g m6gd m6i m6id m7g m7i r6g r6gd r6i r6id r7g r7i r8g t3 t4g",
  "sa-east-1": "m5 m5d m6g m6i m7g m7i m8g m8gd r5 r5d r6g r6i r7g r7i r8g r8gd t3 t4g",
  "us-east-1":
    "m5 m5d m6g m6gd m6i m6id m6idn m6in m7g m7i m8a m8g m8gd m9g r5 r5b r5d r6g r6gd r6i r6id r6idn r6in r7g r7i r8a r8g r8gd t3 t4g x2g x2iedn",
  "us-east-2":
    "m5 m5d m6g m6gd m6i m6id m6idn m6in m7g m7i m8a m8g m8gd m9g r5 r5b r5d r6g r6gd r6i r6id r6idn r6in r7g r7i r8a r8g r8gd t3 t4g x2g",
  "us-gov-east-1": "m5 m6g m6gd m6i m7g m7i r5 r6g r6gd r7g r7i r8g t3 t4g",
  "us-gov-west-1": "m5 m6g m6gd m6i m7i r5 r6g r6gd r7g r7i r8g t3 t4g",
  "us-west-1": "m5 m5d m6g m6gd m6i m7g m7i m8g r5 r5d r6g r6gd r6i r7g r7i r8g r8gd t3 t4g",
  "us-west-2":
    "m5 m5d m6g m6gd m6i m6id m6idn m6in m7g m7i m8a m8g m8gd m9g r5 r5b r5d r6g r6gd r6i r6id r6idn r6in r7g r7i r8a r8g r8gd t3 t4g x2g x2iedn",
};

/** Sizes that come in the same families. */
export const sizesOfFamilies: readonly (readonly [families: string, sizes: string])[] = [
  ["m5 m5d r5 r5b r5d", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge"],
  ["m6g m6gd m7g r6g r6gd r7g x2g", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge"],
  [
    "m6i m6id m6idn m6in r6i r6id r6idn r6in",
    "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge",
  ],
  [
    "m7i m8a m8g m8gd m9g r7i r8a r8g r8gd",
    "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge",
  ],
  ["t3 t4g", "micro small medium large xlarge 2xlarge"],
  ["x2idn", "16xlarge 24xlarge 32xlarge"],
  ["x2iedn", "xlarge 2xlarge 4xlarge 8xlarge 16xlarge 24xlarge 32xlarge"],
];
