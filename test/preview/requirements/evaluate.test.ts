import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Verdict } from "@groundwork/policies/verdict";
import type { ResourceDocument, RuleDocument } from "../../../preview/document";
import { describeRequirements } from "../../../preview/requirements/describe";
import { evaluate } from "../../../preview/requirements/evaluate";
import { rowSchema, type Row } from "../../../preview/requirements/row";
import { showOrigin } from "../../../preview/requirements/show";
import { resource, rule, stackOf, urn } from "./stack";

const instanceType = "aws:rds/instance:Instance";
const subnetType = "aws:ec2/subnet:Subnet";
const groupType = "aws:ec2/securityGroup:SecurityGroup";
const egressType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

const instance = resource({
  type: instanceType,
  name: "database",
  component: "database",
  inputs: {
    identifier: "cdf-smart-hub-production",
    allocatedStorage: 500,
    multiAz: true,
    engineVersion: "16",
    enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
    vpcSecurityGroupIds: [{ $unknown: true }],
    kmsKeyId: { $unknown: true },
    password: { $secret: true },
    tagsAll: { Project: "CDF-SmartHub" },
    policy: '{"Statement":[{"Sid":"Use","Effect":"Allow"}]}',
  },
  propertyDependencies: {
    vpcSecurityGroupIds: [urn(groupType, "database")],
    identifier: [urn("pulumi:pulumi:StackReference", "elsewhere")],
  },
});
const group = resource({ type: groupType, name: "database", component: "database" });
const subnet = (zone: string, cidrBlock: string) =>
  resource({
    type: subnetType,
    name: `network-database-${zone}`,
    component: "network",
    inputs: { cidrBlock, availabilityZone: zone, mapPublicIpOnLaunch: false },
  });
const subnets = [subnet("eu-west-1a", "10.0.21.0/24"), subnet("eu-west-1b", "10.0.22.0/24")];

const base = {
  id: "cdf-row",
  source: "000_36be63aea179a9ba.txt:1",
  says: "A line of a guide.",
  kind: "infrastructure",
};
const rowOf = (proof: readonly unknown[], more: object = {}): Row =>
  rowSchema.parse({ ...base, ...more, proof });

/** What one proof comes to on a stack. */
function prove(
  proof: object,
  resources: ResourceDocument[] = [instance, group, ...subnets],
  rules: RuleDocument[] = [],
) {
  const [requirement] = evaluate([rowOf([proof])], stackOf(resources, rules), process.cwd());
  const { holds, detail } = requirement?.proofs[0] ?? assert.fail("the proof was not evaluated");
  return { holds, detail };
}

const holding = (detail: string) => ({ holds: true, detail });
const broken = (detail: string) => ({ holds: false, detail });

