import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { policyDocument } from "../../policies/document";
import { rules } from "../../policies/pack";
import { policyIds } from "./kit";

describe("docs/policies.md", () => {
  const committed = readFileSync(join(__dirname, "../../docs/policies.md"), "utf8");

  it("is committed as it is generated", () => {
    assert.equal(committed, policyDocument());
  });

  it("has a section for every policy of the pack, in the pack's order, and no other", () => {
    const sections = [...committed.matchAll(/^###? ([a-z-]+)$/gm)].map(([, id]) => id);
    assert.deepEqual(sections, policyIds(rules));
  });

  it("says everything about a rule", () => {
    const start = committed.indexOf("## database-backups-kept");
    assert.equal(
      committed.slice(start, committed.indexOf("## database-certificate-current")),
      `## database-backups-kept

Automated backups of RDS instances and clusters reach back far enough.

**Why.** They are how far back a deletion or a corruption can be undone; AWS keeps none of an instance unless told to.

**Fix.** Set backupRetentionPeriod to that many days, at most 35.

- Severity: high
- Level: \`mandatory\` by default, \`mandatory\` in production, \`mandatory\` in staging
- Judges: \`aws:rds/instance:Instance\`, \`aws:rds/cluster:Cluster\`
- When: before each resource is created
- Same as: AWS Security Hub RDS.11, checkov CKV_AWS_133
- Exemptions: by configuration

| Setting | Decides | Range | Default | production | staging |
| --- | --- | --- | --- | --- | --- |
| \`minimumDays\` | Days that backups are kept at least. | 1 to 35 | \`7\` | \`30\` | \`7\` |

`,
    );
  });
});
