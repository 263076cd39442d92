import type { Mapping } from "./mapping";
import { ec2 } from "./mappings/ec2";
import { elasticache } from "./mappings/elasticache";
import { iam } from "./mappings/iam";
import { kms } from "./mappings/kms";
import { msk } from "./mappings/msk";
import { observability } from "./mappings/observability";
import { rds } from "./mappings/rds";
import { s3 } from "./mappings/s3";
import { secrets } from "./mappings/secrets";

/** How every AWS type of the stacks is held against AWS's schemas. */
export const mappings: Readonly<Record<string, Mapping>> = {
  ...ec2,
  ...elasticache,
  ...iam,
  ...kms,
  ...msk,
  ...observability,
  ...rds,
  ...s3,
  ...secrets,
};
