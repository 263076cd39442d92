import { broker } from "./sound-broker";
import { accepts, refuses } from "./table";

const at = "broker.authentication";
const authority =
  "arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/12345678-1234-1234-1234-123456789012";

function users(names: readonly string[]): object {
  const all = Object.fromEntries(names.map((name) => [name, {}]));
  return broker({ authentication: { scram: { users: all } } });
}

function numbered(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `u${index.toString()}`);
}

function authorities(...certificateAuthorityArns: readonly string[]): object {
  return broker({ authentication: { tls: { certificateAuthorityArns } } });
}

const userName =
  "must have as its name a user's name: letters, digits and _ . @ -, a letter or digit first, at most 64";

describe("preflight of the broker's clients", () => {
  refuses([
    [
      "nobody can prove who one is",
      broker({ authentication: { iam: false } }),
      {
        path: at,
        value: { iam: false },
        rule: "must name one way at least in which clients prove who they are",
        fix: "write iam: true, or add scram or tls",
      },
    ],
    [
      "there are more users than MSK takes",
      users(numbered(1001)),
      {
        path: `${at}.scram.users`,
        value: 1001,
        rule: "must be at most 1000",
        fix: "let clients share users, or use iam",
      },
    ],
    [
      "certificates of no authority are accepted",
      authorities(),
      {
        path: `${at}.tls.certificateAuthorityArns`,
        value: [],
        rule: "must be one authority at least",
        fix: "add the ARN of one, or remove tls (null in overrides)",
      },
    ],
    [
      "an authority is no ARN",
      authorities("ours"),
      {
        path: `${at}.tls.certificateAuthorityArns[0]`,
        value: "ours",
        rule: "must be the ARN of an authority of ACM Private CA",
        fix: "correct it",
      },
    ],
    [
      "a user's name has a space",
      users(["a b"]),
      { path: `${at}.scram.users["a b"]`, rule: userName, fix: "rename it" },
    ],
  ]);
  accepts([
    ["users beside IAM", users(["orders", "billing.eu", "a@b_c-d", "u".repeat(64)])],
    ["as many users as MSK takes", users(numbered(1000))],
    ["users without IAM", broker({ authentication: { iam: false, scram: { users: {} } } })],
    [
      "certificates without IAM",
      broker({ authentication: { iam: false, tls: { certificateAuthorityArns: [authority] } } }),
    ],
    ["certificates beside IAM", authorities(authority)],
  ]);
});
