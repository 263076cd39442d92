/** AWS services whose passwords have limits of their own. */
export const passwordServices = ["rds", "elasticache"] as const;

type PasswordService = (typeof passwordServices)[number];

/** What a service takes as a password. */
export interface PasswordLimits {
  readonly shortest: number;
  readonly longest: number;
  /** Every special character that it takes. */
  readonly specialCharacters: string;
}

/**
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html
 */
export const passwordLimits: Readonly<Record<PasswordService, PasswordLimits>> = {
  rds: { shortest: 8, longest: 128, specialCharacters: "!#$%&()*+,-.:;<=>?[\\]^_`{|}~" },
  elasticache: { shortest: 16, longest: 128, specialCharacters: "!&#$^<>-" },
};
