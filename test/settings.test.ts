import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { loadSettings, resolveSettings } from "../settings";
import type { Problem } from "../spec/problem";

/** A stack's configuration with nothing wrong. */
const config = {
  "pulumi:disable-default-providers": '["*"]',
  "groundwork:system": "cdf-smart-hub",
  "groundwork:environment": "production",
  "groundwork:account": "123456789012",
  "groundwork:region": "eu-west-1",
  "groundwork:disasterRecoveryRegion": "eu-central-1",
  "groundwork:availabilityZones": '{"a":"eu-west-1a","b":"eu-west-1b","c":"eu-west-1c"}',
  "groundwork:hostedZoneId": "Z0123456789ABCDEFGHIJ",
  "groundwork:contacts":
    '{"onCall":"on-call@example.com","databaseAdministrator":"dba@example.com"}',
};

/** Configuration that gives the stack a secret whose value is supplied. */
const withSecret = {
  ...config,
  "groundwork:overrides": JSON.stringify({
    secrets: {
      entries: { smtp: { description: "Mail.", values: { password: { supplied: true } } } },
    },
  }),
};
/** Configuration that gives the stack a secret which takes whatever is supplied for it. */
const withOpenSecret = {
  ...config,
  "groundwork:overrides": JSON.stringify({
    secrets: {
      entries: {
        maps: {
          description: "Maps.",
          values: { made: { generate: "bytes" } },
          furtherValues: "supplied",
        },
      },
    },
  }),
};
const password = "groundwork:supplied.smtp.password";

function without(...keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(config).filter(([key]) => !keys.includes(key)));
}

function problemsOf(
  changed: Readonly<Record<string, string>>,
  secretKeys: readonly string[] = [],
  stack?: string,
): readonly Problem[] {
  const resolved = resolveSettings(changed, secretKeys, stack);
  return "problems" in resolved ? resolved.problems : [];
}

function resolved(changed: Readonly<Record<string, string>>, secretKeys: readonly string[] = []) {
  const settings = resolveSettings(changed, secretKeys);
  assert.ok("spec" in settings);
  return settings;
}

const missing = (path: string, what: string): Problem => ({
  path,
  rule: `must be given: ${what}`,
  fix: `add groundwork:${path} to the stack's configuration`,
});

