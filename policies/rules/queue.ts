import { notApplicable } from "../judgement";
import { resourceRule } from "../rule";
import { mustBeCustomerKey } from "./customer-key";
import { mustNotAdmitEveryone } from "./everyone";

const type = "aws:sqs/queue:Queue";

export const queueEncrypted = resourceRule({
  id: "queue-encrypted",
  requires: "SQS queues are encrypted with a KMS key of the account's own.",
  why: "Messages are data and lie in the queue for up to two weeks. Under SQS's own key, whoever may receive them may read them.",
  fix: "Set kmsMasterKeyId to the ARN of an aws.kms.Key whose policy lets the senders use it.",
  severity: "medium",
  standards: { securityHub: ["SQS.1"], checkov: ["CKV_AWS_27", "CKV2_AWS_73"] },
  types: [type],
  exemptible: true,
  check: (queue) => mustBeCustomerKey(queue.at("kmsMasterKeyId")),
});

export const queuePolicyPrivate = resourceRule({
  id: "queue-policy-private",
  requires: "Policies of SQS queues let nobody in but those they name.",
  why: "Whoever may send can make the consumers work on what nobody ordered, whoever may receive takes messages away from them.",
  fix: "Name the services or roles in Principal, with a condition such as aws:SourceArn.",
  severity: "high",
  standards: { securityHub: ["SQS.3"], checkov: ["CKV_AWS_168"] },
  types: [type, "aws:sqs/queuePolicy:QueuePolicy"],
  exemptible: true,
  check: (queue) => {
    const policy = queue.at("policy");
    return policy.isSet
      ? mustNotAdmitEveryone(policy)
      : notApplicable("a queue without a policy lets in the account alone");
  },
});
