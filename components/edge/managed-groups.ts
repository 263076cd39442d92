/**
 * Groups of rules that AWS keeps, by their place among the rules: what costs least first. The limit of requests
 * comes before them.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
export const managedGroups = {
  AWSManagedRulesAmazonIpReputationList: 20,
  AWSManagedRulesAnonymousIpList: 30,
  AWSManagedRulesKnownBadInputsRuleSet: 40,
  AWSManagedRulesCommonRuleSet: 50,
  AWSManagedRulesAdminProtectionRuleSet: 60,
  AWSManagedRulesSQLiRuleSet: 70,
  AWSManagedRulesLinuxRuleSet: 80,
  AWSManagedRulesUnixRuleSet: 90,
} as const;

/** A group of rules that AWS keeps. */
export type ManagedGroup = keyof typeof managedGroups;
