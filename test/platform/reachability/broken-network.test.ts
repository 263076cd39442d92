import assert from "node:assert/strict";
import type { Data } from "../../../preview/engine/wire";
import { builtStack } from "../../support/reachability/built-stack";
import { changed, gone, withAnother } from "../../support/reachability/changed";
import type { Deployed } from "../../support/reachability/deployed";
import { Graph } from "../../support/reachability/graph";
import { listAt, recordAt } from "../../support/reachability/read";
import { changesTo, tableOf, type Table } from "../../support/reachability/table";

const services = ["api-gateway", "finance-service", "project-service", "user-service"];
const consumers = services.slice(1);
/** How many namespaces there are, at the least, with pods that reach no store. */
const namespaces = 3;

describe("a network that is not as it was declared", () => {
  let resources: readonly Deployed[];
  let intact: Table;

  before(async () => {
    ({ resources } = await builtStack("production"));
    intact = tableOf(new Graph(resources));
  });

  /** What another network stops, or no longer does. */
  const changes = (others: readonly Deployed[]) => changesTo(intact, tableOf(new Graph(others)));
  /** The same for each of the pairs that are named. */
  const each = (froms: readonly string[], to: string, barriers: (from: string) => string[]) =>
    Object.fromEntries(froms.map((from) => [`${from} -> ${to}`, barriers(from)]));

  const withSpec = (change: (spec: Data) => Data) => (inputs: Data) => ({
    ...inputs,
    spec: change(recordAt(inputs, "spec")),
  });
  const withoutPort = (number: number) =>
    withSpec((spec) => ({
      ...spec,
      egress: listAt(spec, "egress").filter(
        (rule) => recordAt(listAt(rule, "ports")[0])["port"] !== number,
      ),
    }));

  it("is found where a policy lost a rule", () => {
    assert.deepEqual(
      changes(changed(resources, ["NetworkPolicy", "api-gateway"], withoutPort(5432))),
      { "api-gateway -> database:5432": ["network policy out of api-gateway"] },
    );
  });

  it("is found where a service no longer lets its caller in", () => {
    const alone = withSpec((spec) => ({ ...spec, ingress: [] }));
    assert.deepEqual(changes(changed(resources, ["NetworkPolicy", "user-service"], alone)), {
      "api-gateway -> user-service:3000": ["network policy into user-service"],
    });
  });

  it("is found where a policy selects more pods than it should", () => {
    const wide = withSpec((spec) => ({ ...spec, podSelector: {} }));
    const stranger = "pods of cdf-smarthub";
    assert.deepEqual(changes(changed(resources, ["NetworkPolicy", "user-service"], wide)), {
      "api-gateway -> broker:9098": [],
      "api-gateway -> api-gateway:3000": ["network policy out of api-gateway"],
      [`${stranger} -> database:5432`]: [],
      [`${stranger} -> cache:6379`]: [],
      [`${stranger} -> broker:9098`]: [],
    });
  });

  it("is found where another policy opens more", () => {
    const opened = withAnother(resources, ["NetworkPolicy", "api-gateway"], (inputs) => ({
      ...inputs,
      metadata: { name: "another", namespace: "kube-system" },
      spec: {
        podSelector: {},
        policyTypes: ["Egress"],
        egress: [{ to: [{ ipBlock: { cidr: "10.0.0.0/16" } }] }],
      },
    }));
    assert.deepEqual(changes(opened), {
      "pods of kube-system -> database:5432": [],
      "pods of kube-system -> cache:6379": [],
      "pods of kube-system -> broker:9098": [],
    });
  });

  it("is found where the cluster does not keep to its policies", () => {
    const loose = changes(
      changed(resources, ["Addon", "cluster-vpc-cni"], (inputs) => ({
        ...inputs,
        configurationValues: "{}",
      })),
    );
    for (const from of ["kube-system", "external-secrets", "cdf-smarthub"])
      assert.deepEqual(loose[`pods of ${from} -> database:5432`], []);
    assert.deepEqual(loose["api-gateway -> broker:9098"], []);
  });

  it("is found where a security group no longer lets the nodes in", () => {
    const closed = changed(resources, ["SecurityGroupIngressRule", "database-from-app"], gone);
    const pods = Object.keys(intact).filter((pair) => pair.endsWith(" -> database:5432"));
    const onNodes = pods.filter((pair) => {
      const stopped = intact[pair]?.join() ?? "";
      return !pair.startsWith("database-rotate") && /^(network policy out of .*)?$/.test(stopped);
    });
    assert.ok(onNodes.length > services.length + namespaces);
    assert.deepEqual(
      changes(closed),
      Object.fromEntries(
        onNodes.map((pair) => [pair, [...(intact[pair] ?? []), "security group into database"]]),
      ),
    );
  });

  it("is found where a security group no longer lets a function out", () => {
    const from = "database-rotate-application";
    assert.deepEqual(
      changes(changed(resources, ["SecurityGroupEgressRule", "database-from-rotation"], gone)),
      { [`${from} -> database:5432`]: [`security group out of ${from}`] },
    );
  });

  it("is found where a security group lets a range in", () => {
    const opened = withAnother(
      resources,
      ["SecurityGroupIngressRule", "database-from-app"],
      (inputs) => ({
        ...inputs,
        referencedSecurityGroupId: undefined,
        cidrIpv4: "10.0.0.0/16",
      }),
    );
    const balancer = "load balancer";
    assert.deepEqual(changes(opened), {
      [`${balancer} -> database:5432`]: [
        `security group out of ${balancer}`,
        `network ACL from ${balancer} to database`,
        `network ACL for replies of database to ${balancer}`,
      ],
      "operators -> database:5432": ["security group out of operators"],
      "control plane -> database:5432": [],
    });
  });

  it("is found where a port of a store's security group is another one", () => {
    const moved = (inputs: Data) => ({ ...inputs, fromPort: 9096, toPort: 9096 });
    const broken = changes(
      changed(resources, ["SecurityGroupIngressRule", "broker-iam-from-app"], moved),
    );
    assert.deepEqual(
      Object.entries(broken).filter(([pair]) => consumers.some((from) => pair.startsWith(from))),
      Object.entries(each(consumers, "broker:9098", () => ["security group into broker"])),
    );
  });

  describe("is found where a network ACL", () => {
    const stores = ["database:5432", "cache:6379", "broker:9098"];
    const nameOf = (store: string) => store.replace(/:.*/, "");
    /** The changes for the pods that may reach stores. */
    const ofServices = (others: readonly Deployed[]) =>
      Object.fromEntries(
        Object.entries(changes(others)).filter(([pair]) => pair.startsWith("user-service -> ")),
      );

    it("has lost the rule for replies to one subnet", () => {
      const rule = ["NetworkAclRule", "network-database-egress-private-eu-west-1b"] as const;
      assert.deepEqual(
        ofServices(changed(resources, rule, gone)),
        Object.fromEntries(
          stores.map((store) => [
            `user-service -> ${store}`,
            [`network ACL for replies of ${nameOf(store)} to user-service`],
          ]),
        ),
      );
    });

    it("has replies arrive at fewer ports than clients use", () => {
      const fewer = (inputs: Data) => ({ ...inputs, fromPort: 32_768 });
      const rule = ["NetworkAclRule", "network-private-ingress-replies"] as const;
      assert.deepEqual(
        Object.keys(ofServices(changed(resources, rule, fewer))),
        stores.map((store) => `user-service -> ${store}`),
      );
    });

    it("refuses one subnet before it lets it in", () => {
      const refusing = withAnother(
        resources,
        ["NetworkAclRule", "network-database-ingress-private-eu-west-1a"],
        (inputs) => ({ ...inputs, ruleNumber: 1, ruleAction: "deny" }),
      );
      assert.deepEqual(
        ofServices(refusing),
        Object.fromEntries(
          stores.map((store) => [
            `user-service -> ${store}`,
            [`network ACL from user-service to ${nameOf(store)}`],
          ]),
        ),
      );
    });
  });

  it("is found where a store has an address of the internet and a way there", () => {
    const open = changed(resources, ["Instance", "database"], (inputs) => ({
      ...inputs,
      publiclyAccessible: true,
    }));
    const table = resources.find(
      ({ type, name }) => type.endsWith(":RouteTable") && name === "network-database",
    );
    const routed = withAnother(open, ["Route", "network-public-default"], (inputs) => ({
      ...inputs,
      routeTableId: table?.id,
    }));
    assert.deepEqual(changes(routed), {
      "internet -> database:5432": [
        "network ACL from internet to database",
        "network ACL for replies of database to internet",
        "security group into database",
      ],
    });
  });

  it("is refused where it has ways that the model does not know", () => {
    const inline = (inputs: Data) => ({ ...inputs, ingress: [{ protocol: "-1" }] });
    assert.throws(
      () => new Graph(changed(resources, ["SecurityGroup", "cache-nodes"], inline)),
      /^Error: urn:.*::cache-nodes has ingress, which the model does not know$/,
    );
  });
});