describe("a proof by resource", () => {
  const expecting = (expect: object) => prove({ resource: instanceType, expect });

  for (const [condition, found] of [
    [{ allocatedStorage: 500 }, "allocatedStorage 500"],
    [{ allocatedStorage: 500, multiAz: true }, "allocatedStorage 500; multiAz true"],
    [
      { enabledCloudwatchLogsExports: ["postgresql", "upgrade"] },
      "enabledCloudwatchLogsExports postgresql, upgrade",
    ],
    [{ tagsAll: { equals: { Project: "CDF-SmartHub" } } }, 'tagsAll {"Project":"CDF-SmartHub"}'],
    [{ "tagsAll.Project": "CDF-SmartHub" }, "tagsAll.Project CDF-SmartHub"],
    [{ "policy.Statement[Sid=Use].Effect": "Allow" }, "policy.Statement[Sid=Use].Effect Allow"],
    [{ allocatedStorage: { oneOf: [100, 500] } }, "allocatedStorage 500"],
    [{ allocatedStorage: { atLeast: 500 } }, "allocatedStorage 500"],
    [{ allocatedStorage: { atMost: 500 } }, "allocatedStorage 500"],
    [{ allocatedStorage: { atLeast: 400, atMost: 600 } }, "allocatedStorage 500"],
    [
      { enabledCloudwatchLogsExports: { includes: "upgrade" } },
      "enabledCloudwatchLogsExports postgresql, upgrade",
    ],
    [
      { enabledCloudwatchLogsExports: { includes: ["upgrade", "postgresql"] } },
      "enabledCloudwatchLogsExports postgresql, upgrade",
    ],
    [{ engineVersion: { includes: "16" } }, 'engineVersion "16"'],
    [{ engineVersion: { matches: "^16(\\.\\d+)?$" } }, 'engineVersion "16"'],
    [
      { enabledCloudwatchLogsExports: { length: 2 } },
      "enabledCloudwatchLogsExports postgresql, upgrade",
    ],
    [{ engineVersion: { length: { atLeast: 2 } } }, 'engineVersion "16"'],
    [{ vpcSecurityGroupIds: { length: 1 } }, "vpcSecurityGroupIds a value not known yet"],
    [{ kmsKeyId: { set: true } }, "kmsKeyId a value not known yet"],
    [{ snapshotIdentifier: { set: false } }, "snapshotIdentifier nothing"],
    [{ password: { secret: true } }, "password a secret"],
    [{ identifier: { secret: false } }, "identifier cdf-smart-hub-production"],
    [
      { vpcSecurityGroupIds: { from: groupType } },
      "vpcSecurityGroupIds made from ec2 security group",
    ],
    [
      { vpcSecurityGroupIds: { from: `${groupType}::database` } },
      "vpcSecurityGroupIds made from ec2 security group database",
    ],
    [
      { "vpcSecurityGroupIds[0]": { from: [`${groupType}::data*`] } },
      "vpcSecurityGroupIds[0] made from ec2 security group data*",
    ],
  ] as const) {
    it(`holds where ${JSON.stringify(condition)}`, () => {
      assert.deepEqual(expecting(condition), holding(`rds instance database: ${found}`));
    });
  }

  for (const [condition, wrong] of [
    [{ allocatedStorage: 100 }, "allocatedStorage must be 100, got 500"],
    [{ allocatedStorage: "500" }, 'allocatedStorage must be "500", got 500'],
    [
      { allocatedStorage: 100, multiAz: false, engineVersion: "16" },
      "allocatedStorage must be 100, got 500; multiAz must be false, got true",
    ],
    [{ iops: 10000 }, "iops must be 10000, got nothing"],
    [{ kmsKeyId: "key" }, "kmsKeyId must be key, got a value not known yet"],
    [{ password: "guess" }, "password must be guess, got a secret"],
    [
      { vpcSecurityGroupIds: ["sg-1"] },
      "vpcSecurityGroupIds must be sg-1, got a value not known yet",
    ],
    [{ tagsAll: { equals: { a: 1 } } }, 'tagsAll must be {"a":1}, got {"Project":"CDF-SmartHub"}'],
    [
      { "policy.Statement[Sid=Use].Effect": "Deny" },
      "policy.Statement[Sid=Use].Effect must be Deny, got Allow",
    ],
    [{ allocatedStorage: { oneOf: [1, 2] } }, "allocatedStorage must be one of 1, 2, got 500"],
    [{ allocatedStorage: { atLeast: 501 } }, "allocatedStorage must be at least 501, got 500"],
    [{ allocatedStorage: { atMost: 499 } }, "allocatedStorage must be at most 499, got 500"],
    [{ engineVersion: { atLeast: 1 } }, 'engineVersion must be at least 1, got "16"'],
    [{ engineVersion: { atMost: 100 } }, 'engineVersion must be at most 100, got "16"'],
    [
      { allocatedStorage: { atLeast: 400, atMost: 499 } },
      "allocatedStorage must be at most 499, got 500",
    ],
    [
      { enabledCloudwatchLogsExports: { includes: ["postgresql", "error"] } },
      "enabledCloudwatchLogsExports must be a list with postgresql, error, got postgresql, upgrade",
    ],
    [
      { vpcSecurityGroupIds: { includes: "sg-1" } },
      "vpcSecurityGroupIds must be a list with sg-1, got a value not known yet",
    ],
    [
      { engineVersion: { matches: "^17" } },
      'engineVersion must be text that matches ^17, got "16"',
    ],
    [
      { allocatedStorage: { matches: "^500$" } },
      "allocatedStorage must be text that matches ^500$, got 500",
    ],
    [
      { enabledCloudwatchLogsExports: { length: 1 } },
      "enabledCloudwatchLogsExports must be 1 long, got postgresql, upgrade",
    ],
    [
      { enabledCloudwatchLogsExports: { length: { atLeast: 3 } } },
      "enabledCloudwatchLogsExports must be at least 3 long, got postgresql, upgrade",
    ],
    [{ allocatedStorage: { length: 3 } }, "allocatedStorage must be 3 long, got 500"],
    [{ kmsKeyId: { length: 1 } }, "kmsKeyId must be 1 long, got a value not known yet"],
    [{ iops: { set: true } }, "iops must be set, got nothing"],
    [{ kmsKeyId: { set: false } }, "kmsKeyId must be left out, got a value not known yet"],
    [{ kmsKeyId: { secret: true } }, "kmsKeyId must be a secret, got a value not known yet"],
    [{ password: { secret: false } }, "password must be no secret, got a secret"],
    [{ kmsKeyId: { from: "aws:kms/key:Key" } }, "kmsKeyId must be made from kms key, got nothing"],
    [
      { vpcSecurityGroupIds: { from: `${groupType}::cache` } },
      "vpcSecurityGroupIds must be made from ec2 security group cache, got ec2 security group database",
    ],
    [
      { vpcSecurityGroupIds: { from: [`${groupType}::database`, `${groupType}::cache`] } },
      "vpcSecurityGroupIds must be made from ec2 security group database, ec2 security group cache, got ec2 security group database",
    ],
    [
      { vpcSecurityGroupIds: { from: `${groupType}::data` } },
      "vpcSecurityGroupIds must be made from ec2 security group data, got ec2 security group database",
    ],
  ] as const) {
    it(`does not hold where ${JSON.stringify(condition)}`, () => {
      assert.deepEqual(expecting(condition), broken(`rds instance database: ${wrong}`));
    });
  }

  const replication = (inputs: ResourceDocument["inputs"]) =>
    resource({ type: "aws:rds/replication:Replication", name: "recovery", inputs });
  const elsewhere = (inputs: ResourceDocument["inputs"], of: string, path = "availabilityZone") =>
    prove(
      {
        resource: "aws:rds/replication:Replication",
        expect: { zone: { unlike: { of, path } } },
      },
      [replication(inputs), instance, ...subnets],
    );

  it("holds where other resources have another value", () => {
    assert.deepEqual(
      elsewhere({ zone: "eu-west-1c" }, `${subnetType}::network-*`),
      holding("rds replication recovery: zone eu-west-1c"),
    );
  });

  for (const [title, zone, of, path, got] of [
    [
      "one of other resources has the same value",
      "eu-west-1b",
      subnetType,
      undefined,
      "eu-west-1b",
    ],
    ["there is no value", undefined, subnetType, undefined, "nothing"],
    ["there are no other resources", "a", `${subnetType}::public`, undefined, "a"],
    [
      "its value is not known yet",
      { $unknown: true },
      subnetType,
      undefined,
      "a value not known yet",
    ],
    ["another's value is not known yet", "a", instanceType, "kmsKeyId", "a"],
  ] as const) {
    it(`does not hold where ${title}`, () => {
      const wanted = `zone must be unlike ${path ?? "availabilityZone"} of`;
      assert.deepEqual(
        elsewhere(zone === undefined ? {} : { zone }, of, path),
        broken(`rds replication recovery: ${wanted} ${showOrigin(of)}, got ${got}`),
      );
    });
  }

  it("does not hold where a value is made from more than is listed", () => {
    const stray = { ...instance.propertyDependencies, kmsKeyId: [group.urn, instance.urn] };
    assert.deepEqual(
      prove({ resource: instanceType, expect: { kmsKeyId: { from: groupType } } }, [
        { ...instance, propertyDependencies: stray },
        group,
      ]),
      broken(
        "rds instance database: kmsKeyId must be made from ec2 security group, got ec2 security group database, rds instance database",
      ),
    );
  });

  it("selects by name, component and inputs", () => {
    assert.deepEqual(
      prove({
        resource: subnetType,
        named: { matches: "-database-" },
        component: "network",
        where: { cidrBlock: "10.0.22.0/24" },
      }),
      holding("ec2 subnet network-database-eu-west-1b"),
    );
  });

  it("says what all selected resources have", () => {
    assert.deepEqual(
      prove({
        resource: subnetType,
        expect: { cidrBlock: { matches: "/24$" }, mapPublicIpOnLaunch: false },
        count: 2,
        distinct: ["cidrBlock", "availabilityZone"],
      }),
      holding("ec2 subnet (2): cidrBlock 10.0.21.0/24, 10.0.22.0/24; mapPublicIpOnLaunch false"),
    );
  });

  it("does not hold where nothing is selected", () => {
    assert.deepEqual(
      prove({
        resource: instanceType,
        named: "main",
        component: "database",
        where: { allocatedStorage: { atLeast: 1 }, iops: { set: true } },
      }),
      broken("no rds instance named main of database with allocatedStorage at least 1, iops set"),
    );
  });

  it("does not hold where it cannot be told whether something is selected", () => {
    assert.deepEqual(
      prove({ resource: instanceType, where: { kmsKeyId: "key" } }),
      broken("rds instance database: kmsKeyId must be key, got a value not known yet"),
    );
  });

  it("does not hold where one of several resources is not as expected", () => {
    assert.deepEqual(
      prove({ resource: subnetType, expect: { cidrBlock: "10.0.21.0/24" } }),
      broken(
        "ec2 subnet network-database-eu-west-1b: cidrBlock must be 10.0.21.0/24, got 10.0.22.0/24",
      ),
    );
  });

  it("counts the resources that are not as expected", () => {
    assert.deepEqual(
      prove({ resource: subnetType, expect: { mapPublicIpOnLaunch: true } }),
      broken(
        "ec2 subnet network-database-eu-west-1a: mapPublicIpOnLaunch must be true, got false (and 1 more)",
      ),
    );
  });

  it("does not hold where the count differs", () => {
    assert.deepEqual(
      prove({ resource: subnetType, count: 3 }),
      broken("ec2 subnet: count must be 3, got 2"),
    );
  });

  it("does not hold where there are fewer than the least count", () => {
    assert.deepEqual(
      prove({ resource: subnetType, count: { atLeast: 3 } }),
      broken("ec2 subnet: count must be at least 3, got 2"),
    );
  });

  it("holds where there are as many as the least count", () => {
    assert.deepEqual(
      prove({ resource: subnetType, count: { atLeast: 2 } }),
      holding("ec2 subnet (2)"),
    );
  });

  for (const [path, got] of [
    ["mapPublicIpOnLaunch", "false, false"],
    ["ipv6CidrBlock", "nothing, nothing"],
  ] as const) {
    it(`does not hold where ${path} must differ`, () => {
      assert.deepEqual(
        prove({ resource: subnetType, distinct: [path] }),
        broken(`ec2 subnet: ${path} must be different in each, got ${got}`),
      );
    });
  }

  it("does not hold where it cannot be told whether values differ", () => {
    assert.deepEqual(
      prove({ resource: instanceType, distinct: ["kmsKeyId"] }),
      broken("rds instance: kmsKeyId must be different in each, got a value not known yet"),
    );
  });
});

