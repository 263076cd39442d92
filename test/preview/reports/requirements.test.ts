import assert from "node:assert/strict";
import picocolors from "picocolors";
import { renderRequirements } from "../../../preview/reports/requirements";
import { evaluate } from "../../../preview/requirements/evaluate";
import { comesTo, listingsOf, type Listing } from "../../../preview/requirements/listing";
import { rowSchema, type Row } from "../../../preview/requirements/row";
import { resource, rule } from "../requirements/stack";

const type = "aws:rds/instance:Instance";
const instance = (name: string, multiAz: boolean) =>
  resource({ type, name, urn: `urn::${name}`, inputs: { multiAz } });
const rowOf = (id: string, more: object): Row =>
  rowSchema.parse({
    ...{ id, source: "000_0123456789abcdef.txt:1", says: `The words of ${id}.` },
    ...{ kind: "infrastructure", ...more },
  });

const long =
  "Rollback in six steps: stop the traffic, restore the snapshot of the database, roll the services back, verify that all are healthy, restore the traffic step by step, and watch what happens for an hour.";
const rows = [
  rowOf("cdf-runbook", { kind: "runbook", says: long }),
  rowOf("cdf-instances", {
    proof: [{ resource: type }, { resource: type, where: { multiAz: true } }],
  }),
  rowOf("cdf-multi-az", {
    in: "production",
    proof: [{ resource: type, expect: { multiAz: true } }],
  }),
  rowOf("cdf-open", {}),
  rowOf("cdf-many", {
    kind: "policy",
    proof: [
      { absent: "aws:ec2/keyPair:KeyPair", beside: { resource: type } },
      { rule: "database-encrypted" },
      { document: "docs/preview.md", heading: "The preview" },
      { owner: "Have it tested." },
    ],
  }),
];

/** The listing of a production and a staging stack: the former has two instances, one of them as given. */
function listingOf(multiAz: boolean, listed: readonly Row[] = rows): Listing {
  const stacks = {
    production: [instance("one", true), instance("two", multiAz)],
    staging: [instance("one", true)],
  };
  const rules = [rule({ id: "database-encrypted", passed: 1 })];
  const [listing] = listingsOf(
    Object.entries(stacks).map(([environment, resources]) => ({
      ...{ system: "orders", title: "Orders", stack: environment, environment },
      requirements: evaluate(listed, { environment, resources, rules }, process.cwd()),
    })),
  );
  return listing ?? assert.fail("there is no listing");
}

/** The lines of the report. */
function render(listing: Listing, unproved = false, width = 80): readonly string[] {
  const text = renderRequirements(listing, {
    isShown: (one) => !unproved || comesTo(one, "failed", "unproved"),
    width,
    style: picocolors.createColors(false),
  });
  return text.split("\n");
}

describe("the report of requirements", () => {
  it("lists them by kind, with what proves each, else its words, and what to do next", () => {
    assert.deepEqual(render(listingOf(true)), [
      "Orders                                                            5 requirements",
      "",
      "  production  staging         infrastructure  2 of 3 proved",
      "  proved      proved          cdf-instances",
      "                              production: rds instance (2)",
      "                              staging: rds instance (1)",
      "  proved      does not apply  cdf-multi-az",
      "                              rds instance (2)",
      "  unproved    unproved        cdf-open",
      "                              The words of cdf-open.",
      "",
      "  production  staging         policy  1 of 1 proved",
      "  proved      proved          cdf-many",
      "                              no ec2 key pair, rule database-encrypted,",
      '                              docs/preview.md "The preview", owner: Have it',
      "                              tested.",
      "",
      "  production  staging         runbook  0 of 1 proved",
      "  unproved    unproved        cdf-runbook",
      "                              Rollback in six steps: stop the traffic, restore",
      "                              the snapshot of the database, roll the ...",
      "",
      "  production  3 proved, 0 failing, 2 unproved",
      "  staging     2 proved, 0 failing, 2 unproved, 1 does not apply",
      "  next        prove cdf-open: npx groundwork explain cdf-open",
    ]);
  });

  it("says what is wrong with those that fail, and that they come first", () => {
    const [heading, ...lines] = render(listingOf(false), true);
    assert.equal(
      heading,
      "Orders                                                       3 of 5 requirements",
    );
    assert.deepEqual(lines.slice(1, 5), [
      "  production  staging         infrastructure  1 of 3 proved",
      "  failing     does not apply  cdf-multi-az",
      "                              rds instance two: multiAz must be true, got false",
      "  unproved    unproved        cdf-open",
    ]);
    assert.deepEqual(lines.slice(-3), [
      "  production  2 proved, 1 failing, 2 unproved",
      "  staging     2 proved, 0 failing, 2 unproved, 1 does not apply",
      "  next        mend cdf-multi-az: npx groundwork explain cdf-multi-az",
    ]);
  });

  it("says what is wrong on the stack that fails alone", () => {
    const row = rowOf("cdf-two", { proof: [{ resource: type, count: 2 }, { resource: type }] });
    assert.deepEqual(render(listingOf(true, [row])).slice(2, 5), [
      "  production  staging  infrastructure  0 of 1 proved",
      "  proved      failing  cdf-two",
      "                       rds instance: count must be 2, got 1",
    ]);
  });

  it("says that nothing is left to do", () => {
    const row = rowOf("cdf-instances", { proof: [{ resource: type }] });
    assert.deepEqual(render(listingOf(true, [row]), true), [
      "Orders                                                        0 of 1 requirement",
      "",
      "  production  1 proved, 0 failing, 0 unproved",
      "  staging     1 proved, 0 failing, 0 unproved",
      "  next        nothing: all that applies is proved",
    ]);
  });

  for (const width of [80, 120]) {
    it(`ends every line within ${width} columns`, () => {
      const lines = [
        ...render(listingOf(false), false, width),
        ...render(listingOf(true), true, width),
      ];
      assert.deepEqual(
        lines.filter((line) => line.length > width),
        [],
      );
    });
  }
});
