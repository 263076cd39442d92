import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { createEncryptedLogGroup } from "../encrypted-log-group";
import { rulesOf, type FirewallRule } from "./firewall-rules";
import { globalRegion } from "../../spec/partition";
import type { Scope } from "./scope";

/** A firewall that is to be made. */
interface FirewallPlan {
  /** Name of its resources, and of its metric. */
  readonly name: string;
  readonly region: string;
  readonly scope: "REGIONAL" | "CLOUDFRONT";
  /** Name in CloudWatch. */
  readonly metricName: string;
  readonly logsKeyArn: pulumi.Input<string>;
}

/** A firewall with its rules. */
export interface Firewall extends FirewallPlan {
  readonly webAcl: aws.wafv2.WebAcl;
  /** Where it writes its logs. */
  readonly logGroupName: string;
  /** What must be there before it is put in front of anything. */
  readonly ready: readonly pulumi.Resource[];
}

/** Headers that tell who somebody is, which logs leave out. */
const redactedHeaders = ["authorization", "cookie"];

/** Makes the firewall of the load balancer and puts it there. */
export function createRegionalFirewall(
  scope: Scope,
  loadBalancer: aws.lb.LoadBalancer,
): Firewall & { readonly association: pulumi.Resource } {
  const { name, settings, options } = scope;
  const { namePrefix, region, logsKeyArn } = settings;
  const plan = { name, region, scope: "REGIONAL", metricName: namePrefix, logsKeyArn } as const;
  const firewall = createFirewall(scope, plan);
  const association = new aws.wafv2.WebAclAssociation(
    name,
    { region, resourceArn: loadBalancer.arn, webAclArn: firewall.webAcl.arn },
    { ...options, dependsOn: [...firewall.ready] },
  );
  return { ...firewall, association };
}

/** Makes the firewall of the distribution, which names it itself. */
export function createCdnFirewall(scope: Scope, logsKeyArn: pulumi.Input<string>): Firewall {
  return createFirewall(scope, {
    name: `${scope.name}-cdn`,
    region: globalRegion,
    scope: "CLOUDFRONT",
    metricName: `${scope.settings.namePrefix}-cdn`,
    logsKeyArn,
  });
}

function createFirewall(scope: Scope, plan: FirewallPlan): Firewall {
  const { name, region, metricName } = plan;
  const webAcl = new aws.wafv2.WebAcl(
    name,
    {
      region,
      scope: plan.scope,
      description: "Keeps away what is known to be bad and who asks too often.",
      defaultAction: { allow: {} },
      visibilityConfig: visibilityOf(metricName),
      tags: { Name: metricName },
    },
    // The rules are resources of their own: inline they differ at every run and cannot be taken out one by one.
    { ...scope.options, ignoreChanges: ["rules"] },
  );
  const last = createRules(scope, plan, webAcl);
  const { logGroupName, logging } = createLogging(scope, plan, webAcl);
  return { ...plan, webAcl, logGroupName, ready: [last, logging] };
}

/** Makes the rules one after another: each writes the whole of the web ACL. */
function createRules(
  { settings, options }: Scope,
  { name, region }: FirewallPlan,
  webAcl: aws.wafv2.WebAcl,
): pulumi.Resource {
  return rulesOf(settings.waf).reduce<pulumi.Resource>(
    (previous, rule: FirewallRule) =>
      new aws.wafv2.WebAclRule(
        `${name}-${rule.name}`,
        {
          region,
          webAclArn: webAcl.arn,
          ...rule,
          visibilityConfig: visibilityOf(rule.name),
        },
        { ...options, dependsOn: [previous] },
      ),
    webAcl,
  );
}

function createLogging(
  { settings, options, lasting }: Scope,
  { name, region, metricName, logsKeyArn }: FirewallPlan,
  webAcl: aws.wafv2.WebAcl,
): { readonly logGroupName: string; readonly logging: pulumi.Resource } {
  // WAF writes to log groups with this beginning only.
  const logGroupName = `aws-waf-logs-${metricName}`;
  const retentionDays = settings.waf.logRetentionDays;
  const logGroup = createEncryptedLogGroup(
    { name: `${name}-firewall`, region, path: logGroupName, logsKeyArn, retentionDays },
    lasting,
  );
  const logging = new aws.wafv2.WebAclLoggingConfiguration(
    name,
    {
      region,
      resourceArn: webAcl.arn,
      logDestinationConfigs: [logGroup.arn],
      redactedFields: redactedHeaders.map((header) => ({ singleHeader: { name: header } })),
    },
    options,
  );
  return { logGroupName, logging };
}

function visibilityOf(metricName: string) {
  return { cloudwatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true };
}
