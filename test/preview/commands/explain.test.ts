import assert from "node:assert/strict";
import { explain, type ExplainOptions } from "../../../preview/commands/explain";
import { previewOnce } from "../../support/preview-once";
import { ran, type Ran } from "./io";

const defaults: ExplainOptions = { stack: [], set: [], full: false };

function run(name: string, options: Partial<ExplainOptions> = {}): Promise<Ran> {
  return ran((io) => explain(name, { ...defaults, ...options }, io, previewOnce));
}

const plain = { stack: ["test/preview/fixtures/plain:production"] };

const instance = "aws:rds/instance:Instance";
const urn = `urn:pulumi:production::cdf-smart-hub::groundwork:platform:Database$${instance}::database`;

describe("groundwork explain", () => {
  it("goes from a requirement to what proves it", async () => {
    const { code, out, err } = await run("cdf-db-iops");
    assert.deepEqual([code, err], [0, ""]);
    assert.equal(
      out,
      [
        "cdf-db-iops  requirement of CDF Smart Hub",
        "",
        "  Provisioned IOPS 10,000+; CLI --storage-type io1 --iops 10000.",
        "",
        "  kind          infrastructure",
        "  guide         000_36be63aea179a9ba.txt, lines 72 and 166-167",
        "",
        "  production  proved",
        "    holds  rds instance with replicateSourceDb left out",
        "           database  aws:rds/instance:Instance",
        `             ${urn}`,
        "             storageType  io1 (one of io1, io2)",
        "             iops         10000 (at least 10000)",
        "",
        "  staging  does not apply",
        "    it is about production alone",
        "",
      ].join("\n"),
    );
  });

  it("says why a requirement is not met, and still answers 0", async () => {
    const options = { stack: ["production"], set: ["database.multiAz=false"] };
    const { code, out } = await run("cdf-db-multi-az", options);
    assert.equal(code, 0);
    assert.match(out, /^ {2}production {2}failing$/m);
    assert.match(out, /^ +multiAz must be true, got false$/m);
  });

  it("goes from a rule to what it judged and proves", async () => {
    const { code, out } = await run("database-multi-az");
    assert.equal(code, 0);
    assert.match(out, /^ {2}proves +cdf-db-multi-az$/m);
    assert.match(
      out,
      /^ {2}production {2}mandatory\n {4}passed +database {2}aws:rds\/instance:Instance$/m,
    );
    assert.match(out, /^ {2}staging {2}disabled: it judges nothing$/m);
  });

  it("goes from a resource to its rules and requirements", async () => {
    const { code, out } = await run(`${instance}::database`);
    assert.equal(code, 0);
    assert.match(out, /^database {2}aws:rds\/instance:Instance in production$/m);
    assert.match(out, /^ {2}made at +components\/database\/primary\.ts:\d+$/m);
    assert.match(out, /^ +multiAz +true \(spec database\.multiAz\)$/m);
    assert.match(out, /^ +kmsKeyId +a value not known yet \(from kms key keys-data\)$/m);
    assert.match(out, /^ {2}options +protected; /m);
    assert.match(out, /^ +passed +database-multi-az$/m);
    assert.match(out, /^ +proved +cdf-db-multi-az$/m);
  });

  it("shows a component where it has the name of a resource", async () => {
    const { out } = await run("database", { stack: ["production"] });
    assert.match(out, /^database {2}groundwork:platform:Database in production$/m);
    assert.match(out, /^ +database\.multiAz +true$/m);
  });

  it("shows a resource of every stack", async () => {
    const { out } = await run(`${instance}::database`);
    const headings = out.split("\n").filter((line) => line.startsWith("database  "));
    assert.deepEqual(headings, [
      "database  aws:rds/instance:Instance in production",
      "database  aws:rds/instance:Instance in staging",
    ]);
  });

  it("previews no other stack than that of a URN", async () => {
    const { code, steps } = await run(urn);
    assert.equal(code, 0);
    assert.deepEqual(
      steps.filter((step) => !step.startsWith("production: ")),
      [],
    );
  });

  it("says of a value that is not known what it is made from", async () => {
    const { out } = await run(
      "aws:secretsmanager/secretVersion:SecretVersion::secrets-jwt-secrets",
      {
        stack: ["production"],
      },
    );
    assert.match(out, /^ +secretString +a value not known yet \(from random bytes\n/m);
    assert.match(
      out,
      /^ +undecided +secret-values-encrypted +not known until deployed: secretString$/m,
    );
  });

  it("explains programs that are none of this project's", async () => {
    const { code, out } = await run("aws:ec2/vpc:Vpc::plain", plain);
    assert.equal(code, 0);
    assert.match(out, /^plain {2}aws:ec2\/vpc:Vpc in production$/m);
  });
});

describe("bad input of groundwork explain", () => {
  it("is one error that names the nearest of each sort", async () => {
    const { code, out, err } = await run("database-multi-as", plain);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(
      err,
      /^1 problem in the command line\n\n {2}database-multi-as {2}must be a requirement,/,
    );
    assert.match(err, /\n +write database-multi-az \(rule\)/);
  });

  it("is refused when the name is that of several resources", async () => {
    const { code, err } = await run("plain", plain);
    assert.equal(code, 2);
    assert.match(
      err,
      /write aws:ec2\/internetGateway:InternetGateway::plain or aws:ec2\/vpc:Vpc::plain/,
    );
  });

  it("is refused when the spec is wrong, before anything is previewed", async () => {
    const { code, err, steps } = await run("database", {
      ...{ stack: ["production"], set: ["database.multiAx=true"] },
    });
    assert.deepEqual([code, steps], [2, []]);
    assert.match(err, /^1 problem in stack production\n/);
  });

  it("is refused when the program fails, saying where", async () => {
    const { code, out, err } = await run("database-encrypted", {
      stack: ["test/preview/fixtures/plain:failing"],
    });
    assert.deepEqual([code, out], [2, ""]);
    assert.equal(
      err,
      "The program of failing failed: there is no such zone\n  at        index.ts:6\n",
    );
  });
});