describe("resolveSettings", () => {
  it("joins the settings with the blueprint of the system", () => {
    const { title, spec } = resolved(config);
    assert.equal(title, "CDF Smart Hub");
    assert.equal(spec.account, "123456789012");
    assert.equal(spec.database.databaseName, "cdf_smarthub");
  });

  it("takes the blueprint's size for the environment", () => {
    assert.equal(resolved(config).spec.size, "large");
    assert.equal(resolved({ ...config, "groundwork:environment": "staging" }).spec.size, "small");
  });

  it("takes another size where one is asked for", () => {
    const { spec } = resolved({ ...config, "groundwork:size": "medium" });
    assert.equal(spec.size, "medium");
    assert.equal(spec.database.instanceClass, "db.m7g.large");
  });

  it("puts the stack's overrides over everything else", () => {
    const overrides = { database: { multiAz: false, storage: { maximumGiB: null } } };
    const { spec } = resolved({ ...config, "groundwork:overrides": JSON.stringify(overrides) });
    assert.equal(spec.database.multiAz, false);
    assert.equal(spec.database.storage.maximumGiB, undefined);
    assert.equal(spec.database.storage.allocatedGiB, 500);
  });

  ["", "null", "{}"].forEach((text) => {
    it(`takes overrides of ${JSON.stringify(text)} for none`, () => {
      assert.deepEqual(
        resolved({ ...config, "groundwork:overrides": text }).spec,
        resolved(config).spec,
      );
    });
  });

  it("does not need a region for copies where nothing is copied", () => {
    const staging = { ...without("groundwork:disasterRecoveryRegion") };
    assert.equal(
      resolved({ ...staging, "groundwork:environment": "staging" }).spec.disasterRecoveryRegion,
      undefined,
    );
  });

  it("accepts a secret that is supplied and encrypted", () => {
    resolved({ ...withSecret, [password]: "hunter2" }, [password]);
  });

  it("passes over settings of Pulumi's own and of other programs", () => {
    resolved({ ...config, "pulumi:tags": "{}", "aws:profile": "x", unqualified: "x" });
  });

  it("fails with every setting that has no default when there are none", () => {
    assert.deepEqual(problemsOf({}), [
      missing("account", "an AWS account id of 12 digits, in quotes"),
      missing("availabilityZones", "a mapping"),
      missing("contacts", "a mapping"),
      missing("environment", "production or staging"),
      missing("region", "an AWS region such as eu-west-1"),
      missing("system", "text"),
    ]);
  });

  it("fails when the system is not known, and still says what else is wrong", () => {
    const overrides = JSON.stringify({ database: { port: "x" }, keys: { rotation: 1 } });
    assert.deepEqual(
      problemsOf({
        ...config,
        "groundwork:system": "cdf-smarthub",
        "groundwork:account": "12",
        "groundwork:overrides": overrides,
      }),
      [
        {
          path: "account",
          value: "12",
          rule: "must be an AWS account id of 12 digits, in quotes",
          fix: "correct it",
        },
        {
          path: "database.port",
          value: "x",
          rule: "must be a whole number from 1150 to 65535",
          fix: "correct it, or leave it out",
        },
        {
          path: "keys.rotation",
          value: 1,
          rule: "must be a field of keys: rotationDays, deletionWindowDays",
          fix: "rename it to rotationDays",
        },
        {
          path: "system",
          value: "cdf-smarthub",
          rule: "must be a system of the catalogue: cdf-smart-hub",
          fix: "write cdf-smart-hub",
        },
      ],
    );
  });

  it("fails when the system is like no other", () => {
    assert.deepEqual(problemsOf({ ...config, "groundwork:system": "payroll" }), [
      {
        path: "system",
        value: "payroll",
        rule: "must be a system of the catalogue: cdf-smart-hub",
        fix: "choose one of these",
      },
    ]);
  });

  it("fails when the environment is not known", () => {
    assert.deepEqual(problemsOf({ ...config, "groundwork:environment": "prod" }), [
      {
        path: "environment",
        value: "prod",
        rule: "must be production or staging",
        fix: "write production",
      },
    ]);
  });

  it("fails when the size is not known", () => {
    assert.deepEqual(problemsOf({ ...config, "groundwork:size": "huge" }), [
      {
        path: "size",
        value: "huge",
        rule: "must be small, medium, large or xlarge",
        fix: "choose one of these",
      },
    ]);
  });

  it("fails when the stack is named after the other environment", () => {
    assert.deepEqual(problemsOf(config, [], "staging"), [
      {
        path: "environment",
        value: "production",
        rule: "must be staging: that is the stack's name",
        fix: "write staging, or deploy to a stack of another name",
      },
    ]);
    assert.deepEqual(problemsOf(config, [], "production"), []);
    assert.deepEqual(problemsOf(config, [], "rehearsal"), []);
  });

  it("fails when a key of the namespace is no setting", () => {
    const rule =
      "must be a setting: system, environment, size, account, region, disasterRecoveryRegion, availabilityZones, disasterRecoveryAvailabilityZones, permissionsBoundary, hostedZoneId, contacts, overrides, supplied.<entry>.<value>";
    assert.deepEqual(problemsOf({ ...config, "groundwork:sise": "large", "groundwork:x": "y" }), [
      { path: "groundwork:sise", rule, fix: "rename it to groundwork:size" },
      { path: "groundwork:x", rule, fix: "remove it" },
    ]);
  });

  it("fails when a setting stands outside the namespace, where nothing reads it", () => {
    assert.deepEqual(problemsOf({ ...config, "cdf-smart-hub:size": "small", "aws:region": "x" }), [
      {
        path: "aws:region",
        rule: "must be in the namespace groundwork: nothing reads it here",
        fix: "write groundwork:region",
      },
      {
        path: "cdf-smart-hub:size",
        rule: "must be in the namespace groundwork: nothing reads it here",
        fix: "write groundwork:size",
      },
    ]);
  });

  ["[1]", "5", "a word", '"text"'].forEach((text) => {
    it(`fails when a mapping is ${text}`, () => {
      assert.deepEqual(problemsOf({ ...config, "groundwork:contacts": text }), [
        {
          path: "groundwork:contacts",
          value: text === "a word" ? "a word" : (JSON.parse(text) as unknown),
          rule: "must be a mapping",
          fix: "write `name: value` lines below it",
        },
      ]);
    });
  });

  it("fails when overrides speak of what is no section", () => {
    const overrides = JSON.stringify({ netwrok: {}, region: "eu-west-2", queue: {} });
    const rule =
      "must be a section of the spec: tags, disasterRecovery, network, keys, secrets, database, cache, broker, cluster, services, jobs, edge, storage, monitoring";
    assert.deepEqual(problemsOf({ ...config, "groundwork:overrides": overrides }), [
      { path: "groundwork:overrides.netwrok", rule, fix: "rename it to network" },
      { path: "groundwork:overrides.queue", rule, fix: "remove it" },
      { path: "groundwork:overrides.region", rule, fix: "write groundwork:region instead" },
    ]);
  });

  it("fails when a setting is encrypted", () => {
    const fix = "write it in plain text; secrets go under groundwork:supplied.<entry>.<value>";
    const rule = "must not be encrypted, nor hold an encrypted value";
    const overrides = { ...config, "groundwork:overrides": '{"tags":{"Owner":"hunter2"}}' };
    assert.deepEqual(problemsOf(overrides, ["groundwork:overrides", "groundwork:region"]), [
      { path: "groundwork:overrides", rule, fix },
      { path: "groundwork:region", rule, fix },
    ]);
  });

  it("fails when a secret is not supplied", () => {
    assert.deepEqual(problemsOf(withSecret), [
      {
        path: password,
        rule: "must be supplied: the stack has a secret that is made of it",
        fix: `run: pulumi config set --secret ${password}`,
      },
    ]);
  });

  it("fails when a secret is supplied in plain text, without showing it", () => {
    const problems = problemsOf({ ...withSecret, [password]: "hunter2" });
    assert.deepEqual(problems, [
      {
        path: password,
        rule: "must be encrypted",
        fix: `run: pulumi config set --secret ${password}, and replace the secret where it was in use`,
      },
    ]);
    assert.equal(JSON.stringify(problems).includes("hunter2"), false);
  });

  it("fails when a supplied value belongs to no secret", () => {
    const misspelt = "groundwork:supplied.smtp.pasword";
    const other = "groundwork:supplied.ldap.bind";
    const given = { ...withSecret, [password]: "x", [misspelt]: "x", [other]: "x" };
    const rule = "must be a value that one of the spec's secrets declares as supplied";
    assert.deepEqual(problemsOf(given, [password, misspelt, other]), [
      { path: other, rule, fix: "remove it" },
      { path: misspelt, rule, fix: `rename it to ${password}` },
    ]);
  });

  it("accepts whatever is supplied for a secret that takes further values", () => {
    const key = "groundwork:supplied.maps.api-key";
    assert.deepEqual(problemsOf({ ...withOpenSecret, [key]: "x" }, [key]), []);
  });

  it("fails when what is supplied for such a secret has the name of a generated value", () => {
    const key = "groundwork:supplied.maps.made";
    assert.deepEqual(problemsOf({ ...withOpenSecret, [key]: "x" }, [key]), [
      {
        path: key,
        rule: "must be a value that one of the spec's secrets declares as supplied",
        fix: "remove it",
      },
    ]);
  });

  it("fails when what is supplied for such a secret has no name that a value may have", () => {
    const keys = ["groundwork:supplied.maps.Key", "groundwork:supplied.maps.a.b"];
    const given = Object.fromEntries(keys.map((key) => [key, "x"]));
    const problems = problemsOf({ ...withOpenSecret, ...given }, keys);
    assert.deepEqual(
      problems.map(({ path }) => path),
      keys,
    );
  });

  it("fails when supplied values stand in one mapping", () => {
    assert.deepEqual(problemsOf({ ...config, "groundwork:supplied": "{}" }), [
      {
        path: "groundwork:supplied",
        rule: "must be given value by value, as groundwork:supplied.<entry>.<value>",
        fix: "set each with: pulumi config set --secret groundwork:supplied.<entry>.<value>",
      },
    ]);
  });
});

