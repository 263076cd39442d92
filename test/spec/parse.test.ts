import assert from "node:assert/strict";
import { z } from "zod";
import { explain } from "../../spec/explain";
import { parseSpec } from "../../spec/parse";
import type { Problem } from "../../spec/problem";
import { problemsWith, soundSpec, today } from "./sound-spec";

/** The sound spec with one field replaced, `null` included, which a merge would take out. */
function problemsWithField(part: string, value: unknown): readonly Problem[] {
  const parsed = parseSpec({ ...soundSpec, [part]: value }, today);
  return "problems" in parsed ? parsed.problems : [];
}

describe("parseSpec", () => {
  it("fills in what is left out", () => {
    const parsed = parseSpec(soundSpec, today);
    assert.ok("spec" in parsed);
    assert.deepEqual(parsed.spec.keys, { rotationDays: 365, deletionWindowDays: 30 });
    assert.deepEqual(parsed.spec.network.flowLogs, {
      retentionDays: 365,
      trafficType: "ALL",
      aggregationSeconds: 60,
    });
    assert.equal(parsed.spec.database.multiAz, true);
  });

  it("judges support of versions by the present day unless told another", () => {
    assert.ok("spec" in parseSpec(soundSpec));
  });

  it("reports the problems of all parts at once, sorted by path", () => {
    const found = problemsWith({
      region: null,
      keys: { rotationdays: 90 },
      network: { subnets: { private: { b: "10.0.1.0/24" } } },
      database: { port: "5432" },
    });
    assert.deepEqual(
      found.map(({ path }) => path),
      ["database.port", "keys.rotationdays", "network.subnets.private.b", "region"],
    );
  });

  it("judges a part beside its unknown fields", () => {
    const found = problemsWith({
      network: { natgateways: "none", subnets: { private: { b: "10.0.1.0/24", c: null } } },
    });
    assert.deepEqual(
      found.map(({ path }) => path),
      ["network.natgateways", "network.subnets.private.b"],
    );
  });

  [undefined, null, 5, "text", [soundSpec]].forEach((input) => {
    it(`fails when the input is ${Array.isArray(input) ? "a list" : String(input)}`, () => {
      const parsed = parseSpec(input, today);
      assert.ok("problems" in parsed && parsed.problems.length > 0);
    });
  });
});

