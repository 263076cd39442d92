import { brokerZones } from "../../../policies/rules/broker-zones";
import type { Data } from "../../../policies/data";
import { unknown } from "../kit";
import { suite } from "../suite";

const type = "aws:msk/cluster:Cluster";
const path = "brokerNodeGroupInfo.clientSubnets";
const inSubnets = (clientSubnets: unknown, numberOfBrokerNodes?: unknown): Data => ({
  brokerNodeGroupInfo: { clientSubnets },
  ...(numberOfBrokerNodes !== undefined && { numberOfBrokerNodes }),
});

describe("broker-zones", () => {
  const three = [unknown, unknown, unknown];
  const rule = suite(brokerZones, type, inSubnets(three, 3));
  rule.passes("passes a broker in each of three subnets that are not known yet", {});
  rule.passes("passes two brokers in each", inSubnets(three, 6));
  rule.fails(
    "fails when there are two subnets",
    inSubnets([unknown, unknown], 2),
    `${path} must name at least 3 subnets, but names 2`,
  );
  rule.fails(
    "fails when none is named",
    { brokerNodeGroupInfo: undefined },
    `${path} must name at least 3 subnets, but names 0`,
  );
  rule.fails(
    "fails when brokers are spread unevenly",
    inSubnets(three, 4),
    "numberOfBrokerNodes must be a multiple of its 3 subnets, got 4",
  );
  rule.fails(
    "fails when there are none",
    inSubnets(three, 0),
    "numberOfBrokerNodes must be a multiple of its 3 subnets, got 0",
  );
  rule.isUndecided("is undecided while the subnets are not known", inSubnets(unknown), path);
  rule.isUndecided(
    "is undecided while the brokers are not known",
    inSubnets(three, unknown),
    "numberOfBrokerNodes",
  );
});

describe("broker-zones, configured to two", () => {
  const rule = suite(brokerZones, type, inSubnets([unknown, unknown], 2), { minimumZones: 2 });
  rule.passes("passes two subnets", {});
  rule.fails(
    "fails when brokers are spread unevenly",
    { numberOfBrokerNodes: 3 },
    "numberOfBrokerNodes must be a multiple of its 2 subnets, got 3",
  );
});

describe("broker-zones, on a serverless cluster", () => {
  const withSubnets = (...subnetIds: readonly unknown[]): Data => ({ vpcConfigs: [{ subnetIds }] });
  const rule = suite(
    brokerZones,
    "aws:msk/serverlessCluster:ServerlessCluster",
    withSubnets(unknown, unknown, unknown),
  );
  rule.passes("passes three subnets", {});
  rule.fails(
    "fails when there are two",
    withSubnets("subnet-1", "subnet-2"),
    "vpcConfigs[0].subnetIds must name at least 3 subnets, but names 2",
  );
  rule.fails("fails when nothing is said", { vpcConfigs: undefined }, "vpcConfigs must be set");
  rule.isUndecided(
    "is undecided while the subnets are not known",
    { vpcConfigs: [{ subnetIds: unknown }] },
    "vpcConfigs[0].subnetIds",
  );
  rule.isUndecided(
    "is undecided while the networks are not known",
    { vpcConfigs: unknown },
    "vpcConfigs",
  );
});
