import { all, fail, type Judgement } from "../judgement";
import { given, must } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { cluster, serverlessCluster } from "./broker-kind";
import { mustSpan } from "./span";

export const brokerZones = resourceRule({
  id: "broker-zones",
  requires: "MSK brokers are spread evenly over enough zones.",
  why: "With three zones a topic keeps two replicas in three when one is lost, with two it is left with a half that may not be enough to write.",
  fix: "Name a subnet of each zone, three of them, and make the number of brokers a multiple of that.",
  severity: "medium",
  standards: {},
  types: [cluster, serverlessCluster],
  settings: {
    minimumZones: {
      kind: "integer",
      description: "Zones that brokers stand in at least: subnets, of which AWS takes one a zone.",
      minimum: 2,
      maximum: 3,
      default: 3,
      stricter: "higher",
    },
  },
  exemptible: true,
  profiles: { staging: { settings: { minimumZones: 2 } } },
  check: (broker, { minimumZones }) => {
    if (broker.type === serverlessCluster) {
      const networks = broker.at("vpcConfigs");
      if (networks.items.length === 0) return given(networks, fail(`${networks.path} must be set`));
      return all(...networks.items.map((each) => mustSpan(each.at("subnetIds"), minimumZones)));
    }
    const subnets = broker.at("brokerNodeGroupInfo").at("clientSubnets");
    const brokers = broker.at("numberOfBrokerNodes");
    return all(mustSpan(subnets, minimumZones), mustDivide(brokers, subnets));
  },
});

function mustDivide(brokers: Property, subnets: Property): Judgement {
  const { length } = subnets.items;
  const requirement = `be a multiple of its ${length.toString()} subnets`;
  return must(
    brokers,
    requirement,
    (value) => length === 0 || (typeof value === "number" && value > 0 && value % length === 0),
  );
}
