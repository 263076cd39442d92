import assert from "node:assert/strict";
import { builtStack } from "../../support/reachability/built-stack";
import { changed, gone } from "../../support/reachability/changed";
import type { Deployed } from "../../support/reachability/deployed";
import { Graph } from "../../support/reachability/graph";
import { nodesOf } from "../../support/reachability/pods";
import { listAt } from "../../support/reachability/read";
import { controlPlanesOf } from "../../support/reachability/surroundings";
import { changesTo, tableOf, type Table } from "../../support/reachability/table";
import { wayTo } from "../../support/reachability/way";

const tcp = (number: number) => ({ protocol: "tcp", number }) as const;

describe("nodes whose security group is not as it was declared", () => {
  let resources: readonly Deployed[];
  let intact: Table;

  before(async () => {
    ({ resources } = await builtStack("production"));
    intact = tableOf(new Graph(resources));
  });

  const without = (type: string, name: string) => changed(resources, [type, name], gone);
  const changes = (others: readonly Deployed[]) => changesTo(intact, tableOf(new Graph(others)));
  /** Who is on the nodes, as the pairs of a table with one target name them. */
  const onNodes = (target: string) =>
    Object.keys(intact)
      .filter((pair) => pair.endsWith(` -> ${target}`))
      .map((pair) => pair.replace(/ -> .*/, ""))
      .filter(
        (from) =>
          !/^(database-rotate-.*|load balancer|operators|control plane|internet)$/.test(from),
      );
  /** What is in the way once the group stops pods and nodes as well, behind their policies. */
  const stoppedAt = (target: string) =>
    Object.fromEntries(
      onNodes(target).map((from) => {
        const [pair, group] = [`${from} -> ${target}`, `security group out of ${from}`];
        return [pair, [...(intact[pair] ?? []), group]];
      }),
    );

  for (const [rule, target] of [
    ["database-from-app", "database:5432"],
    ["cache-from-app", "cache:6379"],
    ["broker-iam-from-app", "broker:9098"],
  ] as const) {
    it(`do not reach ${target} without the rule that lets them out to it`, () => {
      assert.ok(onNodes(target).includes("api-gateway") && onNodes(target).includes("nodes"));
      assert.deepEqual(changes(without("SecurityGroupEgressRule", rule)), stoppedAt(target));
    });
  }

  it("reach stores without such rules from EKS's group, which lets everything out", () => {
    const [api] = controlPlanesOf(new Graph(resources));
    const template = resources.find(({ type }) => type.endsWith(":LaunchTemplate"));
    const within = changed(resources, ["LaunchTemplate", template?.name ?? ""], (inputs) => ({
      ...inputs,
      vpcSecurityGroupIds: [...listAt(inputs, "vpcSecurityGroupIds"), ...listAt(api?.groups)],
    }));

    assert.equal(api?.groups?.length, 1);
    assert.deepEqual(
      changes(changed(within, ["SecurityGroupEgressRule", "cache-from-app"], gone)),
      {},
    );
  });

  it("do not let services reach each other without the rules among them", () => {
    const from = "api-gateway -> user-service:3000";
    const closed = {
      SecurityGroupEgressRule: ["security group out of api-gateway"],
      SecurityGroupIngressRule: ["security group into user-service"],
    };
    for (const [type, barriers] of Object.entries(closed)) {
      assert.deepEqual(changes(without(type, "cluster-within-app"))[from], barriers);
    }
  });

  it("do not reach the API server, nor it them, without the rules between them", () => {
    const between = (others: readonly Deployed[]) => {
      const graph = new Graph(others);
      const [api] = controlPlanesOf(graph);
      assert.ok(api);
      const nodes = nodesOf(graph);
      return [wayTo(graph, nodes, api, tcp(443)), wayTo(graph, api, nodes, tcp(10_250))].map(
        ({ barriers }) => barriers,
      );
    };

    assert.deepEqual(between(resources), [[], []]);
    const offline = without("SecurityGroupEgressRule", "network-app-internet");
    assert.deepEqual(between(offline), [[], []]);
    assert.deepEqual(
      between(changed(offline, ["SecurityGroupEgressRule", "cluster-from-app"], gone)),
      [["security group out of nodes"], []],
    );
    assert.deepEqual(between(without("SecurityGroupIngressRule", "cluster-from-app")), [
      ["security group into control plane"],
      [],
    ]);
    assert.deepEqual(between(without("SecurityGroupIngressRule", "cluster-to-app")), [
      [],
      ["security group into nodes"],
    ]);
  });
});