describe("a proof by absence", () => {
  const egress = (inputs: ResourceDocument["inputs"], from: ResourceDocument) =>
    resource({
      type: egressType,
      name: "out",
      inputs,
      propertyDependencies: { securityGroupId: [from.urn] },
    });
  const proof = {
    absent: egressType,
    where: { securityGroupId: { from: `${groupType}::database` } },
    beside: { resource: groupType, named: "database" },
  };
  const world = { ...proof, where: { cidrIpv4: "0.0.0.0/0" } };

  it("holds where nothing is selected", () => {
    assert.deepEqual(
      prove(proof, [group, egress({}, instance)]),
      holding(
        "no vpc security group egress rule with securityGroupId made from ec2 security group database, beside ec2 security group database",
      ),
    );
  });

  it("says how many it stands beside", () => {
    assert.deepEqual(
      prove({ absent: egressType, beside: { resource: subnetType } }),
      holding("no vpc security group egress rule, beside ec2 subnet (2)"),
    );
  });

  it("does not hold where something is selected", () => {
    assert.deepEqual(
      prove(proof, [group, egress({}, group)]),
      broken("vpc security group egress rule out must be absent"),
    );
  });

  it("does not hold where it cannot be told whether something is selected", () => {
    assert.deepEqual(
      prove(world, [group, egress({ cidrIpv4: { $unknown: true } }, group)]),
      broken(
        "vpc security group egress rule out: cidrIpv4 must be 0.0.0.0/0, got a value not known yet",
      ),
    );
  });

  it("does not hold where what it stands beside is not there", () => {
    assert.deepEqual(prove(proof, []), broken("no ec2 security group named database"));
  });

  it("does not hold where it cannot be told whether what it stands beside is there", () => {
    assert.deepEqual(
      prove({ ...proof, beside: { resource: instanceType, where: { kmsKeyId: "key" } } }),
      broken("rds instance database: kmsKeyId must be key, got a value not known yet"),
    );
  });
});