describe("loadSettings", () => {
  const program = async (stack: string, values: Record<string, string>, secretKeys: string[]) => {
    await pulumi.runtime.setMocks(
      { newResource: ({ inputs }) => ({ id: "", state: inputs as object }), call: () => ({}) },
      "cdf-smart-hub",
      stack,
    );
    pulumi.runtime.setAllConfig(values, secretKeys);
    return loadSettings();
  };
  after(() => {
    pulumi.runtime.setAllConfig({});
  });

  it("reads the configuration of the stack, and its secrets as secrets", async () => {
    const given = { ...withSecret, [password]: "hunter2" };
    const { spec, title, supplied } = await program("production", given, [password]);
    assert.equal(title, "CDF Smart Hub");
    assert.equal(spec.environment, "production");
    assert.deepEqual(Object.keys(supplied), ["smtp"]);
    const value = supplied["smtp"]?.["password"];
    assert.ok(value !== undefined && (await pulumi.isSecret(value)));
  });

  it("reads whatever is supplied for a secret that takes further values", async () => {
    const given = { ...withOpenSecret, "groundwork:supplied.maps.api-key": "hunter2" };
    const secretKeys = ["groundwork:supplied.maps.api-key"];
    const { supplied } = await program("production", given, secretKeys);
    assert.deepEqual(Object.keys(supplied["maps"] ?? {}), ["api-key"]);
  });

  it("fails with one error that lists everything, for the engine to print without a stack", async () => {
    const given = { ...withSecret, "groundwork:account": "12" };
    await assert.rejects(program("production", given, []), (error: unknown) => {
      assert.ok(pulumi.RunError.isInstance(error));
      assert.equal(
        error.message,
        [
          "2 problems in stack production",
          "",
          '  account  must be an AWS account id of 12 digits, in quotes, got "12"',
          "           correct it",
          "",
          `  ${password}`,
          "           must be supplied: the stack has a secret that is made of it",
          `           run: pulumi config set --secret ${password}`,
        ].join("\n"),
      );
      return true;
    });
  });

  it("fails when a setting is encrypted", async () => {
    await assert.rejects(
      program("production", config, ["groundwork:region"]),
      /groundwork:region {2}must not be encrypted/,
    );
  });
});
