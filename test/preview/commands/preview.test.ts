import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { rules } from "../../../policies/pack";
import { preview, type PreviewOptions } from "../../../preview/commands/preview";
import { documentSchema, type PreviewDocument } from "../../../preview/document";
import { previewOnce } from "../../support/preview-once";
import { ran, type Ran } from "./io";

const defaults: PreviewOptions = {
  ...{ stack: ["production"], set: [], policies: true },
  ...{ failOn: "mandatory", full: false, json: false },
};

/** Runs the command, and returns its exit code and what it wrote. */
function run(options: Partial<PreviewOptions>): Promise<Ran> {
  return ran((io) => preview({ ...defaults, ...options }, io, previewOnce));
}

/** Runs the command, whatever was previewed before. */
function runAnew(options: Partial<PreviewOptions>): Promise<Ran> {
  return ran((io) => preview({ ...defaults, ...options }, io));
}

async function documentOf(options: Partial<PreviewOptions>): Promise<PreviewDocument> {
  const { out } = await run({ ...options, json: true });
  return documentSchema.parse(JSON.parse(out));
}

describe("groundwork preview", () => {
  it("finds both stacks clean", async () => {
    const { code, out, err } = await run({ stack: [] });
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /^CDF Smart Hub, production, eu-west-1 \(DR eu-central-1\) +\d+ resources$/m);
    assert.match(out, /^CDF Smart Hub, staging, eu-west-1 +\d+ resources$/m);
    assert.match(
      out,
      new RegExp(
        String.raw`^ {2}policies +${rules.length} rules on \d+ resources: \d+ passed, 0 failed, \d+ undecided`,
        "m",
      ),
    );
  });

  it("previews another program of the project, judged by the configuration beside it", async () => {
    const { code, out, err } = await run({ program: "account", stack: [] });
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /^groundwork-account, production +\d+ resources$/m);
    assert.match(out, /^groundwork-account, staging +\d+ resources$/m);
    assert.match(out, /^ {2}policies +\d+ rules on \d+ resources: \d+ passed, 0 failed/m);
  });

  it("fails when the program has no stack of that name", async () => {
    const { code, err } = await run({ program: "account", stack: ["development"] });
    assert.equal(code, 2);
    assert.match(err, /must be a stack of the project: production, staging, got "development"/);
  });

  it("says in a line what matters of each component", async () => {
    const { out } = await run({});
    assert.match(
      out,
      /^ {2}database +PostgreSQL 16, db\.r6g\.2xlarge, 500 GB io1 10,000 IOPS, Multi-AZ, +\d+$/m,
    );
    assert.match(
      out,
      /^ {2}network +10\.0\.0\.0\/16 in 3 zones, NAT per zone, flow logs 365 days +\d+$/m,
    );
  });

  it("ends every line within the width", async () => {
    const { out } = await run({ stack: [], set: ["database.multiAz=false"] });
    assert.deepEqual(
      out.split("\n").filter((line) => line.length > 100),
      [],
    );
  });

  it("groups findings by rule, with what is wrong and the fix", async () => {
    const { code, out } = await run({ set: ["database.multiAz=false"] });
    assert.equal(code, 1);
    assert.match(
      out,
      /^ {2}database-multi-az {2}mandatory, medium\n {4}database {2}aws:rds\/instance:Instance\n {6}multiAz must be true, got false\n {4}fix: /m,
    );
  });

  it("builds the size that is asked for", async () => {
    const { out } = await run({ size: "medium" });
    assert.match(out, /db\.m7g\.large, 100 GB gp3/);
  });

  it("lists every resource in full", async () => {
    const { out } = await run({ full: true });
    assert.match(out, /^ {4}database +aws:rds\/instance:Instance +protected$/m);
  });

  it("judges nothing without policies", async () => {
    const { code, out } = await run({ policies: false, set: ["database.multiAz=false"] });
    assert.match(out, /^ {2}policies +not judged \(--no-policies\)$/m);
    assert.equal(code, 1, "the requirement of Multi-AZ is still not met");
  });

  it("passes advisory findings unless they are to fail", async () => {
    const set = ["secrets.recoveryDays=7"];
    const policyConfig = temporary(
      '{ "secret-recoverable": { "enforcementLevel": "advisory", "minimumDays": 30 } }',
    );
    const [lax, strict] = [
      await run({ set, policyConfig }),
      await run({ set, policyConfig, failOn: "advisory" }),
    ];
    assert.deepEqual([lax.code, strict.code], [0, 1]);
  });
});