describe("a proof by rule", () => {
  const id = "database-encrypted";
  const judged = (counts: Partial<RuleDocument>) =>
    prove({ rule: id }, [], [rule({ id: "other", failed: 1 }), rule({ id, ...counts })]);

  it("holds where all passed", () => {
    assert.deepEqual(
      judged({ passed: 2, notApplicable: 5 }),
      holding("database-encrypted passed 2"),
    );
  });

  for (const [counts, got] of [
    [{ passed: 2, failed: 1 }, "must pass all 3, got 1 failed"],
    [{ passed: 2, undecided: 1 }, "must pass all 3, got 1 undecided"],
    [
      { failed: 1, undecided: 2, exempt: 3 },
      "must pass all 6, got 1 failed, 2 undecided, 3 exempt",
    ],
    [{ notApplicable: 5 }, "must judge a resource, judged none"],
  ] as const) {
    it(`does not hold where it counted ${JSON.stringify(counts)}`, () => {
      assert.deepEqual(judged(counts), broken(`database-encrypted ${got}`));
    });
  }

  it("does not hold where the pack has no such rule", () => {
    assert.deepEqual(
      prove({ rule: "absent" }, [], [rule({ id, passed: 1 })]),
      broken("absent must judge a resource, judged none"),
    );
  });
});

