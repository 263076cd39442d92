import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { mapRecord } from "../map-record";
import type { Cdn } from "./cdn";
import type { Firewall } from "./firewall";

/** What alarms on one firewall need to know. */
export interface FirewallAlarmInputs {
  /** Value of the dimension `WebACL`. */
  readonly webAcl: string;
  /** Region of the metrics. */
  readonly region: string;
  readonly logGroupName: string;
}

/** What alarms on an edge need to know. */
export interface AlarmInputs {
  /** Value of the dimension `LoadBalancer`. */
  readonly loadBalancer: pulumi.Output<string>;
  /** Values of the dimension `TargetGroup`, by the label of the service. */
  readonly targetGroups: Readonly<Record<string, pulumi.Output<string>>>;
  /** The firewalls, that of the load balancer first. */
  readonly firewalls: readonly FirewallAlarmInputs[];
  /** Value of the dimension `HealthCheckId`, whose metrics stand in us-east-1; undefined without. */
  readonly healthCheckId: pulumi.Output<string> | undefined;
  /** Value of the dimension `DistributionId`, whose metrics stand in us-east-1; undefined without. */
  readonly distributionId: pulumi.Output<string> | undefined;
  /** Log group in us-east-1 of what is asked of the distribution; undefined without. */
  readonly distributionLogGroupName: string | undefined;
}

/** What there is to be alarmed on. */
interface Parts {
  readonly loadBalancer: aws.lb.LoadBalancer;
  readonly targetGroups: Readonly<Record<string, aws.lb.TargetGroup>>;
  readonly firewall: Firewall;
  readonly healthCheck: aws.route53.HealthCheck | undefined;
  readonly cdn: Cdn | undefined;
}

/** What alarms on an edge need to know, from its parts. */
export function alarmInputsOf(parts: Parts): AlarmInputs {
  const { loadBalancer, targetGroups, firewall, healthCheck, cdn } = parts;
  const firewalls = [firewall, ...(cdn === undefined ? [] : [cdn.firewall])];
  return {
    loadBalancer: loadBalancer.arnSuffix,
    targetGroups: mapRecord(targetGroups, ({ arnSuffix }) => arnSuffix),
    firewalls: firewalls.map(({ metricName, region, logGroupName }) => ({
      webAcl: metricName,
      region,
      logGroupName,
    })),
    healthCheckId: healthCheck?.id,
    distributionId: cdn?.distribution.id,
    distributionLogGroupName: cdn?.logGroupName,
  };
}
