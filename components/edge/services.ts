import * as aws from "@pulumi/aws";
import { mapRecord } from "../map-record";
import type { ServiceSettings } from "./edge-settings";
import type { Scope } from "./scope";

/** The target group of a service and the rule that leads to it. */
export interface Door {
  readonly targetGroup: aws.lb.TargetGroup;
  readonly rule: aws.lb.ListenerRule;
}

/** Makes the target group of each service and the rule that leads to it. */
export function createServices(
  scope: Scope,
  listener: aws.lb.Listener,
): Readonly<Record<string, Door>> {
  return mapRecord(scope.settings.services, (service, label) => {
    const targetGroup = createTargetGroup(scope, label, service);
    const rule = createRule(scope, label, service, { listener, targetGroup });
    return { targetGroup, rule };
  });
}

/** Address of each service, by its label. */
export function urlsOf({ services }: Scope["settings"]): Readonly<Record<string, string>> {
  return mapRecord(services, ({ host, path }) => `https://${host}${path === "/" ? "" : path}`);
}

function createTargetGroup(
  { name, settings, options }: Scope,
  label: string,
  { port, health, deregistrationSeconds }: ServiceSettings,
): aws.lb.TargetGroup {
  const { namePrefix, region, vpcId, targetGroupTags } = settings;
  return new aws.lb.TargetGroup(
    `${name}-${label}`,
    {
      region,
      vpcId,
      targetType: "ip",
      ipAddressType: "ipv4",
      protocol: "HTTP",
      protocolVersion: "HTTP1",
      port,
      deregistrationDelay: deregistrationSeconds,
      stickiness: { enabled: false, type: "lb_cookie" },
      healthCheck: {
        enabled: true,
        protocol: "HTTP",
        port: "traffic-port",
        path: health.path,
        interval: health.intervalSeconds,
        timeout: health.timeoutSeconds,
        healthyThreshold: health.healthyThreshold,
        unhealthyThreshold: health.unhealthyThreshold,
        matcher: health.matcher,
      },
      tags: { ...targetGroupTags, Name: `${namePrefix}-${label}` },
    },
    options,
  );
}

function createRule(
  { name, settings, options }: Scope,
  label: string,
  { host, path, priority }: ServiceSettings,
  {
    listener,
    targetGroup,
  }: { readonly listener: aws.lb.Listener; readonly targetGroup: aws.lb.TargetGroup },
): aws.lb.ListenerRule {
  return new aws.lb.ListenerRule(
    `${name}-${label}`,
    {
      region: settings.region,
      listenerArn: listener.arn,
      priority,
      conditions: [
        { hostHeader: { values: hostsOf(settings, host) } },
        ...(path === "/" ? [] : [{ pathPattern: { values: [path, `${path}/*`] } }]),
      ],
      actions: [{ type: "forward", targetGroupArn: targetGroup.arn }],
    },
    // A priority is given once: a rule that is replaced goes before the one that follows it.
    { ...options, deleteBeforeReplace: true },
  );
}

/** The name of a service; where its health is asked under a name of the region, that one too. */
function hostsOf({ healthCheck, failover }: Scope["settings"], host: string): string[] {
  const isAsked = failover !== undefined && healthCheck?.hostname === host;
  return [host, ...(isAsked ? [failover.hostname] : [])];
}