describe("a proof by document", () => {
  let directory: string;
  before(() => {
    directory = mkdtempSync(join(tmpdir(), "groundwork-"));
    mkdirSync(join(directory, "docs"));
    writeFileSync(
      join(directory, "docs/operations.md"),
      [
        "# Operations",
        "## Restore a backup ##",
        "Restore cdf-smart-hub-production.",
        "```",
        "# Fenced",
        "```",
        "### Afterwards",
        "Repoint db-secrets.",
        "## Rotate",
        "Rotate jwt-secrets.",
      ].join("\n"),
    );
  });
  after(() => {
    rmSync(directory, { recursive: true });
  });

  const documented = (given: object) => {
    const row = rowOf([{ document: "docs/operations.md", ...given }]);
    const [requirement] = evaluate([row], stackOf([]), directory);
    const { proof, holds, detail } = requirement?.proofs[0] ?? assert.fail("not evaluated");
    return { kind: proof.kind, holds, detail };
  };

  it("holds where the heading is there", () => {
    assert.deepEqual(documented({ heading: "Rotate" }), {
      kind: "document",
      ...holding('docs/operations.md, "Rotate"'),
    });
  });

  it("holds where the section and what is below it name everything", () => {
    assert.deepEqual(
      documented({
        heading: "Restore a backup",
        names: ["cdf-smart-hub-production", "db-secrets"],
      }),
      { kind: "document", ...holding('docs/operations.md, "Restore a backup"') },
    );
  });

  it("does not hold where the section does not name it, even if another does", () => {
    assert.deepEqual(documented({ heading: "Restore a backup", names: ["jwt-secrets", "x"] }), {
      kind: "document",
      ...broken('docs/operations.md, "Restore a backup": must name jwt-secrets, x'),
    });
  });

  for (const heading of ["Fenced", "Restore", "Restore cdf-smart-hub-production."]) {
    it(`does not take "${heading}" for a heading`, () => {
      assert.deepEqual(documented({ heading }), {
        kind: "document",
        ...broken(`docs/operations.md must have the heading "${heading}"`),
      });
    });
  }

  it("does not hold where there is no such file", () => {
    assert.deepEqual(documented({ document: "docs/absent.md", heading: "Rotate" }), {
      kind: "document",
      ...broken("docs/absent.md must exist"),
    });
  });
});

