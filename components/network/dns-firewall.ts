import * as aws from "@pulumi/aws";
import type { Site } from "./site";

/** AWS takes priorities between 100 and 9900 and advises to leave room between them. */
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
