import assert from "node:assert/strict";
import { explainComponent } from "../../../../preview/reports/explain/component";
import { explainResource } from "../../../../preview/reports/explain/resource";
import {
  alarm,
  component,
  instance,
  key,
  previewed,
  rowOf,
  verdictOn,
} from "../../explain/previewed";
import { resource, rule } from "../../requirements/stack";
import { page } from "./page";

const encrypted = "database-encrypted";
const stack = previewed({
  spec: { database: { multiAz: true, storage: { iops: 10000, type: "io1" } } },
  rules: [rule({ id: encrypted, passed: 1 })],
  verdicts: [
    verdictOn(instance, { rule: encrypted, verdict: "pass" }),
    verdictOn(instance, {
      rule: "database-multi-az",
      verdict: "fail",
      message: "multiAz must be true, got false, which leaves the database without a standby",
    }),
    verdictOn(instance, { rule: "database-tls", verdict: "undecided", message: "not known" }),
    verdictOn(instance, { rule: "database-copy", verdict: "notApplicable", message: "no copy" }),
    verdictOn(instance, {
      ...{ rule: "database-private", verdict: "exempt", message: "must be private" },
      exemption: {
        ...{ resource: "database", reason: "a migration", owner: "data team" },
        expires: "2027-01-31",
      },
    }),
    verdictOn(key, { rule: encrypted, verdict: "pass" }),
  ],
  rows: [
    rowOf("cdf-encryption", [{ rule: encrypted }]),
    rowOf("cdf-db-iops", [{ resource: instance.type, expect: { iops: { atLeast: 20000 } } }]),
    rowOf("cdf-elsewhere", [{ resource: key.type }]),
  ],
});

describe("the explanation of a resource", () => {
  it("has what it is, where it is made, its neighbours, what judges it and what it proves", () => {
    const text = explainResource({ stack, resource: instance }, page);
    assert.deepEqual(text.split("\n"), [
      "database  aws:rds/instance:Instance in production",
      "",
      `  urn           ${instance.urn}`,
      "  component     groundwork:platform:Database::database",
      "  made at       components/database.ts:25",
      "  options       protected; ignores changes of password; timeouts create 2h",
      "  inputs        allocatedStorage     500",
      "                iops                 10000 (spec database.storage.iops)",
      "                kmsKeyId             a value not known yet (from kms key",
      "                                     keys-data)",
      "                multiAz              true (spec database.multiAz)",
      "                password             a secret",
      "                tagsAll.Environment  Production",
      "  depends on    kms key keys-data  kmsKeyId",
      "  needed by     cloudwatch metric alarm monitoring-database-cpu",
      "  rules         failed          database-multi-az   multiAz must be true, got",
      "                                                    false, which leaves the",
      "                                                    database without a standby",
      "                undecided       database-tls        not known",
      "                exempt          database-private    must be private; exempt",
      "                                                    until 2027-01-31: a",
      "                                                    migration (data team)",
      "                passed          database-encrypted",
      "                not applicable  database-copy       no copy",
      "  requirements  failing  cdf-db-iops",
      "                proved   cdf-encryption  by rule database-encrypted",
    ]);
  });

  it("leaves out what there is nothing of", () => {
    const text = explainResource({ stack, resource: { ...alarm, dependencies: [] } }, page);
    assert.deepEqual(text.split("\n"), [
      "monitoring-database-cpu  aws:cloudwatch/metricAlarm:MetricAlarm in production",
      "",
      `  urn           ${alarm.urn}`,
    ]);
  });
});

describe("the explanation of a component", () => {
  it("has its part of the spec, its resources, what is around it, what judges and needs it", () => {
    const text = explainComponent({ stack, resource: component }, page);
    assert.deepEqual(text.split("\n"), [
      "database  groundwork:platform:Database in production",
      "",
      `  urn           ${component.urn}`,
      "  made at       platform.ts:40",
      "  spec          database.multiAz       true",
      "                database.storage.iops  10000",
      "                database.storage.type  io1",
      "  resources     aws:rds/instance:Instance::database  protected",
      "  depends on    keys",
      "  needed by     monitoring",
      "  rules         1 failed, 1 undecided, 1 exempt, 1 passed, 1 not applicable",
      "                failed     database-multi-az  database: multiAz must be true,",
      "                                              got false, which leaves the",
      "                                              database without a standby",
      "                undecided  database-tls       database: not known",
      "                exempt     database-private   database: must be private; exempt",
      "                                              until 2027-01-31: a migration",
      "                                              (data team)",
      "  requirements  failing  cdf-db-iops",
      "                proved   cdf-encryption  by rule database-encrypted",
    ]);
  });

  it("counts its resources by type where there are many, and names them in full", () => {
    const type = "aws:ec2/subnet:Subnet";
    const subnets = Array.from({ length: 13 }, (_, index) =>
      resource({ type, name: `subnet-${String(index).padStart(2, "0")}`, parent: component.urn }),
    );
    const many = previewed({ resources: [component, instance, ...subnets] });
    const explain = (full: boolean) =>
      explainComponent({ stack: many, resource: component }, { ...page, full }).split("\n");
    assert.deepEqual(explain(false).slice(4), [
      "  resources     14 resources (--full names them)",
      "                aws:rds/instance:Instance  1",
      "                aws:ec2/subnet:Subnet      13",
    ]);
    assert.deepEqual(explain(true).slice(4, 6), [
      "  resources     aws:rds/instance:Instance::database  protected",
      "                aws:ec2/subnet:Subnet::subnet-00",
    ]);
  });
});

describe("a long value", () => {
  const policy = JSON.stringify({ Statement: ["x".repeat(100)] });
  const explain = (full: boolean) => {
    const given = { ...alarm, dependencies: [], inputs: { policy } };
    return explainResource({ stack, resource: given }, { ...page, full }).split("\n");
  };

  it("is cut off at the width", () => {
    const room = page.width - "                policy  ".length;
    assert.equal(explain(false)[3], `  inputs        policy  ${policy.slice(0, room - 3)}...`);
  });

  it("is whole in full", () => {
    assert.equal(explain(true)[3], `  inputs        policy  ${policy}`);
  });
});