describe("a proof by the owner", () => {
  it("holds, and says the step", () => {
    assert.deepEqual(
      prove({ owner: "Have a penetration test done." }),
      holding("Have a penetration test done."),
    );
  });
});

describe("evaluate", () => {
  const there = { resource: instanceType };
  const missing = { resource: "aws:msk/cluster:Cluster" };
  const judging = { rule: "database-encrypted" };
  const verdictOn = (proof: readonly unknown[], row: object = {}, rules: RuleDocument[] = []) => {
    const [requirement] = evaluate([rowOf(proof, row)], stackOf([instance], rules), process.cwd());
    return [requirement?.verdict, requirement?.proofs.map(({ holds }) => holds)];
  };
  const passed = [rule({ id: "database-encrypted", passed: 1 })];
  const failed = [rule({ id: "database-encrypted", failed: 1 })];

  it("keeps the order of the rows", () => {
    const rows = ["cdf-b", "cdf-a"].map((id) => rowSchema.parse({ ...base, id }));
    assert.deepEqual(evaluate(rows, stackOf([]), process.cwd()), [
      { row: rows[0], verdict: "unproved", proofs: [] },
      { row: rows[1], verdict: "unproved", proofs: [] },
    ]);
  });

  it("says of each proof what was found", () => {
    const row = rowOf([there, missing]);
    const witnesses = [{ resource: instance, facts: [] }];
    assert.deepEqual(evaluate([row], stackOf([instance]), process.cwd()), [
      {
        row,
        verdict: "failed",
        proofs: [
          { proof: row.proof?.[0], holds: true, detail: "rds instance database", witnesses },
          { proof: row.proof?.[1], holds: false, detail: "no msk cluster", witnesses: [] },
        ],
      },
    ]);
  });

  for (const [title, proof, row, rules, verdict] of [
    ["proves a row whose proofs all hold", [there, judging], {}, passed, ["proved", [true, true]]],
    [
      "fails a row with a proof that does not hold",
      [there, missing],
      {},
      [],
      ["failed", [true, false]],
    ],
    ["fails a row whose rule failed", [there, judging], {}, failed, ["failed", [true, false]]],
    [
      "leaves a row unproved whose rule was not run",
      [there, judging],
      {},
      [],
      ["unproved", [true, false]],
    ],
    [
      "fails a row even if its rule was not run",
      [missing, judging],
      {},
      [],
      ["failed", [false, false]],
    ],
    [
      "leaves out proofs for the other environment",
      [there, { ...missing, in: "staging" }],
      {},
      [],
      ["proved", [true]],
    ],
    [
      "takes proofs for this environment",
      [{ ...missing, in: "production" }],
      {},
      [],
      ["failed", [false]],
    ],
    [
      "does not apply a row whose proofs are all for the other environment",
      [{ ...there, in: "staging" }],
      {},
      [],
      ["notApplicable", []],
    ],
    [
      "does not apply a row that is for the other environment",
      [there],
      { in: "staging" },
      [],
      ["notApplicable", []],
    ],
    ["takes a row for this environment", [there], { in: "production" }, [], ["proved", [true]]],
  ] as const) {
    it(title, () => {
      assert.deepEqual(verdictOn(proof, row, [...rules]), verdict);
    });
  }

  it("does not apply a row for the other environment that has no proof", () => {
    const row = rowSchema.parse({ ...base, in: "staging" });
    assert.equal(evaluate([row], stackOf([]), process.cwd())[0]?.verdict, "notApplicable");
  });
});

