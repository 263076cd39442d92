import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { allow, createSecurityGroup } from "../security-group-edge";
import type { Scope } from "./scope";

/** Ports at which the load balancer listens to the internet. */
const entrances = [
  { what: "http", protocol: "HTTP", port: 80 },
  { what: "https", protocol: "HTTPS", port: 443 },
] as const;

/** Makes the group of the load balancer: the internet comes in, and only the services' ports are reached. */
export function createLoadBalancerGroup(scope: Scope): pulumi.Output<string> {
  const { name, settings, options } = scope;
  const { region, appPorts, appSecurityGroupId } = settings;
  const group = createSecurityGroup(scope, name, "Load balancer of the services.", settings);
  for (const { what, protocol, port } of entrances) {
    new aws.vpc.SecurityGroupIngressRule(
      `${name}-${what}`,
      {
        region,
        securityGroupId: group.id,
        description: `${protocol} from the internet`,
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
        cidrIpv4: "0.0.0.0/0",
      },
      options,
    );
  }
  allow(scope, {
    name: `${name}-to-app`,
    description: "HTTP from the load balancer to the services",
    region,
    from: group.id,
    to: appSecurityGroupId,
    port: appPorts.from,
    lastPort: appPorts.to,
  });
  return group.id;
}
