import {
  brokerClusterTls,
  brokerCustomerKey,
  brokerTlsOnly,
} from "../../../policies/rules/broker-encryption";
import type { Data } from "../../../policies/data";
import { unknown } from "../kit";
import { suite } from "../suite";

const type = "aws:msk/cluster:Cluster";
const key = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";
const inTransit = (encryptionInTransit: unknown): Data => ({
  encryptionInfo: { encryptionInTransit },
});

describe("broker-tls-only", () => {
  const rule = suite(brokerTlsOnly, type, inTransit({ clientBroker: "TLS", inCluster: true }));
  const path = "encryptionInfo.encryptionInTransit.clientBroker";
  rule.passes("passes a cluster that speaks TLS alone", {});
  rule.passes("passes when nothing is said, for AWS takes TLS then", { encryptionInfo: undefined });
  rule.fails(
    "fails when clients may go without",
    inTransit({ clientBroker: "TLS_PLAINTEXT" }),
    `${path} must be "TLS", got "TLS_PLAINTEXT"`,
  );
  rule.fails(
    "fails when there is no TLS at all",
    inTransit({ clientBroker: "PLAINTEXT" }),
    `${path} must be "TLS", got "PLAINTEXT"`,
  );
  rule.isUndecided("is undecided while that is not known", { encryptionInfo: unknown }, path);
});

describe("broker-cluster-tls", () => {
  const rule = suite(brokerClusterTls, type, inTransit({ inCluster: true }));
  const path = "encryptionInfo.encryptionInTransit.inCluster";
  rule.passes("passes brokers that speak TLS to each other", {});
  rule.passes("passes when nothing is said, for AWS encrypts then", { encryptionInfo: undefined });
  rule.fails(
    "fails when they do not",
    inTransit({ inCluster: false }),
    `${path} must not be false, got false`,
  );
  rule.isUndecided("is undecided while that is not known", inTransit({ inCluster: unknown }), path);
});

describe("broker-customer-key", () => {
  const withKey = (encryptionAtRestKmsKeyArn: unknown): Data => ({
    encryptionInfo: { encryptionAtRestKmsKeyArn },
  });
  const rule = suite(brokerCustomerKey, type, withKey(key));
  const path = "encryptionInfo.encryptionAtRestKmsKeyArn";
  rule.passes("passes a key of one's own", {});
  rule.passes("passes a key that is not known yet", withKey(unknown));
  rule.fails("fails when no key is named", { encryptionInfo: {} }, `${path} must be set`);
  rule.fails("fails when nothing is said", { encryptionInfo: undefined }, `${path} must be set`);
  rule.fails(
    "fails when the key is the one that AWS manages",
    withKey("arn:aws:kms:eu-west-1:123456789012:alias/aws/kafka"),
    `${path} must be a key of your own, got "arn:aws:kms:eu-west-1:123456789012:alias/aws/kafka"`,
  );
});
