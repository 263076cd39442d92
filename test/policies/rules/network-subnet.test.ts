import { networkSubnetPrivate } from "../../../policies/rules/network-subnet";
import { unknown } from "../kit";
import { suite } from "../suite";

describe("network-subnet-private", () => {
  const rule = suite(networkSubnetPrivate, "aws:ec2/subnet:Subnet", { mapPublicIpOnLaunch: false });
  rule.passes("passes a subnet that gives no public addresses", {});
  rule.passes("passes when nothing is said, for AWS gives none then", {
    mapPublicIpOnLaunch: undefined,
  });
  rule.fails(
    "fails when it does",
    { mapPublicIpOnLaunch: true },
    "mapPublicIpOnLaunch must not be true, got true",
  );
  rule.isUndecided(
    "is undecided while that is not known",
    { mapPublicIpOnLaunch: unknown },
    "mapPublicIpOnLaunch",
  );
});

describe("network-subnet-private, on the default subnet", () => {
  const rule = suite(networkSubnetPrivate, "aws:ec2/defaultSubnet:DefaultSubnet", {
    mapPublicIpOnLaunch: false,
  });
  rule.passes("passes one that gives no public addresses any more", {});
  rule.fails(
    "fails when it is left as AWS makes it",
    { mapPublicIpOnLaunch: undefined },
    "mapPublicIpOnLaunch must be false, but is not set",
  );
});
