import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadRequirements } from "../../../preview/requirements/load";
import { InputError } from "../../../preview/stacks/problems";

const row = `- id: cdf-db-storage
  source: 000_36be63aea179a9ba.txt:71,165-167
  says: 500 GB.
  kind: infrastructure
`;

describe("loadRequirements", () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "groundwork-"));
    mkdirSync(join(directory, "systems/toy"), { recursive: true });
    mkdirSync(join(directory, "docs/decisions"), { recursive: true });
    writeFileSync(join(directory, "docs/decisions/0001-there.md"), "");
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  const load = (yaml: string) => {
    writeFileSync(join(directory, "systems/toy/requirements.yaml"), yaml);
    return loadRequirements("toy", directory);
  };
  const problemsOf = (yaml: string): readonly string[] => {
    try {
      load(yaml);
    } catch (error) {
      assert.ok(error instanceof InputError);
      assert.equal(error.subject, "systems/toy/requirements.yaml");
      return error.problems.map(({ path, rule }) => `${path} ${rule}`);
    }
    return [];
  };

  it("reads rows in the order of the file", () => {
    const other = row.replace("cdf-db-storage", "cdf-db-cpu");
    assert.deepEqual(
      load(`${row}${other}`).map(({ id }) => id),
      ["cdf-db-storage", "cdf-db-cpu"],
    );
  });

  it("reads a row with its proofs and its decision", () => {
    assert.deepEqual(
      load(`${row}  decision: docs/decisions/0001-there.md
  in: production
  proof:
    - resource: aws:rds/instance:Instance
      named: database
      where: { identifier: cdf-smart-hub-production }
      expect: { allocatedStorage: { atLeast: 500 } }
    - rule: database-encrypted
`),
      [
        {
          id: "cdf-db-storage",
          source: "000_36be63aea179a9ba.txt:71,165-167",
          says: "500 GB.",
          kind: "infrastructure",
          decision: "docs/decisions/0001-there.md",
          in: "production",
          proof: [
            {
              kind: "resource",
              resource: "aws:rds/instance:Instance",
              named: { equals: "database" },
              where: { identifier: { equals: "cdf-smart-hub-production" } },
              expect: { allocatedStorage: { atLeast: 500 } },
            },
            { kind: "rule", rule: "database-encrypted" },
          ],
        },
      ],
    );
  });

  it("fails when there is no file", () => {
    assert.throws(() => loadRequirements("absent", directory), {
      name: "InputError",
      message: "1 problem in systems/absent/requirements.yaml",
      problems: [
        { path: "systems/absent/requirements.yaml", rule: "must exist", fix: "write its rows" },
      ],
    });
  });

  it("fails when the file is not YAML, with the line", () => {
    assert.deepEqual(problemsOf(`${row}- id: [\n`), [
      "systems/toy/requirements.yaml:6 must be valid YAML: unexpected end of the stream within a flow collection",
    ]);
  });

  it("fails when the file is no list", () => {
    assert.deepEqual(problemsOf("id: cdf-db-storage\n"), [
      "systems/toy/requirements.yaml must be a list of rows",
    ]);
  });

  it("fails when ids repeat", () => {
    assert.deepEqual(problemsOf(`${row}${row}${row}`), [
      "cdf-db-storage must be the id of one row",
    ]);
  });

  it("fails when a decision does not exist", () => {
    assert.throws(() => load(`${row}  decision: docs/decisions/0002-absent.md\n`), {
      problems: [
        {
          path: "cdf-db-storage.decision",
          value: "docs/decisions/0002-absent.md",
          rule: "must name a file that exists",
          fix: "write the record, or name the one that holds the decision",
        },
      ],
    });
  });

  const proving = (proof: string) => `${row}  proof:\n    - ${proof}\n`;
  const at = (place: string, rule: string) => [`cdf-db-storage.proof[0]${place} ${rule}`];
  const someType = "resource: aws:rds/instance:Instance";

  for (const [title, yaml, problems] of [
    ["a row is no mapping", "- cdf-db-storage\n", ["row 1 must be a row"]],
    [
      "a row has no id",
      row.replace("id: cdf-db-storage", "in: staging"),
      ["row 1.id must be text"],
    ],
    [
      "an id is not words",
      row.replace("cdf-db-storage", "Storage"),
      ["Storage.id must be words joined by hyphens"],
    ],
    [
      "a source is not lines of a guide",
      row.replace(":71", ":x"),
      ["cdf-db-storage.source must be <guide>.txt:<lines>"],
    ],
    ["a row says nothing", row.replace("500 GB.", '""'), ["cdf-db-storage.says must not be empty"]],
    [
      "a key is unknown",
      `${row}  prof: []\n`,
      ["cdf-db-storage.prof must be a key that a row knows"],
    ],
    [
      "a decision is no record",
      `${row}  decision: README.md\n`,
      ["cdf-db-storage.decision must be docs/decisions/NNNN-title.md"],
    ],
    [
      "an environment is unknown",
      `${row}  in: dev\n`,
      ["cdf-db-storage.in must be production or staging"],
    ],
    [
      "a row has an empty list of proofs",
      `${row}  proof: []\n`,
      ["cdf-db-storage.proof must hold a proof; leave it out where there is none yet"],
    ],
    [
      "proofs are no list",
      `${row}  proof: {}\n`,
      ["cdf-db-storage.proof must be a list of proofs"],
    ],
    [
      "a proof is of no kind",
      proving("expect: { a: 1 }"),
      at("", "must hold one of resource, absent, rule, document, owner"),
    ],
    [
      "a proof is no mapping",
      proving("rule"),
      at("", "must hold one of resource, absent, rule, document, owner"),
    ],
    [
      "a type is none",
      proving("resource: rds"),
      at(".resource", "must be a Pulumi type such as aws:rds/instance:Instance"),
    ],
    [
      "an operator is unknown",
      proving(`${someType}\n      expect: { a: { least: 1 } }`),
      at(".expect.a.least", "must be a key that a row knows"),
    ],
    [
      "a condition is empty",
      proving(`${someType}\n      expect: { a: {} }`),
      at(".expect.a", "must hold an operator"),
    ],
    [
      "there is no condition",
      proving(`${someType}\n      where: {}`),
      at(".where", "must hold a condition"),
    ],
    [
      "conditions are no mapping",
      proving(`${someType}\n      where: 5`),
      at(".where", "must be conditions by path"),
    ],
    [
      "a path is none",
      proving(`${someType}\n      where: { a..b: 1 }`),
      at(
        '.where["a..b"]',
        "must be a path such as storage.iops or parameters[name=rds.force_ssl].value",
      ),
    ],
    [
      "a path that must differ is none",
      proving(`${someType}\n      distinct: [a..b]`),
      at(
        ".distinct[0]",
        "must be a path such as storage.iops or parameters[name=rds.force_ssl].value",
      ),
    ],
    [
      "a pattern is none",
      proving(`${someType}\n      named: { matches: "(" }`),
      at(".named.matches", "must be a regular expression"),
    ],
    [
      "an origin is none",
      proving(`${someType}\n      expect: { a: { from: vpc } }`),
      at(
        ".expect.a.from",
        "must be a Pulumi type, or one and a name such as aws:ec2/vpc:Vpc::network",
      ),
    ],
    [
      "a count could be none",
      proving(`${someType}\n      count: 0`),
      at(".count", "must be 1 or more"),
    ],
    [
      "an absence stands beside nothing",
      proving("absent: aws:rds/instance:Instance"),
      at(".beside", "must select a resource that is there"),
    ],
    ["a document has no heading", proving("document: README.md"), at(".heading", "must be text")],
  ] as const) {
    it(`fails when ${title}`, () => {
      assert.deepEqual(problemsOf(yaml), problems);
    });
  }

  it("fails when much is wrong, with all of it at once", () => {
    assert.deepEqual(
      problemsOf(
        `- 5\n${row}${row}  decision: docs/decisions/0002-absent.md\n  extra: 1\n${row}  decision: docs/decisions/0003-absent.md\n`,
      ),
      [
        "row 1 must be a row",
        "cdf-db-storage.extra must be a key that a row knows",
        "cdf-db-storage must be the id of one row",
        "cdf-db-storage.decision must name a file that exists",
      ],
    );
  });
});
