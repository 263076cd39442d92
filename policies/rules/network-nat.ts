import { all, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import type { Property } from "../property";
import { stackRule } from "../rule";
import type { Stack, StackResource } from "../stack";
import { routesOf, tablesOf } from "./route-table";
import { titleOf } from "./title";

const subnetType = "aws:ec2/subnet:Subnet";
const natType = "aws:ec2/natGateway:NatGateway";

export const networkNatPerZone = stackRule({
  id: "network-nat-per-zone",
  requires: "Subnets reach the internet through a NAT gateway of their own availability zone.",
  why: "One NAT gateway for all takes every zone off the internet when its own is lost; what crosses zones to get there is paid for twice.",
  fix: "Create an aws.ec2.NatGateway in each zone and a route table for each, or one with the availabilityMode regional.",
  severity: "medium",
  standards: {},
  types: [subnetType],
  exemptible: true,
  profiles: { staging: { level: "disabled" } },
  check: (subnet, _settings, stack) => {
    const gateways = gatewaysOf(subnet, stack);
    return gateways.length === 0
      ? notApplicable("it reaches the internet through no NAT gateway of the stack")
      : all(...gateways.map((gateway) => mustBeInZone(gateway, subnet, stack)));
  },
});

/** The NAT gateways that the subnet's route table leads to. */
function gatewaysOf(subnet: StackResource, stack: Stack): readonly StackResource[] {
  return tablesOf(subnet, stack).flatMap((table) => [
    ...stack.referredBy(table, "routes[].natGatewayId", natType),
    ...routesOf(table, stack).flatMap((route) => stack.referredBy(route, "natGatewayId", natType)),
  ]);
}

function mustBeInZone(gateway: StackResource, subnet: StackResource, stack: Stack): Judgement {
  const mode = gateway.at("availabilityMode");
  if (mode.value === "regional") return pass;
  const [home] = stack.referredBy(gateway, "subnetId", subnetType);
  const [own, other] = [subnet, home].map((each) => each?.at("availabilityZone"));
  if (mode.isUnknown || !isKnown(own) || !isKnown(other)) {
    return undecided(`the availability zone of ${titleOf(gateway)}`);
  }
  if (own.value === other.value) return pass;
  return fail(
    `it must reach the internet through a NAT gateway in ${own.value}, got ${titleOf(gateway)} in ${other.value}`,
  );
}

function isKnown(zone: Property | undefined): zone is Property & { readonly value: string } {
  return typeof zone?.value === "string" && !zone.isConfidential;
}
