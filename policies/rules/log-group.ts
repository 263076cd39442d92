import { notApplicable } from "../judgement";
import { given, mustBeAtLeast } from "../must";
import { resourceRule } from "../rule";
import { mustBeCustomerKey } from "./customer-key";

const types = ["aws:cloudwatch/logGroup:LogGroup"];

export const logGroupRetentionSet = resourceRule({
  id: "log-group-retention-set",
  requires: "CloudWatch log groups keep events for a set time that is long enough.",
  why: "A group without one keeps everything for ever, which nobody decided and somebody pays for; a short one loses what an investigation needs.",
  fix: "Set retentionInDays to a period that CloudWatch Logs offers; 0 means for ever.",
  severity: "medium",
  standards: { securityHub: ["CloudWatch.16"], checkov: ["CKV_AWS_66"] },
  types,
  settings: {
    minimumDays: {
      kind: "integer",
      description: "Days that log events are kept at least.",
      minimum: 1,
      maximum: 3653,
      default: 30,
      stricter: "higher",
    },
  },
  exemptible: true,
  check: (group, { minimumDays }) => {
    const logClass = group.at("logGroupClass");
    if (logClass.value === "DELIVERY") {
      return notApplicable("AWS keeps events of the class DELIVERY for two days, whatever is set");
    }
    const floor = { minimum: minimumDays, unit: "days" };
    return given(logClass, mustBeAtLeast(group.at("retentionInDays"), floor));
  },
});

export const logGroupCustomerKey = resourceRule({
  id: "log-group-customer-key",
  requires: "CloudWatch log groups are encrypted with a KMS key of the account's own.",
  why: "Logs hold more than was meant to be in them; a key of one's own says who may read them, and its use is on record.",
  fix: "Set kmsKeyId to the ARN of an aws.kms.Key whose policy lets CloudWatch Logs use it.",
  severity: "medium",
  standards: { checkov: ["CKV_AWS_158"] },
  types,
  exemptible: true,
  check: (group) => mustBeCustomerKey(group.at("kmsKeyId")),
});