describe("groundwork preview --json", () => {
  it("prints a document of the documented shape", async () => {
    const document = await documentOf({ stack: [] });
    assert.deepEqual(
      document.stacks.map(({ project, stack, system, environment, size }) => [
        project,
        stack,
        system,
        environment,
        size,
      ]),
      [
        ["cdf-smart-hub", "production", "cdf-smart-hub", "production", "large"],
        ["cdf-smart-hub", "staging", "cdf-smart-hub", "staging", "small"],
      ],
    );
  });

  it("is the same from run to run, but for the time", async () => {
    const first = await documentOf({});
    const again = await runAnew({ json: true });
    const second = documentSchema.parse(JSON.parse(again.out));
    assert.equal(
      JSON.stringify({ ...first, milliseconds: 0 }),
      JSON.stringify({ ...second, milliseconds: 0 }),
    );
  });

  it("sorts resources by URN", async () => {
    const urns = (await documentOf({})).stacks[0]?.resources.map(({ urn }) => urn) ?? [];
    assert.deepEqual(urns, [...urns].sort());
  });

  it("names no path of the machine", async () => {
    const { out } = await run({ json: true });
    assert.equal(out.includes(process.cwd()), false);
  });

  it("marks secrets and unknowns", async () => {
    const [stack] = (await documentOf({})).stacks;
    const version = stack?.resources.find(({ type }) => type.endsWith(":SecretVersion"));
    assert.deepEqual(Object.keys(version?.inputs["secretString"] as object), ["$unknown"]);
  });

  it("lists bad input as errors", async () => {
    const { errors, stacks } = await documentOf({ set: ["database.multiAx=true"] });
    assert.deepEqual(
      [errors.map(({ stack, path }) => [stack, path]), stacks],
      [[["production", "database.multiAx"]], []],
    );
  });
});

describe("bad input", () => {
  const refused = async (options: Partial<PreviewOptions>): Promise<string> => {
    const { code, out, err } = await run(options);
    assert.deepEqual([code, out], [2, ""]);
    assert.doesNotMatch(err, /^ +at /m);
    return err;
  };

  it("is one error that lists every problem", async () => {
    const err = await refused({
      set: ["database.multiAx=true", "database.storage.iops=many", "keys.rotationDays=1"],
    });
    assert.match(err, /^3 problems in stack production\n/);
    for (const path of ["database.multiAx", "database.storage.iops", "keys.rotationDays"]) {
      assert.ok(err.includes(path), path);
    }
  });

  it("is refused when values of the right form do not go together", async () => {
    const err = await refused({
      set: ["network.subnets.private.b=10.0.11.0/24", "database.storage.iops=100000"],
    });
    assert.match(err, /network\.subnets\.private\.[ab]/);
    assert.match(err, /database\.storage\.iops/);
  });

  it("is refused when a stack does not exist", async () => {
    assert.match(
      await refused({ stack: ["live"] }),
      /must be a stack of the project: production, staging, got "live"/,
    );
  });

  it("is refused when the pack has no such rule, naming the nearest", async () => {
    const err = await refused({ policyConfig: temporary('{ "database-multi-a": "mandatory" }') });
    assert.match(err, /database-multi-a[^-]/);
    assert.match(err, /database-multi-az/);
  });

  it("is refused when a rule has no such setting", async () => {
    const err = await refused({
      policyConfig: temporary('{ "database-backups-kept": { "minimumDay": 30 } }'),
    });
    assert.match(err, /database-backups-kept\.minimumDay/);
  });

  it("is refused when an exemption has expired", async () => {
    const exemption = { resource: "database", reason: "r", owner: "o", expires: "2020-01-31" };
    const err = await refused({
      policyConfig: temporary(JSON.stringify({ "database-multi-az": { exemptions: [exemption] } })),
    });
    assert.match(err, /2020-01-31/);
  });

  it("is refused when the pack's configuration is no JSON", async () => {
    assert.match(await refused({ policyConfig: temporary("{") }), /must be valid JSON/);
  });

  it("is said once where it is wrong with every stack", async () => {
    const err = await refused({ stack: [], policyConfig: "absent.json" });
    assert.equal(err.split("must exist").length - 1, 1);
  });

  it("never ends in an uncaught exception, whatever is overridden", async () => {
    const path = fc.constantFrom(
      "database",
      "database.storage",
      "network.subnets",
      "keys",
      "secrets.entries.x",
      "tags",
      "size",
      "a.b",
      "",
    );
    const value = fc.json().map((text) => text.replaceAll("\n", " "));
    await fc.assert(
      fc.asyncProperty(path, value, async (where, what) => {
        const { code } = await runAnew({ set: [`${where}=${what}`], policies: false });
        return [0, 1, 2].includes(code);
      }),
      { numRuns: 10 },
    );
  });
});

const directories: string[] = [];
after(() => {
  for (const directory of directories) rmSync(directory, { recursive: true });
});

/** A file that holds this text and goes when the tests end. */
function temporary(text: string): string {
  const directory = mkdtempSync(join(tmpdir(), "preview-"));
  directories.push(directory);
  const file = join(directory, "policy.json");
  writeFileSync(file, text);
  return file;
}
