import * as pulumi from "@pulumi/pulumi";
import { alarmInputsOf, type AlarmInputs } from "./edge/alarm-inputs";
import type { EdgeArgs } from "./edge/args";
import { createCdn, type Cdn } from "./edge/cdn";
import { createCertificates, type Certificates } from "./edge/certificates";
import { createCdnNames, createNames } from "./edge/dns";
import { settingsOf } from "./edge/edge-settings";
import { createRegionalFirewall } from "./edge/firewall";
import { createListeners } from "./edge/listeners";
import { createLoadBalancer } from "./edge/load-balancer";
import { scopeOf, type Scope } from "./edge/scope";
import { createLoadBalancerGroup } from "./edge/security-group";
import { createServices, urlsOf } from "./edge/services";
import { validateEdge } from "./edge/validate-edge";
import { mapRecord } from "./map-record";

/**
 * What the internet sees of a system: a load balancer behind a firewall, which speaks TLS and finds only the services
 * that it is told of; their names; and static files from a bucket, where there are any.
 */
export class Edge extends pulumi.ComponentResource {
  readonly loadBalancerArn: pulumi.Output<string>;
  /** Name of the load balancer that AWS gave it. */
  readonly dnsName: pulumi.Output<string>;
  readonly httpsListenerArn: pulumi.Output<string>;
  /** ARN of the target group of each service, by its label: where its pods are to be registered. */
  readonly targetGroupArns: Readonly<Record<string, pulumi.Output<string>>>;
  /**
   * What must be there before the pods of each service, by its label: a load balancer that leads to them. It finds no
   * target healthy before.
   */
  readonly ready: Readonly<Record<string, readonly pulumi.Resource[]>>;
  /** Security group of the load balancer. */
  readonly securityGroupId: pulumi.Output<string>;
  /** Web ACL of the load balancer. */
  readonly webAclArn: pulumi.Output<string>;
  /** Name of the distribution that CloudFront gave it; undefined without. */
  readonly distributionDomain: pulumi.Output<string> | undefined;
  /** Address of each service, by its label. */
  readonly urls: Readonly<Record<string, string>>;
  /** What alarms on the edge need to know. */
  readonly alarmInputs: AlarmInputs;

  /** @throws {pulumi.ResourceError} When AWS would refuse the arguments, or a name would lead nowhere: every problem is listed. */
  constructor(name: string, args: EdgeArgs, opts?: pulumi.ComponentResourceOptions) {
    const { namePrefix, region, hostnames } = args;
    super("groundwork:platform:Edge", name, { namePrefix, region, hostnames }, opts);

    const problems = validateEdge(name, args);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);

    const scope = scopeOf(this, name, settingsOf(args));
    const certificates = createCertificates(scope);
    const securityGroupId = createLoadBalancerGroup(scope);
    const loadBalancer = createLoadBalancer(scope, securityGroupId);
    const firewall = createRegionalFirewall(scope, loadBalancer);
    const listener = createListeners(scope, {
      loadBalancerArn: loadBalancer.arn,
      certificateArn: certificates.loadBalancer,
      after: [firewall.association],
    });
    const doors = createServices(scope, listener);
    const targetGroups = mapRecord(doors, ({ targetGroup }) => targetGroup);
    const healthCheck = createNames(scope, loadBalancer);
    const cdn = this.createDistribution(scope, certificates);

    this.loadBalancerArn = loadBalancer.arn;
    this.dnsName = loadBalancer.dnsName;
    this.httpsListenerArn = listener.arn;
    this.targetGroupArns = mapRecord(targetGroups, ({ arn }) => arn);
    this.ready = mapRecord(doors, ({ rule }) => [rule]);
    this.securityGroupId = securityGroupId;
    this.webAclArn = firewall.webAcl.arn;
    this.distributionDomain = cdn?.distribution.domainName;
    this.urls = urlsOf(scope.settings);
    this.alarmInputs = alarmInputsOf({ loadBalancer, targetGroups, firewall, healthCheck, cdn });
    this.registerOutputs({ dnsName: this.dnsName, urls: this.urls });
  }

  private createDistribution(scope: Scope, { cdn: arn }: Certificates): Cdn | undefined {
    const { cdn: settings } = scope.settings;
    if (settings === undefined || arn === undefined) return undefined;

    const cdn = createCdn(scope, settings, arn);
    createCdnNames(scope, settings.hostname, cdn.distribution);
    return cdn;
  }
}
