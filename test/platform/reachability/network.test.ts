import assert from "node:assert/strict";
import type { Spec } from "../../../spec/spec";
import { builtStack } from "../../support/reachability/built-stack";
import { Graph } from "../../support/reachability/graph";
import type { Host } from "../../support/reachability/host";
import { namespacesOf, nodesOf, strangersIn, workloadsOf } from "../../support/reachability/pods";
import { at } from "../../support/reachability/read";
import { storesOf } from "../../support/reachability/stores";
import {
  controlPlanesOf,
  endpointOf,
  internet,
  loadBalancersOf,
  operatorsOf,
  podIdentityAgent,
  rotationsOf,
} from "../../support/reachability/surroundings";
import { wayTo } from "../../support/reachability/way";

const stores = ["database", "cache", "broker"] as const;
const tcp = (number: number) => ({ protocol: "tcp", number }) as const;

/** What services listen at: ports of PostgreSQL, Redis, Kafka, web servers, shells. */
const wellKnown = [22, 80, 443, 2181, 3000, 5432, 6379, 8080, 9092, 9094, 9096, 9098, 11_001];

/** What a workload declares to connect to. */
interface Declared {
  readonly name: string;
  readonly stores: readonly string[];
  readonly services: readonly string[];
  readonly usesBuckets: boolean;
}

/** What all workloads declare; the jobs that look after the database connect to it alone. */
function declarations(spec: Spec): readonly Declared[] {
  const workloads = Object.entries({ ...spec.services, ...spec.jobs });
  const databaseJobs = ["bootstrap", "verification"].filter((job) => at(spec, "database", job));
  return [
    ...workloads.map(([name, { connectsTo }]) => ({
      name,
      stores: stores.filter((store) => connectsTo[store] !== undefined),
      services: Object.keys(connectsTo.services).sort(),
      usesBuckets: Object.keys(connectsTo.buckets).length > 0,
    })),
    ...databaseJobs.map((job) => ({
      ...{ name: `database-${job}`, stores: ["database"], services: [], usesBuckets: false },
    })),
  ];
}

