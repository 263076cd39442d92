import assert from "node:assert/strict";
import { requirements, type RequirementsOptions } from "../../../preview/commands/requirements";
import {
  requirementsSchema,
  type RequirementsDocument,
} from "../../../preview/requirements-document";
import { previewOnce } from "../../support/preview-once";
import { ran, type Ran } from "./io";

const defaults: RequirementsOptions = { stack: [], set: [], unproved: false, json: false };

function run(options: Partial<RequirementsOptions>): Promise<Ran> {
  return ran((io) => requirements({ ...defaults, ...options }, io, previewOnce));
}

/** Runs the command, whatever was previewed before. */
function runAnew(options: Partial<RequirementsOptions>): Promise<Ran> {
  return ran((io) => requirements({ ...defaults, ...options }, io));
}

async function documentOf(options: Partial<RequirementsOptions>): Promise<RequirementsDocument> {
  const { out } = await run({ ...options, json: true });
  return requirementsSchema.parse(JSON.parse(out));
}

const broken = { stack: ["production"], set: ["database.multiAz=false"] };

describe("groundwork requirements", () => {
  it("lists the requirements of every stack, side by side", async () => {
    const { out, err } = await run({ kind: "backup-dr" });
    assert.equal(err, "");
    assert.match(out, /^CDF Smart Hub +\d+ requirements$/m);
    assert.match(out, /^ {2}production +staging +backup-dr {2}\d+ of \d+ proved$/m);
    assert.match(
      out,
      /^ {2}proved +does not apply {2}cdf-db-backup-retention\n +rds instance \(1\), rule database-backups-kept$/m,
    );
  });

  it("lists all kinds of a system where none is asked for", async () => {
    const { out } = await run({ stack: ["staging"], system: "cdf-smart-hub" });
    for (const kind of ["infrastructure", "edge", "secret", "organisational"]) {
      assert.match(out, new RegExp(`^ {2}staging +${kind} {2}`, "m"));
    }
  });

  it("answers 1 where a proof does not hold, saying what to mend", async () => {
    const { code, out } = await run({ ...broken, kind: "infrastructure", unproved: true });
    assert.equal(code, 1);
    assert.match(
      out,
      /^ {2}failing +cdf-db-multi-az\n +rds instance database: multiAz must be true, got false/m,
    );
    assert.match(out, /^ {2}next +mend cdf-db-multi-az: npx groundwork explain cdf-db-multi-az$/m);
  });

  it("answers 0 where what fails is of another kind", async () => {
    assert.equal((await run({ ...broken, kind: "organisational" })).code, 0);
  });

  it("keeps to what is not proved", async () => {
    const { out } = await run({ ...broken, kind: "infrastructure", unproved: true });
    assert.match(out, / cdf-db-multi-az$/m);
    assert.doesNotMatch(out, / cdf-db-iops$/m);
    assert.match(out, /^CDF Smart Hub +\d+ of \d+ requirements$/m);
  });
});

describe("groundwork requirements --json", () => {
  it("prints a document of the documented shape", async () => {
    const { version, errors, systems } = await documentOf({ kind: "infrastructure" });
    assert.deepEqual([version, errors, systems.length], [1, [], 1]);
    const iops = systems[0]?.requirements.find(({ id }) => id === "cdf-db-iops");
    const urn =
      "urn:pulumi:production::cdf-smart-hub::groundwork:platform:Database$aws:rds/instance:Instance::database";
    assert.deepEqual(iops, {
      id: "cdf-db-iops",
      kind: "infrastructure",
      source: "000_36be63aea179a9ba.txt:72,166-167",
      says: "Provisioned IOPS 10,000+; CLI --storage-type io1 --iops 10000.",
      decision: "",
      on: [
        {
          stack: "production",
          verdict: "proved",
          proofs: [
            {
              kind: "resource",
              subject: "aws:rds/instance:Instance",
              holds: true,
              detail: "rds instance database: storageType io1; iops 10000",
              resources: [urn],
            },
          ],
        },
        { stack: "staging", verdict: "notApplicable", proofs: [] },
      ],
    });
  });

  it("counts the verdicts on each stack, whatever is shown", async () => {
    const [system] = (await documentOf({ ...broken, unproved: true })).systems;
    const [stack] = system?.stacks ?? [];
    assert.ok(system && stack);
    const { proved, failed, unproved, notApplicable } = stack;
    assert.deepEqual([stack.stack, stack.environment], ["production", "production"]);
    assert.deepEqual([failed > 0, proved > 0, notApplicable], [true, true, 0]);
    assert.equal(system.requirements.length, failed + unproved);
  });

  it("says what each sort of proof rests on", async () => {
    const [system] = (await documentOf({ stack: ["production"] })).systems;
    const subjects = system?.requirements.flatMap(({ on }) =>
      on.flatMap(({ proofs }) => proofs.map(({ kind, subject }) => `${kind}: ${subject}`)),
    );
    for (const subject of [
      "absent: aws:ec2/keyPair:KeyPair",
      "rule: database-multi-az",
      'document: docs/runbooks/escalation.md, "Levels"',
    ]) {
      assert.ok(subjects?.includes(subject), subject);
    }
  });

  it("is the same from run to run", async () => {
    const options = { stack: ["production"], json: true };
    assert.equal((await run(options)).out, (await runAnew(options)).out);
  });

  it("names no path of the machine", async () => {
    const { out } = await run({ stack: ["production"], json: true });
    assert.equal(out.includes(process.cwd()), false);
  });

  it("lists bad input as errors", async () => {
    const { code, out, err } = await run({ kind: "secrets", json: true });
    const { errors, systems } = requirementsSchema.parse(JSON.parse(out));
    assert.deepEqual([code, err, systems], [2, "", []]);
    assert.deepEqual(
      errors.map(({ path, value, fix }) => [path, value, fix]),
      [["--kind", "secrets", "write secret"]],
    );
  });
});

describe("bad input of groundwork requirements", () => {
  const refused = async (options: Partial<RequirementsOptions>): Promise<string> => {
    const { code, out, err, steps } = await run(options);
    assert.deepEqual([code, out, steps], [2, "", []]);
    return err;
  };

  it("is one error that names the nearest system and kind, before anything is previewed", async () => {
    assert.equal(
      await refused({ system: "cdf-smarthub", kind: "infra" }),
      [
        "2 problems in the command line",
        "",
        '  --system  must be one of cdf-smart-hub, got "cdf-smarthub"',
        "            write cdf-smart-hub",
        "",
        "  --kind    must be one of infrastructure, edge, kubernetes, secret, database-bootstrap, monitoring,",
        '            alert, backup-dr, policy, delivery, runbook, organisational, got "infra"',
        "            write infrastructure",
        "",
      ].join("\n"),
    );
  });

  it("is refused with the known names where none is near", async () => {
    assert.match(
      await refused({ system: "zzz" }),
      /must be one of .*got "zzz"\n +name one of these/,
    );
  });

  it("is refused when a stack does not exist", async () => {
    assert.match(await refused({ stack: ["live"] }), /must be a stack of the project/);
  });

  it("is refused when no stack is of a system", async () => {
    assert.match(
      await refused({ stack: ["test/preview/fixtures/plain:production"] }),
      /--stack {2}must name a stack of a system/,
    );
  });

  it("is refused when the spec is wrong, with every problem", async () => {
    const set = ["database.multiAx=true", "keys.rotationDays=1"];
    assert.match(
      await refused({ stack: ["production"], set }),
      /^2 problems in stack production\n/,
    );
  });
});
