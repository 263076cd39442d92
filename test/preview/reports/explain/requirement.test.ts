import assert from "node:assert/strict";
import { renderProof } from "../../../../preview/reports/explain/proof";
import { explainRequirement } from "../../../../preview/reports/explain/requirement";
import { evaluate } from "../../../../preview/requirements/evaluate";
import { listingsOf } from "../../../../preview/requirements/listing";
import type { Row } from "../../../../preview/requirements/row";
import { instance, key, rowOf, verdictOn } from "../../explain/previewed";
import { resource, rule } from "../../requirements/stack";
import { page } from "./page";

const id = "database-encrypted";
const group = (index: number) =>
  resource({ type: "aws:ec2/securityGroup:SecurityGroup", name: `group-${index}` });

/** The explanation of a row on a production stack, and a staging one of the same resources. */
function explain(row: Row, full = false): readonly string[] {
  const groups = Array.from({ length: 14 }, (_, index) => group(index));
  const evidence = {
    resources: [instance, key, ...groups],
    rules: [rule({ id, passed: 1, failed: 1 })],
    verdicts: [
      verdictOn(instance, { rule: id, verdict: "pass" }),
      verdictOn(key, { rule: id, verdict: "fail", message: "must be encrypted" }),
    ],
  };
  const [listing] = listingsOf(
    ["production", "staging"].map((environment) => ({
      ...{ system: "orders", title: "Orders", stack: environment, environment },
      requirements: evaluate([row], { ...evidence, environment }, process.cwd()),
    })),
  );
  const [requirement] = listing?.requirements ?? [];
  assert.ok(listing && requirement);
  return explainRequirement(requirement, listing, { ...page, full }).split("\n");
}

describe("the explanation of a requirement", () => {
  const heading = (id: string) => [
    `${id}  requirement of Orders`,
    "",
    "  PostgreSQL 16 with 10,000 IOPS, in two zones.",
    "",
    "  kind          infrastructure",
    "  guide         000_0123456789abcdef.txt, lines 4-7 and 12",
  ];
  const database = [
    "           database  aws:rds/instance:Instance",
    `             ${instance.urn}`,
  ];

  it("has its words and lines, each proof, its resources and the values that satisfied it", () => {
    const row = rowOf(
      "cdf-db-iops",
      [
        {
          resource: "aws:rds/instance:Instance",
          where: { multiAz: true },
          count: 1,
          expect: { iops: { atLeast: 10000 }, kmsKeyId: { from: "aws:kms/key:Key" } },
        },
        { document: "docs/preview.md", heading: "The preview" },
      ],
      { in: "production", decision: "docs/decisions/0010-one-instance-with-a-standby.md" },
    );
    assert.deepEqual(explain(row), [
      ...heading("cdf-db-iops"),
      "  decision      docs/decisions/0010-one-instance-with-a-standby.md: One RDS",
      "                instance with a standby, not a Multi-AZ cluster or Aurora",
      "",
      "  production  proved",
      "    holds  rds instance with multiAz true; count 1",
      ...database,
      "             iops      10000 (at least 10000)",
      "             kmsKeyId  made from kms key keys-data",
      '    holds  docs/preview.md, "The preview"',
      "",
      "  staging  does not apply",
      "    it is about production alone",
    ]);
  });

  it("says why a proof fails", () => {
    const proof = [
      { resource: "aws:rds/instance:Instance", expect: { iops: { atLeast: 20000 } } },
      { resource: "aws:rds/instance:Instance", count: 2 },
      { resource: "aws:msk/cluster:Cluster", in: "production" },
      { rule: id },
    ];
    const shared = [
      "    fails  rds instance",
      ...database,
      "             iops must be at least 20000, got 10000",
      "    fails  rds instance; count 2",
      "           rds instance: count must be 2, got 1",
      ...database,
    ];
    const judged = [
      "    fails  rule database-encrypted",
      "           database-encrypted must pass all 2, got 1 failed",
      "           keys-data  aws:kms/key:Key",
      `             ${key.urn}`,
      "             must be encrypted",
      ...database,
    ];
    assert.deepEqual(explain(rowOf("cdf-db-iops", proof)), [
      ...heading("cdf-db-iops"),
      ...["", "  production  failing", ...shared],
      ...["    fails  msk cluster", "           no msk cluster", ...judged],
      ...["", "  staging  failing", ...shared, ...judged],
    ]);
  });

  it("says where a proof is missing", () => {
    const missing = [
      "    no proof is written yet: add it to the row in",
      "    systems/orders/requirements.yaml",
    ];
    assert.deepEqual(explain(rowOf("cdf-db-iops")), [
      ...heading("cdf-db-iops"),
      ...["", "  production  unproved", ...missing],
      ...["", "  staging  unproved", ...missing],
    ]);
  });

  it("shows the first of many resources, and all in full", () => {
    const proof = { absent: "aws:ec2/keyPair:KeyPair", beside: { resource: group(0).type } };
    const row = rowOf("cdf-groups", [proof], { in: "production" });
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => [
        `           group-${index}  aws:ec2/securityGroup:SecurityGroup`,
        `             ${group(index).urn}`,
      ]).flat();
    const first = "    holds  no ec2 key pair, beside ec2 security group";
    const part = [first, ...lines(10), "           and 4 more (--full)"];
    assert.deepEqual(explain(row).slice(8, -3), part);
    assert.deepEqual(explain(row, true).slice(8, -3), [first, ...lines(14)]);
  });

  it("shows a resource that fails first, however many there are", () => {
    const urns = Array.from({ length: 14 }, (_, index) => group(index));
    const proof = [{ resource: group(0).type, expect: { open: false } }];
    const [requirement] = evaluate(
      [rowOf("cdf-groups", proof)],
      {
        environment: "production",
        rules: [],
        resources: urns.map((one, index) => ({ ...one, inputs: { open: index === 13 } })),
      },
      process.cwd(),
    );
    assert.ok(requirement?.proofs[0]);
    assert.deepEqual(renderProof(requirement.proofs[0], page).slice(0, 4), [
      "    fails  ec2 security group",
      "           group-13  aws:ec2/securityGroup:SecurityGroup",
      `             ${group(13).urn}`,
      "             open must be false, got true",
    ]);
  });
});
