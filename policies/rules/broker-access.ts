import { all, type Judgement, pass } from "../judgement";
import { must, mustBe, mustNotBe, oneMust } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { cluster, serverlessCluster } from "./broker-kind";

export const brokerPrivate = resourceRule({
  id: "broker-private",
  requires: "MSK brokers have no public address.",
  why: "A public address leaves only a security group and a password between every message and the internet.",
  fix: "Set brokerNodeGroupInfo.connectivityInfo.publicAccess.type to DISABLED, or leave it out for that.",
  severity: "critical",
  standards: { securityHub: ["MSK.4"], checkov: ["CKV_AWS_291"] },
  types: [cluster],
  exemptible: true,
  check: (broker) => {
    const connectivity = broker.at("brokerNodeGroupInfo").at("connectivityInfo");
    return must(
      connectivity.at("publicAccess").at("type"),
      'be "DISABLED"',
      (value) => value === undefined || value === "DISABLED",
    );
  },
});

export const brokerAuthenticated = resourceRule({
  id: "broker-authenticated",
  requires: "MSK clusters let in only clients that say who they are.",
  why: "AWS lets in whoever reaches the port unless told how clients log in: then one compromised pod reads and writes every topic.",
  fix: "Set clientAuthentication.sasl.iam or sasl.scram to true or name the authorities of client certificates, and leave unauthenticated out.",
  severity: "high",
  standards: { securityHub: ["MSK.6"] },
  types: [cluster, serverlessCluster],
  exemptible: true,
  check: (broker) => {
    const authentication = broker.at("clientAuthentication");
    if (broker.type === serverlessCluster) {
      return mustBe(authentication.at("sasl").at("iam").at("enabled"), true);
    }
    return all(mustHaveOne(authentication), mustNotBe(authentication.at("unauthenticated"), true));
  },
});

function mustHaveOne(authentication: Property): Judgement {
  const sasl = authentication.at("sasl");
  const authorities = authentication.at("tls").at("certificateAuthorityArns");
  if (authorities.items.length > 0) return pass;
  return oneMust(
    [sasl.at("iam"), sasl.at("scram"), authorities],
    (value) => value === true,
    `${authentication.path} must have sasl.iam, sasl.scram or tls, but has none`,
  );
}
