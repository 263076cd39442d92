import type { Mapping } from "./mapping";
import { account } from "./mappings/account";
import { cloudfront } from "./mappings/cloudfront";
import { ec2 } from "./mappings/ec2";
import { ecr } from "./mappings/ecr";
import { eks } from "./mappings/eks";
import { elasticache } from "./mappings/elasticache";
import { iam } from "./mappings/iam";
import { kms } from "./mappings/kms";
import { lb } from "./mappings/lb";
import { msk } from "./mappings/msk";
import { names } from "./mappings/names";
import { observability } from "./mappings/observability";
import { rds } from "./mappings/rds";
import { s3 } from "./mappings/s3";
import { secrets } from "./mappings/secrets";
import { wafv2 } from "./mappings/wafv2";

/** How every AWS type of the stacks is held against AWS's schemas. */
export const mappings: Readonly<Record<string, Mapping>> = {
  ...account,
  ...cloudfront,
  ...ec2,
  ...ecr,
  ...eks,
  ...elasticache,
  ...iam,
  ...kms,
  ...lb,
  ...msk,
  ...names,
  ...observability,
  ...rds,
  ...s3,
  ...secrets,
  ...wafv2,
};
