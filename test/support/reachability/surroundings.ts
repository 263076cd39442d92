import type { Deployed } from "./deployed";
import type { Graph } from "./graph";
import { sitesIn, type Host } from "./host";
import { at, listAt, textAt, textsAt } from "./read";

/** Whoever is outside of the network. */
export const internet: Host = { name: "internet", sites: [{ address: "203.0.113.10" }] };

/** The agent of each node that hands pods the credentials of their roles. */
export const podIdentityAgent: Host = {
  name: "pod identity agent",
  sites: [{ address: "169.254.170.23" }],
};

/** The load balancers of a stack. */
export function loadBalancersOf(graph: Graph): readonly Host[] {
  return graph.ofType("aws:lb/loadBalancer:LoadBalancer").map(({ inputs }) => ({
    name: "load balancer",
    sites: sitesIn(graph, textsAt(inputs, "subnets")),
    groups: textsAt(inputs, "securityGroups"),
    isPublic: inputs["internal"] === false,
  }));
}

/** The functions that rotate secrets, which CloudFormation makes from parameters. */
export function rotationsOf(graph: Graph): readonly Host[] {
  return graph
    .ofType("aws:serverlessrepository/cloudFormationStack:CloudFormationStack")
    .map(({ name, inputs }) => ({
      name,
      sites: sitesIn(graph, textAt(inputs, "parameters", "vpcSubnetIds").split(",")),
      groups: textAt(inputs, "parameters", "vpcSecurityGroupIds").split(","),
    }));
}

/** The endpoints through which operators reach the nodes. */
export function operatorsOf(graph: Graph): readonly Host[] {
  return graph
    .ofType("aws:ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint")
    .map(({ inputs }) => ({
      name: "operators",
      sites: sitesIn(graph, [textAt(inputs, "subnetId")]),
      groups: textsAt(inputs, "securityGroupIds"),
    }));
}

/** The control planes of clusters, where they stand in the network. */
export function controlPlanesOf(graph: Graph): readonly Host[] {
  return graph.ofType("aws:eks/cluster:Cluster").map(({ outputs }) => ({
    name: "control plane",
    sites: sitesIn(graph, textsAt(outputs, "vpcConfig", "subnetIds")),
    groups: [
      ...listAt(outputs, "vpcConfig", "clusterSecurityGroupId"),
      ...listAt(outputs, "vpcConfig", "securityGroupIds"),
    ].map(String),
  }));
}

/** A service of AWS, at its endpoint in the network. */
export function endpointOf(graph: Graph, service: string): Host {
  const found = graph
    .ofType("aws:ec2/vpcEndpoint:VpcEndpoint")
    .find(({ inputs }) => textAt(inputs, "serviceName").endsWith(`.${service}`));
  if (found === undefined) throw new Error(`the network has no endpoint of ${service}`);
  return { name: service, ...standing(graph, found) };
}

/** Gateway endpoints lead to public addresses, which a list of prefixes names; the others stand in the subnets. */
function standing(graph: Graph, { inputs, outputs }: Deployed): Omit<Host, "name"> {
  const prefixListId = at(outputs, "prefixListId");
  return typeof prefixListId === "string"
    ? { sites: [{ address: "198.51.100.10" }], prefixListId }
    : {
        sites: sitesIn(graph, textsAt(inputs, "subnetIds")),
        groups: textsAt(inputs, "securityGroupIds"),
      };
}
