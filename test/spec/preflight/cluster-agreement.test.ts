import assert from "node:assert/strict";
import fc from "fast-check";
import { validateCluster } from "../../../components/cluster/validate-cluster";
import { validateServices } from "../../../components/cluster-services/validate-services";
import { parseSpec } from "../../../spec/parse";
import type { Spec } from "../../../spec/spec";
import { soundSpec, today } from "../sound-spec";

/** A cluster with nothing wrong. */
const sound = {
  accessEntries: {
    deployer: {
      principal: "role/deployer",
      policies: [{ policy: "AmazonEKSClusterAdminPolicy" }],
    },
  },
  nodeGroups: { general: { instanceTypes: ["m7g.large"], minimum: 3, maximum: 6 } },
  namespaces: { orders: {} },
};

/** Fields with values at and beside their limits, sound or not. */
const fields = {
  kubernetesVersion: fc.constantFrom("1.36", "1.99"),
  endpointAccess: fc.record({
    publicAccessCidrs: fc.subarray(["203.0.113.0/24", "0.0.0.0/0", "203.0.113.7"], {
      maxLength: 1,
    }),
  }),
  accessEntries: fc.record({
    deployer: fc.record({
      principal: fc.constantFrom("role/deployer", "deployer"),
      policies: fc.constantFrom(
        [{ policy: "AmazonEKSClusterAdminPolicy" }],
        [{ policy: "AmazonEKSClusterAdminPolicy", namespaces: ["orders"] }],
      ),
      kubernetesGroups: fc.constantFrom([], ["team"], ["system:masters"]),
    }),
  }),
  nodeGroups: fc.dictionary(
    fc.constantFrom("general", "a".repeat(30), "a".repeat(31), "General"),
    fc.record(
      {
        instanceTypes: fc.constantFrom(["m7g.large"], ["m7i.large"], []),
        minimum: fc.constantFrom(0, 1, 3),
        maximum: fc.constantFrom(1, 3),
        desired: fc.constantFrom(0, 3),
        volumeGiB: fc.constantFrom(19, 20, 16384),
        maxPods: fc.constantFrom(1, 250),
      },
      { requiredKeys: ["instanceTypes", "minimum", "maximum"] },
    ),
    { maxKeys: 2 },
  ),
  namespaces: fc.dictionary(
    fc.constantFrom("orders", "default", "kube-x", "a".repeat(63), "a".repeat(64), "Orders"),
    fc.constant({}),
    { maxKeys: 2 },
  ),
  logRetentionDays: fc.constantFrom(30, 31),
};

/** A change of up to two fields. */
const change = fc
  .subarray(Object.keys(fields) as (keyof typeof fields)[], { maxLength: 2 })
  .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, fields[key]]))));

/** What the components find wrong with a cluster that preflight let through. */
function componentsProblems(spec: Spec): readonly string[] {
  const parts = spec.cluster;
  assert.ok(parts);
  const place = {
    clusterName: `${spec.system}-${spec.environment}`,
    accountId: spec.account,
    region: spec.region,
    secretsKeyArn: "arn:secrets",
    dataKeyArn: "arn:data",
  };
  return [
    ...validateCluster({
      ...parts,
      ...place,
      privateSubnetIds: ["subnet-1", "subnet-2"],
      appSecurityGroupId: "sg-1",
      ready: [],
      logsKeyArn: "arn:logs",
      accessEntries: Object.fromEntries(
        Object.entries(parts.accessEntries).map(([label, { principal, ...entry }]) => [
          label,
          { ...entry, principalArn: principal },
        ]),
      ),
    }),
    ...validateServices({ ...parts, ...place, vpcId: "vpc-1", ready: [] }),
  ];
}

describe("preflight", () => {
  it("lets no cluster through that the components would refuse", () => {
    let accepted = 0;
    fc.assert(
      fc.property(change, (section) => {
        const parsed = parseSpec({ ...soundSpec, cluster: { ...sound, ...section } }, today);
        if ("problems" in parsed) return;
        accepted += 1;
        assert.deepEqual(componentsProblems(parsed.spec), []);
      }),
      { numRuns: 500 },
    );
    assert.ok(accepted > 50, `only ${accepted} of the clusters were sound`);
  });
});
