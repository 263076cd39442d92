import type * as aws from "@pulumi/aws";

/**
 * What passwords of IAM users must be, should there ever be any: CIS asks for 14 characters and 24 passwords before
 * one comes again, Security Hub for all kinds of characters and an end after 90 days.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html
 */
export const passwordPolicy: aws.iam.AccountPasswordPolicyArgs = {
  minimumPasswordLength: 14,
  passwordReusePrevention: 24,
  maxPasswordAge: 90,
  requireLowercaseCharacters: true,
  requireUppercaseCharacters: true,
  requireNumbers: true,
  requireSymbols: true,
  allowUsersToChangePassword: true,
  hardExpiry: false,
};