describe("parseSpec, of a malformed field,", () => {
  const cases: readonly (readonly [what: string, change: object, expected: Problem])[] = [
    [
      "that is missing",
      { account: null },
      {
        path: "account",
        rule: "must be given: an AWS account id of 12 digits, in quotes",
        fix: "add it: AWS account it is built in",
      },
    ],
    [
      "that is a number in place of text",
      { database: { engineVersion: 16 } },
      {
        path: "database.engineVersion",
        value: 16,
        rule: "must be a PostgreSQL version such as 16 or 16.15",
        fix: 'write it in quotes: "16"',
      },
    ],
    [
      "that is text in place of a number",
      { database: { storage: { allocatedGiB: "500" } } },
      {
        path: "database.storage.allocatedGiB",
        value: "500",
        rule: "must be a whole number from 20 to 65536 GiB",
        fix: "write it without quotes: 500",
      },
    ],
    [
      "that is text in place of true or false",
      { database: { multiAz: "false" } },
      {
        path: "database.multiAz",
        value: "false",
        rule: "must be true or false",
        fix: "write it without quotes: false",
      },
    ],
    [
      "that is other text in place of true or false",
      { database: { multiAz: "maybe" } },
      {
        path: "database.multiAz",
        value: "maybe",
        rule: "must be true or false",
        fix: "correct it, or leave it out",
      },
    ],
    [
      "that is below its range",
      { database: { backup: { retentionDays: -1 } } },
      {
        path: "database.backup.retentionDays",
        value: -1,
        rule: "must be a whole number from 0 to 35 days",
        fix: "raise it to 0 or more",
      },
    ],
    [
      "that is above its range",
      { database: { backup: { retentionDays: 90 } } },
      {
        path: "database.backup.retentionDays",
        value: 90,
        rule: "must be a whole number from 0 to 35 days",
        fix: "lower it to 35 or less",
      },
    ],
    [
      "that is a fraction",
      { keys: { rotationDays: 90.5 } },
      {
        path: "keys.rotationDays",
        value: 90.5,
        rule: "must be a whole number from 90 to 2560 days",
        fix: "write a whole number",
      },
    ],
    [
      "that is near one of a list of words",
      { network: { natGateways: "perzone" } },
      {
        path: "network.natGateways",
        value: "perzone",
        rule: "must be none, single or perZone",
        fix: "write perZone",
      },
    ],
    [
      "that is none of a list of words",
      { network: { natGateways: true } },
      {
        path: "network.natGateways",
        value: true,
        rule: "must be none, single or perZone",
        fix: "choose one of these",
      },
    ],
    [
      "that is between two of a list of numbers",
      { network: { flowLogs: { retentionDays: 2555 } } },
      {
        path: "network.flowLogs.retentionDays",
        value: 2555,
        rule: "must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days",
        fix: "write 2192 or 2557",
      },
    ],
    [
      "that is after the last of a list of numbers",
      { network: { dnsQueryLogs: { retentionDays: 4000 } } },
      {
        path: "network.dnsQueryLogs.retentionDays",
        value: 4000,
        rule: "must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days",
        fix: "write 3653",
      },
    ],
    [
      "that is none of several kinds of number",
      { database: { monitoring: { performanceInsightsDays: 94 } } },
      {
        path: "database.monitoring.performanceInsightsDays",
        value: 94,
        rule: "must be 7, 731 or a multiple of 31 from 31 to 713 days",
        fix: "correct it, or leave it out",
      },
    ],
    [
      "that does not have its form",
      { database: { instanceClass: "r6g.2xlarge" } },
      {
        path: "database.instanceClass",
        value: "r6g.2xlarge",
        rule: "must be an RDS instance class such as db.r6g.2xlarge",
        fix: 'write it like "db.r6g.2xlarge"',
      },
    ],
    [
      "that is no address of a network",
      { network: { cidrBlock: "10.0.0.1/16" } },
      {
        path: "network.cidrBlock",
        value: "10.0.0.1/16",
        rule: "must be an IPv4 CIDR block of /16 to /28 that starts at its network address, such as 10.0.1.0/24",
        fix: 'write it like "10.0.0.0/16"',
      },
    ],
    [
      "that is no e-mail address",
      { contacts: { onCall: "Ada" } },
      {
        path: "contacts.onCall",
        value: "Ada",
        rule: "must be an e-mail address",
        fix: "correct it",
      },
    ],
    [
      "that is a value in place of a mapping",
      { database: { storage: "500" } },
      {
        path: "database.storage",
        value: "500",
        rule: "must be a mapping",
        fix: "correct it",
      },
    ],
    [
      "that is a mapping in place of a value",
      { database: { databaseName: { is: "orders" } } },
      {
        path: "database.databaseName",
        value: { is: "orders" },
        rule: "must be lower-case letters, digits and underscores, at most 63, a letter first",
        fix: "correct it",
      },
    ],
    [
      "that is one of a list",
      { network: { endpoints: { interface: ["ecr-api"] } } },
      {
        path: "network.endpoints.interface[0]",
        value: "ecr-api",
        rule: "must be one of autoscaling, ec2, ec2messages, ecr.api, ecr.dkr, eks, eks-auth, elasticloadbalancing, kms, logs, monitoring, rds, secretsmanager, sns, sqs, ssm, ssmmessages, sts",
        fix: "write ecr.api",
      },
    ],
    [
      "that is a value in place of a list",
      { database: { extensions: "postgis" } },
      {
        path: "database.extensions",
        value: "postgis",
        rule: "must be a list, each the name of a PostgreSQL extension",
        fix: "correct it, or leave it out",
      },
    ],
    [
      "that is too long",
      { tags: { Owner: "x ".repeat(200) } },
      {
        path: "tags.Owner",
        value: `${"x ".repeat(30).slice(0, 59)}…`,
        rule: "must be text of at most 256 characters",
        fix: "correct it",
      },
    ],
    [
      "that is not known, and near one that is",
      { database: { backup: { retentiondays: 30 } } },
      {
        path: "database.backup.retentiondays",
        value: 30,
        rule: "must be a field of database.backup: retentionDays, window",
        fix: "rename it to retentionDays",
      },
    ],
    [
      "that is not known, and near nothing",
      { keys: { colour: "blue" } },
      {
        path: "keys.colour",
        value: "blue",
        rule: "must be a field of keys: rotationDays, deletionWindowDays",
        fix: "remove it",
      },
    ],
    [
      "that is not known among the roles of contacts",
      { contacts: { oncall: "a@example.com" } },
      {
        path: "contacts.oncall",
        value: "a@example.com",
        rule: "must be a field of contacts: onCall, databaseAdministrator, security, projectManager",
        fix: "rename it to onCall",
      },
    ],
    [
      "that is not known beside the parts of the spec",
      { queue: {} },
      {
        path: "queue",
        value: {},
        rule: "must be a field of the spec: system, environment, size, account, region, disasterRecoveryRegion, availabilityZones, disasterRecoveryAvailabilityZones, permissionsBoundary, hostedZoneId, contacts, tags, disasterRecovery, network, keys, secrets, database, cache, broker, cluster, services, jobs, edge, storage, monitoring",
        fix: "remove it",
      },
    ],
    [
      "whose name does not have its form",
      { network: { subnets: { public: { "zone-1": "10.0.3.0/24" } } } },
      {
        path: "network.subnets.public.zone-1",
        rule: "must have as its name a zone's label, one letter from a to z",
        fix: "rename it",
      },
    ],
    [
      "that must not be empty",
      { secrets: { entries: { api: { description: "Keys.", values: {} } } } },
      {
        path: "secrets.entries.api.values",
        value: {},
        rule: "must be a mapping with at least one value",
        fix: "declare one, or write supplied as furtherValues",
      },
    ],
    [
      "of the alternative that was chosen",
      secretValue({ generate: "bytes", bytes: 8 }),
      {
        path: "secrets.entries.api.values.key.bytes",
        value: 8,
        rule: "must be a whole number from 16 to 1024 bytes",
        fix: "raise it to 16 or more",
      },
    ],
    [
      "that is not known in the alternative that was chosen",
      secretValue({ generate: "password", lenght: 40 }),
      {
        path: "secrets.entries.api.values.key.lenght",
        value: 40,
        rule: "must be a field of secrets.entries.api.values.key: generate, length, specialCharacters, service, version",
        fix: "rename it to length",
      },
    ],
    [
      "that chooses no alternative",
      secretValue({ generate: "byte" }),
      {
        path: "secrets.entries.api.values.key",
        value: { generate: "byte" },
        rule: "must be a mapping with generate: bytes, generate: password or supplied: true",
        fix: "correct it",
      },
    ],
    [
      "that is a secret in place of its declaration",
      secretValue("hunter2"),
      {
        path: "secrets.entries.api.values.key",
        value: "(hidden)",
        rule: "must be a mapping with generate: bytes, generate: password or supplied: true",
        fix: "correct it",
      },
    ],
  ];
  cases.forEach(([what, change, expected]) => {
    it(`says what one must be ${what}`, () => {
      assert.deepEqual(problemsWith(change), [expected]);
    });
  });

  it("tells null from what is left out", () => {
    assert.deepEqual(problemsWithField("contacts", null), [
      { path: "contacts", value: null, rule: "must be a mapping", fix: "correct it" },
    ]);
  });

  function secretValue(key: unknown): object {
    return { secrets: { entries: { api: { description: "Keys.", values: { key } } } } };
  }
});

