import type { Problem } from "../problem";
import type { Broker } from "./broker-size";
import { sectionRule } from "./rule";

/** MSK's limit of users in a cluster. */
const mostUsers = 1000;

/**
 * Ways to prove who one is that MSK takes.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-update-security.html
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-password-limitations.html
 */
export const brokerAuthenticationRules = [
  sectionRule("broker", [], ({ authentication }) => someWay(authentication)),
  sectionRule("broker", [], ({ authentication }) => fewUsers(authentication)),
  sectionRule("broker", [], ({ authentication }) => someAuthority(authentication)),
];

type Authentication = Broker["authentication"];

function someWay({ iam, scram, tls }: Authentication): readonly Problem[] {
  if (iam || scram !== undefined || tls !== undefined) return [];
  return [
    {
      path: "broker.authentication",
      value: { iam },
      rule: "must name one way at least in which clients prove who they are",
      fix: "write iam: true, or add scram or tls",
    },
  ];
}

function fewUsers({ scram }: Authentication): readonly Problem[] {
  const users = Object.keys(scram?.users ?? {}).length;
  if (users <= mostUsers) return [];
  return [
    {
      path: "broker.authentication.scram.users",
      value: users,
      rule: `must be at most ${mostUsers}`,
      fix: "let clients share users, or use iam",
    },
  ];
}

function someAuthority({ tls }: Authentication): readonly Problem[] {
  if (tls === undefined || tls.certificateAuthorityArns.length > 0) return [];
  return [
    {
      path: "broker.authentication.tls.certificateAuthorityArns",
      value: [],
      rule: "must be one authority at least",
      fix: "add the ARN of one, or remove tls (null in overrides)",
    },
  ];
}
