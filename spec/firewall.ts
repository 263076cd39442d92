import { z } from "zod";
import { logRetentionDays } from "./fields";

const managedGroup = z
  .strictObject({
    countedRules: z
      .array(z.string().regex(/^\w{1,128}$/, "must be the name of a rule"))
      .max(100)
      .default([])
      .meta({ description: "Rules of it that only count, for what the services need." }),
  })
  .optional();

const managedGroups = z.strictObject({
  AWSManagedRulesAmazonIpReputationList: managedGroup.meta({
    description: "Addresses that AWS knows for attacks.",
  }),
  AWSManagedRulesAnonymousIpList: managedGroup.meta({
    description: "Addresses of proxies and hosters.",
  }),
  AWSManagedRulesKnownBadInputsRuleSet: managedGroup.meta({
    description: "Requests that only attacks make.",
  }),
  AWSManagedRulesCommonRuleSet: managedGroup.meta({ description: "What OWASP warns of." }),
  AWSManagedRulesAdminProtectionRuleSet: managedGroup.meta({
    description: "Pages of administrators.",
  }),
  AWSManagedRulesSQLiRuleSet: managedGroup.meta({ description: "SQL injection." }),
  AWSManagedRulesLinuxRuleSet: managedGroup.meta({ description: "Files of Linux." }),
  AWSManagedRulesUnixRuleSet: managedGroup.meta({ description: "Commands of Unix." }),
});

/** What the firewall in front of the load balancer keeps away. */
export const firewallSchema = z.strictObject({
  rateLimit: z.int().min(10).max(2_000_000_000).meta({
    description: "Most requests of one address within the window.",
    unit: "requests",
  }),
  windowSeconds: z
    .literal([60, 120, 300, 600])
    .default(300)
    .meta({ description: "Time that the limit looks back.", unit: "seconds" }),
  managedGroups: managedGroups
    .prefault({
      AWSManagedRulesAmazonIpReputationList: {},
      AWSManagedRulesKnownBadInputsRuleSet: {},
      AWSManagedRulesCommonRuleSet: {},
    })
    .meta({ description: "Groups of rules that AWS keeps." }),
  mode: z
    .enum(["block", "count"])
    .default("block")
    .meta({ description: "Whether requests that match are refused or only counted." }),
  logRetentionDays: logRetentionDays.default(90),
});