describe("explain", () => {
  /** Problems that zod finds, whatever schema somebody adds to the spec. */
  function found(schema: z.ZodType, input: unknown): readonly Problem[] {
    return explain(schema, input, schema.safeParse(input).error?.issues ?? []);
  }

  it("speaks of only the alternative that a mapping chose", () => {
    const kinds = z.object({
      volume: z.union([
        z.strictObject({ kind: z.literal("a"), size: z.int().min(1) }),
        z.strictObject({ kind: z.literal("b"), name: z.string() }),
      ]),
    });
    assert.deepEqual(found(kinds, { volume: { kind: "a", size: "1", name: "x" } }), [
      {
        path: "volume.size",
        value: "1",
        rule: "must be a whole number of at least 1",
        fix: "write it without quotes: 1",
      },
      {
        path: "volume.name",
        value: "x",
        rule: "must be a field of volume: kind, size",
        fix: "remove it",
      },
    ]);
  });

  it("falls back on the schema's own words for what it does not know", () => {
    const schema = z.tuple([z.date()]);
    assert.deepEqual(found(schema, ["soon"]), [
      {
        path: "[0]",
        value: "soon",
        rule: "must be valid: Invalid input: expected date, received string",
        fix: "correct it",
      },
    ]);
  });

  it("has a phrase for kinds that the spec does not use", () => {
    assert.deepEqual(found(z.object({ at: z.date() }), { at: 5 }), [
      { path: "at", value: 5, rule: "must be a value of another kind", fix: "correct it" },
    ]);
  });
});
