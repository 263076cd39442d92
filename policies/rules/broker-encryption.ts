import { must, mustNotBe } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import type { Subject } from "../subject";
import { cluster } from "./broker-kind";
import { mustBeCustomerKey } from "./customer-key";

const types = [cluster];

export const brokerTlsOnly = resourceRule({
  id: "broker-tls-only",
  requires: "MSK brokers refuse clients without TLS.",
  why: "Otherwise a client that is set up wrongly sends its password and every message in the clear, and nobody notices.",
  fix: "Set encryptionInfo.encryptionInTransit.clientBroker to TLS, or leave it out for that.",
  severity: "high",
  standards: { checkov: ["CKV_AWS_81"] },
  types,
  exemptible: true,
  check: (broker) =>
    must(
      inTransit(broker).at("clientBroker"),
      'be "TLS"',
      (value) => value === undefined || value === "TLS",
    ),
});

export const brokerClusterTls = resourceRule({
  id: "broker-cluster-tls",
  requires: "MSK brokers encrypt what they send each other.",
  why: "Every message is copied between brokers in different zones. It cannot be switched on later: that takes a new cluster.",
  fix: "Set encryptionInfo.encryptionInTransit.inCluster to true, or leave it out for that.",
  severity: "high",
  standards: { securityHub: ["MSK.1"], checkov: ["CKV_AWS_81"] },
  types,
  exemptible: true,
  check: (broker) => mustNotBe(inTransit(broker).at("inCluster"), false),
});

export const brokerCustomerKey = resourceRule({
  id: "broker-customer-key",
  requires: "MSK clusters are encrypted with a KMS key of the account's own.",
  why: "The key that AWS manages grants every principal of the account and cannot be withdrawn.",
  fix: "Set encryptionInfo.encryptionAtRestKmsKeyArn to the ARN of an aws.kms.Key; it cannot be changed later without a new cluster.",
  severity: "medium",
  standards: { checkov: ["CKV_AWS_81"] },
  types,
  exemptible: true,
  check: (broker) => mustBeCustomerKey(broker.at("encryptionInfo").at("encryptionAtRestKmsKeyArn")),
});

function inTransit(broker: Subject): Property {
  return broker.at("encryptionInfo").at("encryptionInTransit");
}