describe("the witnesses of a proof", () => {
  const id = "database-encrypted";
  const verdict = (of: ResourceDocument, given: Pick<Verdict, "verdict"> & Partial<Verdict>) => ({
    ...({ rule: id, urn: of.urn, level: "mandatory", severity: "high" } as const),
    ...given,
  });
  /** The name of each witness, and what it was held against. */
  const witnessesOf = (proof: object, resources = [instance, group], verdicts: Verdict[] = []) => {
    const stack = { ...stackOf(resources, [rule({ id, passed: 1 })]), verdicts };
    const [requirement] = evaluate([rowOf([proof])], stack, process.cwd());
    return requirement?.proofs[0]?.witnesses.map(({ resource: { name }, facts }) => [name, facts]);
  };

  it("are the selected resources with what each was held against", () => {
    assert.deepEqual(
      witnessesOf(
        {
          resource: subnetType,
          expect: { cidrBlock: "10.0.21.0/24", mapPublicIpOnLaunch: false },
        },
        [instance, ...subnets],
      ),
      [
        [
          "network-database-eu-west-1a",
          [
            { subject: "cidrBlock", holds: true, text: "10.0.21.0/24", expected: "10.0.21.0/24" },
            { subject: "mapPublicIpOnLaunch", holds: true, text: "false", expected: "false" },
          ],
        ],
        [
          "network-database-eu-west-1b",
          [
            {
              ...{ subject: "cidrBlock", holds: false },
              ...{ expected: "10.0.21.0/24" },
              text: "cidrBlock must be 10.0.21.0/24, got 10.0.22.0/24",
            },
            { subject: "mapPublicIpOnLaunch", holds: true, text: "false", expected: "false" },
          ],
        ],
      ],
    );
  });

  it("say what a value is made from, and from what it must be", () => {
    const expect = { vpcSecurityGroupIds: { from: `${groupType}::data*` } };
    assert.deepEqual(witnessesOf({ resource: instanceType, expect }), [
      [
        "database",
        [
          {
            ...{ subject: "vpcSecurityGroupIds", holds: true },
            text: "made from ec2 security group database",
            expected: "made from ec2 security group data*",
          },
        ],
      ],
    ]);
  });

  it("are what an absent resource would stand beside", () => {
    const proof = { absent: egressType, beside: { resource: groupType } };
    assert.deepEqual(witnessesOf(proof), [["database", []]]);
  });

  it("are the resource that should be absent", () => {
    const proof = { absent: groupType, beside: { resource: instanceType } };
    const other = { ...group, name: "present" };
    assert.deepEqual(witnessesOf(proof, [instance, other]), [["present", []]]);
  });

  it("are the resources that the rule judged", () => {
    const verdicts = [
      verdict(instance, { verdict: "pass" }),
      verdict(instance, { rule: "other", verdict: "pass" }),
      verdict(group, { verdict: "fail", message: "must be encrypted" }),
      verdict(group, { verdict: "notApplicable", message: "a replica" }),
    ];
    assert.deepEqual(witnessesOf({ rule: id }, [instance, group], verdicts), [
      ["database", [{ subject: id, holds: true, text: "pass", expected: "" }]],
      ["database", [{ subject: id, holds: false, text: "must be encrypted", expected: "" }]],
    ]);
  });
});

describe("describeRequirements", () => {
  it("says of each requirement what the preview's document holds", () => {
    const rows = [
      rowOf([{ resource: instanceType }]),
      rowOf([{ resource: groupType, in: "staging" }]),
    ];
    assert.deepEqual(describeRequirements(evaluate(rows, stackOf([instance]), process.cwd())), [
      {
        ...{ id: "cdf-row", verdict: "proved" },
        proofs: [{ kind: "resource", holds: true, detail: "rds instance database" }],
      },
      { id: "cdf-row", verdict: "unproved", proofs: [] },
    ]);
  });
});
