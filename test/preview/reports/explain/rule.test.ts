import assert from "node:assert/strict";
import { pass } from "@groundwork/policies/judgement";
import { resourceRule, stackRule } from "@groundwork/policies/rule";
import { explainRule } from "../../../../preview/reports/explain/rule";
import { alarm, instance, key, previewed, rowOf, verdictOn } from "../../explain/previewed";
import { resource } from "../../requirements/stack";
import { page } from "./page";

const facts = {
  id: "database-backups-kept",
  requires: "Backups of a database reach back far enough.",
  why: "They are how far back a deletion can be undone.",
  fix: "Set backupRetentionPeriod to that many days.",
  severity: "high",
  types: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"],
  check: () => pass,
} as const;
const standards = { securityHub: ["RDS.11"], checkov: ["CKV_AWS_133"] };
const rule = resourceRule({ ...facts, standards, exemptible: true });
const { id } = rule;
const configured = (level: "mandatory" | "disabled", minimumDays: number) =>
  new Map([[id, { level, settings: { minimumDays }, exemptions: [] }]]);

describe("the explanation of a rule", () => {
  it("has what it asks for, and on each stack how it is set and what it judged, the worst first", () => {
    const production = previewed({
      configuration: configured("mandatory", 30),
      verdicts: [
        verdictOn(instance, { rule: id, verdict: "pass" }),
        verdictOn(alarm, { rule: "another-rule", verdict: "fail", message: "no" }),
        verdictOn(key, { rule: id, verdict: "fail", message: "must be 30 days or more, got 7" }),
        verdictOn(alarm, { rule: id, verdict: "notApplicable", message: "it is no database" }),
      ],
      rows: [
        rowOf("cdf-db-backups", [{ rule: id }]),
        rowOf("cdf-other", [{ rule: "another-rule" }]),
      ],
    });
    const staging = previewed({ stack: "staging", configuration: configured("disabled", 7) });
    assert.deepEqual(explainRule(rule, [production, staging], page).split("\n"), [
      "database-backups-kept  rule of the policy pack",
      "",
      "  Backups of a database reach back far enough.",
      "",
      "  why           They are how far back a deletion can be undone.",
      "  fix           Set backupRetentionPeriod to that many days.",
      "  severity      high",
      "  same as       AWS Security Hub RDS.11, checkov CKV_AWS_133",
      "  judges        aws:rds/instance:Instance, aws:rds/cluster:Cluster; before each",
      "                is created",
      "  exemptions    by configuration",
      "  proves        cdf-db-backups",
      "",
      "  production  mandatory  minimumDays 30",
      "    failed          keys-data                aws:kms/key:Key: must be 30 days or",
      "                                             more, got 7",
      "    passed          database                 aws:rds/instance:Instance",
      "    not applicable  monitoring-database-cpu  aws:cloudwatch/metricAlarm:MetricAlarm:",
      "                                             it is no database",
      "",
      "  staging  disabled: it judges nothing  minimumDays 7",
    ]);
  });

  it("says that it judged nothing, and what it does without", () => {
    const bare = stackRule({ ...facts, exemptible: false, standards: {} });
    const stack = previewed({
      configuration: new Map([[id, { level: "advisory", settings: {}, exemptions: [] }]]),
    });
    assert.deepEqual(explainRule(bare, [stack], page).split("\n").slice(4), [
      "  why           They are how far back a deletion can be undone.",
      "  fix           Set backupRetentionPeriod to that many days.",
      "  severity      high",
      "  judges        aws:rds/instance:Instance, aws:rds/cluster:Cluster; in the whole",
      "                stack",
      "  exemptions    none",
      "",
      "  production  advisory",
      "    no resource of its types",
    ]);
  });

  it("shows the first of many resources, and all in full", () => {
    const many = Array.from({ length: 14 }, (_, index) =>
      resource({ type: "aws:rds/instance:Instance", name: `db-${String(index).padStart(2, "0")}` }),
    );
    const stack = previewed({
      resources: many,
      configuration: configured("mandatory", 30),
      verdicts: many.map((one) => verdictOn(one, { rule: id, verdict: "pass" })),
    });
    const lines = explainRule(rule, [stack], page).split("\n");
    assert.deepEqual(lines.slice(-2), [
      "    passed  db-09  aws:rds/instance:Instance",
      "                   and 4 more (--full)",
    ]);
    const all = explainRule(rule, [stack], { ...page, full: true }).split("\n");
    assert.equal(all.length, lines.length + 3);
  });
});