for (const name of ["production", "staging"]) {
  describe(`the network of ${name}`, () => {
    let spec: Spec;
    let graph: Graph;

    before(async () => {
      const stack = await builtStack(name);
      spec = stack.spec;
      graph = new Graph(stack.resources);
    });

    const workloads = () => workloadsOf(graph).map(({ host }) => host);
    const workload = (wanted: string): Host => {
      const found = workloads().find((each) => each.name === wanted);
      assert.ok(found, wanted);
      return found;
    };
    /** What is in the way of each host to each of the stores. */
    const toStores = (hosts: readonly Host[]) =>
      Object.fromEntries(
        hosts.map((from) => [
          from.name,
          Object.fromEntries(
            storesOf(graph).map(({ host, port }) => [
              host.name,
              wayTo(graph, from, host, port).barriers,
            ]),
          ),
        ]),
      );
    const openPorts = (from: Host, to: Host) =>
      wellKnown.filter((number) => wayTo(graph, from, to, tcp(number)).isOpen);
    const system = () =>
      ["external-secrets", "kube-system"].map((each) => strangersIn(graph, each));

    it("leads workloads to the stores that they declare, and their own policies to no others", () => {
      const expected = declarations(spec).map(({ name: from, stores: reached }) => [
        from,
        Object.fromEntries(
          stores.map((store) => [
            store,
            reached.includes(store) ? [] : [`network policy out of ${from}`],
          ]),
        ),
      ]);
      assert.deepEqual(toStores(workloads()), Object.fromEntries(expected));
    });

    it("opens one port of each store to them", () => {
      const open = (from: string) =>
        storesOf(graph).map(({ host }) => [host.name, ...openPorts(workload(from), host)]);
      assert.deepEqual(open("api-gateway"), [["database", 5432], ["cache", 6379], ["broker"]]);
      for (const from of ["user-service", "project-service", "finance-service"]) {
        assert.deepEqual(open(from), [
          ["database", 5432],
          ["cache", 6379],
          ["broker", 9098],
        ]);
      }
    });

    it("leads workloads to the services that they declare, at their port alone", () => {
      const actual = workloads().map((from) => [
        from.name,
        workloads().flatMap((to) => {
          const ports = openPorts(from, to);
          return ports.length === 0 ? [] : [`${to.name}:${ports.join()}`];
        }),
      ]);
      const expected = declarations(spec).map(({ name: from, services }) => [
        from,
        services.map((to) => `${to}:3000`),
      ]);
      assert.deepEqual(Object.fromEntries(actual), Object.fromEntries(expected));
    });

    it("leads those that use buckets to S3 and by that to the internet, and no others", () => {
      for (const { name: from, usesBuckets } of declarations(spec)) {
        const expected = usesBuckets ? [443] : [];
        assert.deepEqual(openPorts(workload(from), endpointOf(graph, "s3")), expected, from);
        assert.deepEqual(openPorts(workload(from), internet), expected, from);
      }
    });

    it("leads nodes to the internet and to the API server over HTTPS alone", () => {
      const nodes = nodesOf(graph);
      for (const to of [internet, ...controlPlanesOf(graph)]) {
        assert.deepEqual(openPorts(nodes, to), [443], to.name);
      }
    });

    it("lets every workload ask for names and for its role", () => {
      const names = strangersIn(graph, "kube-system", { "k8s-app": "kube-dns" });
      const agent = tcp(80);
      for (const from of workloads()) {
        for (const protocol of ["tcp", "udp"] as const) {
          assert.deepEqual(wayTo(graph, from, names, { protocol, number: 53 }).barriers, []);
        }
        assert.deepEqual(wayTo(graph, from, podIdentityAgent, agent).barriers, []);
      }
    });

    it("keeps all other pods from the stores", () => {
      const namespaces = namespacesOf(graph);
      assert.ok(namespaces.includes("cdf-smarthub") && namespaces.includes("external-secrets"));
      const expected = namespaces.map((namespace) => {
        const barriers = [`network policy out of pods of ${namespace}`];
        return [
          `pods of ${namespace}`,
          Object.fromEntries(stores.map((store) => [store, barriers])),
        ];
      });
      assert.deepEqual(
        toStores(namespaces.map((namespace) => strangersIn(graph, namespace))),
        Object.fromEntries(expected),
      );
    });

    it("keeps what is not in the cluster from the stores", () => {
      const outside = [
        ...loadBalancersOf(graph),
        ...operatorsOf(graph),
        ...controlPlanesOf(graph),
        internet,
      ];
      const groups = (from: string, store: string) => [
        `security group out of ${from}`,
        `security group into ${store}`,
      ];
      const lists = (from: string, store: string) => [
        `network ACL from ${from} to ${store}`,
        `network ACL for replies of ${store} to ${from}`,
      ];
      const expected = {
        "load balancer": (store: string) => {
          const [out = "", into = ""] = groups("load balancer", store);
          return [out, ...lists("load balancer", store), into];
        },
        operators: (store: string) => groups("operators", store),
        "control plane": (store: string) => [`security group into ${store}`],
        internet: (store: string) => [
          `route from internet to ${store}`,
          ...lists("internet", store),
          `security group into ${store}`,
        ],
      };
      assert.deepEqual(
        toStores(outside),
        Object.fromEntries(
          Object.entries(expected).map(([from, barriers]) => [
            from,
            Object.fromEntries(stores.map((store) => [store, barriers(store)])),
          ]),
        ),
      );
    });

    it("lets in, besides, the nodes themselves and the functions that rotate logins", () => {
      const rotations = rotationsOf(graph);
      assert.deepEqual(
        rotations.map((each) => each.name),
        ["database-rotate-application"],
      );
      assert.deepEqual(toStores([nodesOf(graph), ...rotations]), {
        nodes: { database: [], cache: [], broker: [] },
        "database-rotate-application": {
          database: [],
          cache: ["security group out of database-rotate-application", "security group into cache"],
          broker: [
            "security group out of database-rotate-application",
            "security group into broker",
          ],
        },
      });
    });

    it("lets what serves the cluster and the API server reach each other, and AWS", () => {
      const [api] = controlPlanesOf(graph);
      assert.ok(api);
      const [secrets, controllers] = system();
      assert.ok(secrets && controllers);
      const ways = [
        wayTo(graph, api, controllers, tcp(9443)), // webhook of the load balancer controller
        wayTo(graph, api, secrets, tcp(10_250)), // webhook of External Secrets
        wayTo(graph, api, nodesOf(graph), tcp(10_250)), // kubelets
        ...[secrets, controllers, nodesOf(graph)].flatMap((from) => [
          wayTo(graph, from, api, tcp(443)),
          wayTo(graph, from, internet, tcp(443)),
        ]),
      ];
      assert.deepEqual(
        ways.map(({ barriers }) => barriers),
        ways.map(() => []),
      );
    });
  });
}
