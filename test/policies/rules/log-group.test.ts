import { logGroupCustomerKey, logGroupRetentionSet } from "../../../policies/rules/log-group";
import { unknown } from "../kit";
import { suite } from "../suite";

const type = "aws:cloudwatch/logGroup:LogGroup";

describe("log-group-retention-set", () => {
  const rule = suite(logGroupRetentionSet, type, { retentionInDays: 30 });
  rule.passes("passes 30 days", {});
  rule.fails(
    "fails when it is less",
    { retentionInDays: 14 },
    "retentionInDays must be at least 30 days, got 14",
  );
  rule.fails(
    "fails when events are kept for ever",
    { retentionInDays: 0 },
    "retentionInDays must be at least 30 days, got 0",
  );
  rule.fails(
    "fails when nothing is said, for they are kept for ever then",
    { retentionInDays: undefined },
    "retentionInDays must be at least 30 days, but is not set",
  );
  rule.isUndecided(
    "is undecided while the days are not known",
    { retentionInDays: unknown },
    "retentionInDays",
  );
  rule.doesNotApply(
    "does not apply to the class whose retention AWS sets",
    { logGroupClass: "DELIVERY", retentionInDays: undefined },
    "AWS keeps events of the class DELIVERY for two days, whatever is set",
  );
  rule.isUndecided(
    "is undecided on too few days while the class is not known",
    { logGroupClass: unknown, retentionInDays: 1 },
    "logGroupClass",
  );
});

describe("log-group-retention-set, configured to a year", () => {
  const rule = suite(logGroupRetentionSet, type, { retentionInDays: 365 }, { minimumDays: 365 });
  rule.passes("passes a year", {});
  rule.fails(
    "fails when it is less",
    { retentionInDays: 180 },
    "retentionInDays must be at least 365 days, got 180",
  );
});

describe("log-group-customer-key", () => {
  const rule = suite(logGroupCustomerKey, type, { kmsKeyId: unknown });
  rule.passes("passes a key that is not known yet", {});
  rule.fails("fails when no key is named", { kmsKeyId: undefined }, "kmsKeyId must be set");
});
