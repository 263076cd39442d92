import { all, fail, type Judgement, pass, undecided } from "../judgement";
import { must, mustBe, mustNotBe } from "../must";
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
    const { sasl, tls } = { sasl: authentication.at("sasl"), tls: authentication.at("tls") };
    if (broker.type === serverlessCluster) return mustBe(sasl.at("iam").at("enabled"), true);
    const ways = [sasl.at("iam"), sasl.at("scram"), tls.at("certificateAuthorityArns")];
    return all(
      mustHaveOne(authentication, ways),
      mustNotBe(authentication.at("unauthenticated"), true),
    );
  },
});

function mustHaveOne(authentication: Property, ways: readonly Property[]): Judgement {
  if (ways.some(({ value, items }) => value === true || items.length > 0)) return pass;
  const unknown = ways.filter(({ isUnknown }) => isUnknown);
  if (unknown.length > 0) return undecided(...unknown.map(({ path }) => path));
  return fail(`${authentication.path} must have sasl.iam, sasl.scram or tls, but has none`);
}
