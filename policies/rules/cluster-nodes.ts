import { all, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { mustBeSet } from "../must";
import type { Property } from "../property";
import { resourceRule, stackRule } from "../rule";
import type { Stack, StackResource } from "../stack";
import { routesOf, tablesOf } from "./route-table";
import { named, titleOf } from "./title";

const nodeGroupType = "aws:eks/nodeGroup:NodeGroup";
const subnetType = "aws:ec2/subnet:Subnet";

export const nodeGroupSshLimited = resourceRule({
  id: "node-group-ssh-limited",
  requires: "EKS nodes that take SSH take it from named security groups.",
  why: "A node group with an SSH key and no such group opens port 22 of every node to the whole internet.",
  fix: "Leave remoteAccess out and use Session Manager, or name sourceSecurityGroupIds.",
  severity: "high",
  standards: { checkov: ["CKV_AWS_100"] },
  types: [nodeGroupType],
  exemptible: true,
  check: (group) => {
    const access = group.at("remoteAccess");
    const [key, sources] = [access.at("ec2SshKey"), access.at("sourceSecurityGroupIds")];
    if (!key.isSet) return notApplicable("its nodes take no SSH");
    const isEmpty = sources.isList && sources.items.length === 0;
    return isEmpty ? fail(`${sources.path} must not be empty`) : mustBeSet(sources);
  },
});

export const nodeGroupPrivate = stackRule({
  id: "node-group-private",
  requires: "EKS nodes stand in subnets without a way in from the internet.",
  why: "A node with a public address is one wrong security group away from everybody, with the kubelet and every pod's port on it.",
  fix: "Name private subnets as subnetIds: without public addresses at launch, and without a route to an internet gateway.",
  severity: "high",
  standards: {},
  types: [nodeGroupType],
  exemptible: true,
  check: (group, _settings, stack) => {
    const ids = group.at("subnetIds");
    const subnets = stack.referredBy(group, "subnetIds[]", subnetType);
    if (subnets.length > 0) return all(...subnets.map((subnet) => mustBePrivate(subnet, stack)));
    return [ids, ...ids.items].some(({ isUnknown }) => isUnknown)
      ? undecided(ids.path)
      : notApplicable("its subnets are none of the stack's");
  },
});

function mustBePrivate(subnet: StackResource, stack: Stack): Judgement {
  const mapped = subnet.at("mapPublicIpOnLaunch");
  const gateways = tablesOf(subnet, stack).flatMap((table) => gatewaysOf(table, stack));
  const [gateway] = gateways;
  return named(
    subnet,
    all(
      mapped.isUnknown ? undecided(mapped.path) : pass,
      mapped.value === true ? fail(`${mapped.path} must not be true where nodes stand`) : pass,
      gateway === undefined
        ? pass
        : fail(`it must not lead to the internet where nodes stand, got ${titleOf(gateway)}`),
    ),
  );
}

/** The internet gateways that a route table leads to. */
function gatewaysOf(table: StackResource, stack: Stack): readonly StackResource[] {
  const type = "aws:ec2/internetGateway:InternetGateway";
  return [
    ...stack.referredBy(table, "routes[].gatewayId", type),
    ...routesOf(table, stack).flatMap((route) => stack.referredBy(route, "gatewayId", type)),
  ];
}

export const clusterNodesSpread = stackRule({
  id: "cluster-nodes-spread",
  requires: "EKS clusters have enough nodes, in enough zones.",
  why: "The nodes of one zone go with it, and with the only node goes everything that runs.",
  fix: "Name subnets of two zones or more in the node groups of the cluster, and raise their minSize.",
  severity: "medium",
  standards: {},
  types: ["aws:eks/cluster:Cluster"],
  settings: {
    minimumZones: {
      kind: "integer",
      description: "Zones that the nodes of a cluster stand in at least.",
      minimum: 1,
      maximum: 6,
      default: 2,
      stricter: "higher",
    },
    minimumNodes: {
      kind: "integer",
      description: "Nodes that the groups of a cluster keep at least, taken together.",
      minimum: 1,
      maximum: 1000,
      default: 2,
      stricter: "higher",
    },
  },
  exemptible: true,
  profiles: { staging: { settings: { minimumNodes: 1 } } },
  check: (cluster, { minimumZones, minimumNodes }, stack) => {
    const { found, possible } = stack.referring(cluster, "clusterName", nodeGroupType);
    const open = possible.map((group) => `clusterName of ${titleOf(group)}`);
    if (found.length === 0) {
      return open.length > 0
        ? undecided(...open)
        : notApplicable("no node group of the stack is one of its own");
    }
    const judgement = all(
      mustSpanZones(found, minimumZones, stack),
      mustKeepNodes(found, minimumNodes),
    );
    return open.length > 0 && judgement.verdict === "fail" ? undecided(...open) : judgement;
  },
});

function mustSpanZones(groups: readonly StackResource[], minimum: number, stack: Stack): Judgement {
  const places = new Set(groups.flatMap((group) => placesOf(group, stack)));
  if (places.size >= minimum) return pass;
  const open = groups.filter((group) => group.at("subnetIds").isUnknown);
  if (open.length > 0) return undecided(...open.map((group) => `subnetIds of ${titleOf(group)}`));
  return fail(
    `its nodes must stand in at least ${minimum.toString()} zones, but stand in ${places.size.toString()}`,
  );
}

/** The zones of a group's subnets; subnets of unknown zones count as one each. */
function placesOf(group: StackResource, stack: Stack): readonly unknown[] {
  const subnets = stack.referredBy(group, "subnetIds[]", subnetType);
  if (subnets.length > 0) {
    return subnets.map((subnet) => subnet.at("availabilityZone").value ?? subnet.urn);
  }
  return group.at("subnetIds").items.map(({ value, path }) => value ?? `${group.urn} ${path}`);
}

function mustKeepNodes(groups: readonly StackResource[], minimum: number): Judgement {
  const sizes = groups.map((group) => group.at("scalingConfig").at("minSize"));
  const kept = sizes.reduce((sum, size) => sum + numberOf(size), 0);
  if (kept >= minimum) return pass;
  const open = sizes.flatMap((size, index) => {
    const group = groups[index];
    return size.isUnknown && group !== undefined ? [`${size.path} of ${titleOf(group)}`] : [];
  });
  if (open.length > 0) return undecided(...open);
  return fail(
    `its node groups must keep at least ${minimum.toString()} nodes, but keep ${kept.toString()}`,
  );
}

function numberOf({ value }: Property): number {
  return typeof value === "number" ? value : 0;
}
