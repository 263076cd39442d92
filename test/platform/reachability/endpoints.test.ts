import assert from "node:assert/strict";
import { builtStack } from "../../support/reachability/built-stack";
import { Graph } from "../../support/reachability/graph";
import type { Host } from "../../support/reachability/host";
import { nodesOf, strangersIn, workloadsOf } from "../../support/reachability/pods";
import { endpointOf, rotationsOf } from "../../support/reachability/surroundings";
import { wayTo } from "../../support/reachability/way";

const https = { protocol: "tcp", number: 443 } as const;

describe("the endpoints of production", () => {
  it("are reached by what serves the cluster, the nodes and the rotation, and by no workload", async () => {
    const graph = new Graph((await builtStack("production")).resources);
    const services = ["ecr.api", "ecr.dkr", "eks-auth", "kms", "secretsmanager", "sts"];
    const reach = (from: Host) =>
      services.filter((service) => wayTo(graph, from, endpointOf(graph, service), https).isOpen);
    for (const from of [
      strangersIn(graph, "external-secrets"),
      nodesOf(graph),
      ...rotationsOf(graph),
    ])
      assert.deepEqual(reach(from), services, from.name);
    for (const { host } of workloadsOf(graph)) assert.deepEqual(reach(host), [], host.name);
  });
});
