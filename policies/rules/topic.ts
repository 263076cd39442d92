import { notApplicable } from "../judgement";
import { resourceRule } from "../rule";
import { mustBeCustomerKey } from "./customer-key";
import { mustNotAdmitEveryone } from "./everyone";

const type = "aws:sns/topic:Topic";

export const topicEncrypted = resourceRule({
  id: "topic-encrypted",
  requires: "SNS topics are encrypted with a KMS key of the account's own.",
  why: "Notices name systems, people and faults, and lie in the queue until each subscriber has them. AWS's own key cannot be granted to its services: alarms to such a topic are lost without a word.",
  fix: "Set kmsMasterKeyId to the ARN of an aws.kms.Key whose policy lets the publishers use it.",
  severity: "medium",
  standards: { securityHub: ["SNS.1"], checkov: ["CKV_AWS_26"] },
  types: [type],
  exemptible: true,
  check: (topic) => mustBeCustomerKey(topic.at("kmsMasterKeyId")),
});

export const topicPolicyPrivate = resourceRule({
  id: "topic-policy-private",
  requires: "Policies of SNS topics let nobody in but those they name.",
  why: "Whoever may publish can raise false alarms, whoever may subscribe reads the true ones.",
  fix: "Name the services or roles in Principal, with a condition such as aws:SourceAccount.",
  severity: "high",
  standards: { securityHub: ["SNS.4"], checkov: ["CKV_AWS_169"] },
  types: [type, "aws:sns/topicPolicy:TopicPolicy"],
  exemptible: true,
  check: (topic) => {
    const policy = topic.at("policy");
    return policy.isSet
      ? mustNotAdmitEveryone(policy)
      : notApplicable("AWS's own policy lets in the account alone");
  },
});
