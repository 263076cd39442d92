import type { Deployed } from "./deployed";
import type { Graph } from "./graph";
import { sitesIn, type Host, type Port } from "./host";
import { at, listAt, textAt, textsAt } from "./read";

/** A host that holds data, and where it takes connections. */
export interface Store {
  readonly host: Host;
  readonly port: Port;
}

/** The data stores of a stack, by the names of their resources. */
export function storesOf(graph: Graph): readonly Store[] {
  return [
    ...graph.ofType("aws:rds/instance:Instance").map((each) => database(graph, each)),
    ...graph
      .ofType("aws:elasticache/replicationGroup:ReplicationGroup")
      .map((each) => cache(graph, each)),
    ...graph.ofType("aws:msk/cluster:Cluster").flatMap((each) => brokers(graph, each)),
  ];
}

function database(graph: Graph, { name, inputs }: Deployed): Store {
  const group = graph.named("aws:rds/subnetGroup:SubnetGroup", inputs["dbSubnetGroupName"]);
  return {
    host: {
      name,
      sites: sitesIn(graph, textsAt(group?.inputs, "subnetIds")),
      groups: textsAt(inputs, "vpcSecurityGroupIds"),
      isPublic: inputs["publiclyAccessible"] === true,
    },
    port: { protocol: "tcp", number: Number(inputs["port"]) },
  };
}

function cache(graph: Graph, { name, inputs }: Deployed): Store {
  const group = graph.named("aws:elasticache/subnetGroup:SubnetGroup", inputs["subnetGroupName"]);
  return {
    host: {
      name,
      sites: sitesIn(graph, textsAt(group?.inputs, "subnetIds")),
      groups: textsAt(inputs, "securityGroupIds"),
    },
    port: { protocol: "tcp", number: Number(inputs["port"]) },
  };
}

/** Brokers listen at a port for each way in which clients prove who they are: this is what they say themselves. */
function brokers(graph: Graph, { name, inputs, outputs }: Deployed): readonly Store[] {
  const place = at(inputs, "brokerNodeGroupInfo");
  const host = {
    name,
    sites: sitesIn(graph, textsAt(place, "clientSubnets")),
    groups: textsAt(place, "securityGroups"),
    isPublic: textAt(place, "connectivityInfo", "publicAccess", "type") !== "DISABLED",
  };
  const lists = ["Tls", "SaslScram", "SaslIam"].flatMap((kind) =>
    listAt(outputs, `bootstrapBrokers${kind}`),
  );
  const ports = lists.map((list) => Number(String(list).split(":").at(-1))).filter(Boolean);
  return ports.map((number) => ({ host, port: { protocol: "tcp", number } }));
}
