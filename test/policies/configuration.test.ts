import assert from "node:assert/strict";
import { parseConfiguration } from "../../policies/configuration";
import type { Data } from "../../policies/data";
import { rules } from "../../policies/pack";
import type { Problem } from "../../policies/problem";
import { policyIds, today } from "./kit";

const parse = (json: unknown) => parseConfiguration(json, rules, today);

function problemsOf(json: unknown): readonly Problem[] {
  const parsed = parse(json);
  assert.ok("problems" in parsed, "the configuration must be refused");
  return parsed.problems;
}

function configured(json: Data, id: string) {
  const parsed = parse(json);
  assert.ok("configuration" in parsed, JSON.stringify(parsed));
  return parsed.configuration.get(id);
}

const exemption = {
  resource: "*::reporting",
  reason: "It is rebuilt every night from production.",
  owner: "data-platform@example.com",
  expires: "2026-06-30",
};
const exempt = (entry: unknown): Data => ({ "database-multi-az": { exemptions: [entry] } });

describe("parseConfiguration", () => {
  it("gives every policy of the pack its defaults", () => {
    const parsed = parse({});
    assert.ok("configuration" in parsed);
    assert.deepEqual([...parsed.configuration.keys()], policyIds(rules));
    assert.deepEqual(parsed.configuration.get("database-backups-kept"), {
      level: "mandatory",
      settings: { minimumDays: 7 },
      exemptions: [],
    });
    assert.equal(parsed.configuration.get("inputs-recorded")?.level, "remediate");
    assert.deepEqual(parsed.configuration.get("values-known"), {
      level: "advisory",
      settings: { report: false },
      exemptions: [],
    });
  });

  it("takes a level alone", () => {
    assert.equal(configured({ "key-rotated": "advisory" }, "key-rotated")?.level, "advisory");
  });

  it("takes a level and settings together", () => {
    const json = { "database-backups-kept": { enforcementLevel: "advisory", minimumDays: 35 } };
    assert.deepEqual(configured(json, "database-backups-kept"), {
      level: "advisory",
      settings: { minimumDays: 35 },
      exemptions: [],
    });
  });

  it("takes settings without a level", () => {
    const json = { "security-group-ingress-limited": { allowedPorts: [443] } };
    assert.deepEqual(configured(json, "security-group-ingress-limited"), {
      level: "mandatory",
      settings: { allowedPorts: [443] },
      exemptions: [],
    });
  });

  it("takes a level for all, under the rule's own", () => {
    const json = { all: "advisory", "inputs-recorded": "remediate", "key-rotated": "mandatory" };
    assert.equal(configured(json, "database-private")?.level, "advisory");
    assert.equal(configured(json, "key-rotated")?.level, "mandatory");
    assert.equal(configured(json, "inputs-recorded")?.level, "remediate");
  });

  it("takes an object for all", () => {
    const json = { all: { enforcementLevel: "disabled" } };
    assert.equal(configured(json, "key-rotated")?.level, "disabled");
    assert.equal(configured(json, "inputs-recorded")?.level, "disabled");
  });

  it("takes exemptions", () => {
    assert.deepEqual(configured(exempt(exemption), "database-multi-az")?.exemptions, [exemption]);
  });

  it("takes an exemption that ends today", () => {
    const last = { ...exemption, expires: today };
    assert.deepEqual(configured(exempt(last), "database-multi-az")?.exemptions, [last]);
  });

  const path = "database-multi-az.exemptions[0]";
  const given = "say so: an exemption is for somebody to review";
  const refused: readonly [string, unknown, readonly Problem[]][] = [
    [
      "is no object",
      ["key-rotated"],
      [
        {
          path: "configuration",
          value: ["key-rotated"],
          rule: "must be an object",
          fix: 'write it as {"<rule>": "mandatory"}',
        },
      ],
    ],
    [
      "names a rule that is nearly one",
      { "key-rotation": "mandatory" },
      [
        {
          path: "key-rotation",
          rule: "must be the name of a rule of this pack",
          fix: "write key-rotated",
        },
      ],
    ],
    [
      "names a rule that is none",
      { "no-such-thing-at-all": "mandatory" },
      [
        {
          path: "no-such-thing-at-all",
          rule: "must be the name of a rule of this pack",
          fix: "see the list of rules in the documentation",
        },
      ],
    ],
    [
      "names an environment of Pulumi ESC",
      { environments: ["shop/policies"] },
      [
        {
          path: "environments",
          rule: "must not refer to Pulumi ESC, which only the Cloud resolves",
          fix: "write its policies into the file",
        },
      ],
    ],
    [
      "gives a rule neither a level nor an object",
      { "key-rotated": true },
      [
        {
          path: "key-rotated",
          value: true,
          rule: "must be a level or an object",
          fix: 'write "mandatory", or an object with enforcementLevel and settings',
        },
      ],
    ],
    [
      "gives a level that is none",
      { "key-rotated": "warn" },
      [
        {
          path: "key-rotated",
          value: "warn",
          rule: "must be one of disabled, advisory, mandatory",
          fix: "write one",
        },
      ],
    ],
    [
      "asks a rule to remediate",
      { "key-rotated": { enforcementLevel: "remediate" } },
      [
        {
          path: "key-rotated.enforcementLevel",
          value: "remediate",
          rule: "must be one of disabled, advisory, mandatory",
          fix: "write mandatory: no rule changes resources",
        },
      ],
    ],
    [
      "gives the recorder a level at which it does not record",
      { "inputs-recorded": "mandatory" },
      [
        {
          path: "inputs-recorded",
          value: "mandatory",
          rule: "must be one of remediate, disabled",
          fix: "write one",
        },
      ],
    ],
    [
      "turns the recorder off through all",
      { all: "mandatory" },
      [
        {
          path: "inputs-recorded",
          rule: "must be given beside all, which would turn the rules about secret values off",
          fix: 'add "inputs-recorded": "remediate"',
        },
      ],
    ],
    [
      "gives all a level that is none",
      { all: { enforcementLevel: "warn" } },
      [
        {
          path: "all.enforcementLevel",
          value: "warn",
          rule: "must be one of disabled, advisory, mandatory",
          fix: "write one",
        },
      ],
    ],
    [
      "gives all a setting",
      { all: { enforcementLevel: "disabled", minimumDays: 30 } },
      [
        {
          path: "all.minimumDays",
          rule: "must not be set for all rules at once",
          fix: "set it on the rules that have it",
        },
      ],
    ],
    [
      "names a setting that is nearly one",
      { "database-backups-kept": { minimalDays: 30 } },
      [
        {
          path: "database-backups-kept.minimalDays",
          rule: "must be one of minimumDays",
          fix: "write minimumDays",
        },
      ],
    ],
    [
      "names a setting of a rule that has none",
      { "key-rotated": { days: 30 } },
      [
        {
          path: "key-rotated.days",
          rule: "must be left out: the rule has no settings",
          fix: "remove it",
        },
      ],
    ],
    [
      "names a setting that every object has",
      { "key-rotated": { constructor: 30 } },
      [
        {
          path: "key-rotated.constructor",
          rule: "must be left out: the rule has no settings",
          fix: "remove it",
        },
      ],
    ],
    [
      "gives a setting of the wrong type",
      { "database-backups-kept": { minimumDays: "30" } },
      [
        {
          path: "database-backups-kept.minimumDays",
          value: "30",
          rule: "must be a whole number from 1 to 35",
          fix: "leave it out for 7",
        },
      ],
    ],
    [
      "gives a setting out of range",
      { "database-backups-kept": { minimumDays: 90 } },
      [
        {
          path: "database-backups-kept.minimumDays",
          value: 90,
          rule: "must be a whole number from 1 to 35",
          fix: "leave it out for 7",
        },
      ],
    ],
    [
      "exempts from a rule that nothing is exempt from",
      { "secret-values-encrypted": { exemptions: [exemption] } },
      [
        {
          path: "secret-values-encrypted.exemptions",
          rule: "must be left out: nothing is exempt from it",
          fix: "Take the value from a generated or a secure: configured one, or wrap it in pulumi.secret().",
        },
      ],
    ],
    [
      "gives exemptions that are no list",
      { "database-multi-az": { exemptions: exemption } },
      [
        {
          path: "database-multi-az.exemptions",
          value: exemption,
          rule: "must be a list",
          fix: "put the exemption in brackets",
        },
      ],
    ],
    [
      "gives an exemption that is no object",
      exempt("*::reporting"),
      [
        {
          path,
          value: "*::reporting",
          rule: "must be an object",
          fix: "give it resource, reason, owner, expires",
        },
      ],
    ],
    [
      "gives an exemption without its fields",
      exempt({ resource: "*::reporting" }),
      [
        { path: `${path}.reason`, rule: "must be given", fix: given },
        { path: `${path}.owner`, rule: "must be given", fix: given },
        { path: `${path}.expires`, rule: "must be given", fix: given },
      ],
    ],
    [
      "gives an exemption an empty reason",
      exempt({ ...exemption, reason: " " }),
      [
        {
          path: `${path}.reason`,
          value: " ",
          rule: "must be a text that is not empty",
          fix: 'replace " "',
        },
      ],
    ],
    [
      "gives an exemption a field that is none",
      exempt({ ...exemption, ticket: "OPS-1" }),
      [
        {
          path: `${path}.ticket`,
          rule: "must be one of resource, reason, owner, expires",
          fix: "remove it",
        },
      ],
    ],
    [
      "exempts every resource",
      exempt({ ...exemption, resource: "**" }),
      [
        {
          path: `${path}.resource`,
          value: "**",
          rule: "must name resources, not match all of them",
          fix: "set the rule's enforcementLevel to disabled if it shall hold for no resource",
        },
      ],
    ],
    [
      "gives an exemption that has expired",
      exempt({ ...exemption, expires: "2026-01-14" }),
      [
        {
          path: `${path}.expires`,
          value: "2026-01-14",
          rule: "must not lie before today, 2026-01-15",
          fix: "remove the exemption, or have its owner renew it",
        },
      ],
    ],
    ...["2026-02-31", "2026", "30.06.2026", "2026-6-30"].map(
      (value): [string, unknown, readonly Problem[]] => [
        `gives an exemption the date ${value}`,
        exempt({ ...exemption, expires: value }),
        [
          {
            path: `${path}.expires`,
            value,
            rule: "must be a date, YYYY-MM-DD",
            fix: "write it like 2026-01-15",
          },
        ],
      ],
    ),
  ];
  for (const [title, json, problems] of refused) {
    it(`fails when it ${title}`, () => {
      assert.deepEqual(problemsOf(json), problems);
    });
  }

  it("fails with every problem at once, in the order of the file", () => {
    const json = {
      "key-rotation": "mandatory",
      "database-multi-az": { enforcementLevel: "warn", zones: 3, exemptions: [{}] },
      all: "mandatory",
    };
    assert.deepEqual(
      problemsOf(json).map((problem) => problem.path),
      [
        "key-rotation",
        "database-multi-az.enforcementLevel",
        "database-multi-az.zones",
        `${path}.resource`,
        `${path}.reason`,
        `${path}.owner`,
        `${path}.expires`,
        "inputs-recorded",
      ],
    );
  });
});
