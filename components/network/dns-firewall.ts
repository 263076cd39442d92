import * as aws from "@pulumi/aws";
import type { Site } from "./site";

/** The lowest priority that AWS leaves to its users is 101, the highest 9899. */
const firstPriority = 101;
const step = 10;

/** Has the rule groups judge the DNS queries of the VPC, in the order given. */
export function associateDnsFirewall(
  { name, parent, region, vpcId, nameTag }: Site,
  ruleGroupIds: readonly string[] = [],
): void {
  ruleGroupIds.forEach((firewallRuleGroupId, index) => {
    const associationName = `${name}-${firewallRuleGroupId}`;
    new aws.route53.ResolverFirewallRuleGroupAssociation(
      associationName,
      {
        region,
        vpcId,
        firewallRuleGroupId,
        priority: firstPriority + step * index,
        tags: nameTag(associationName),
      },
      { parent },
    );
  });
}
