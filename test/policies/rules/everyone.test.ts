import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { fail, type Judgement, pass, undecided } from "../../../policies/judgement";
import { Property } from "../../../policies/property";
import { mustNotAdmitEveryone } from "../../../policies/rules/everyone";
import { unknown } from "../kit";

const proxy = unknownCheckingProxy as unknown as (inputs: object) => object;

function policyOf(policy: object): Property {
  return Property.root(proxy({ policy }), undefined).at("policy");
}

describe("mustNotAdmitEveryone", () => {
  const judge = (statement: object): Judgement =>
    mustNotAdmitEveryone(policyOf({ Statement: [{ Effect: "Allow", ...statement }] }));
  const everyone = (path: string): Judgement =>
    fail(
      `policy.Statement[0].${path} must not be everyone without a condition on who asks, got "*"`,
    );

  it("passes an account and a service", () => {
    const Principal = { AWS: "arn:aws:iam::123456789012:root", Service: "sns.amazonaws.com" };
    assert.deepEqual(judge({ Principal }), pass);
  });

  it("passes everyone who is refused something", () => {
    assert.deepEqual(judge({ Effect: "Deny", Principal: "*" }), pass);
  });

  it("fails when everyone is let in", () => {
    assert.deepEqual(judge({ Principal: "*" }), everyone("Principal"));
    assert.deepEqual(judge({ Principal: { AWS: "*" } }), everyone("Principal.AWS"));
    assert.deepEqual(
      judge({ Principal: { AWS: ["123456789012", "*"] } }),
      everyone("Principal.AWS[1]"),
    );
  });

  it("fails when everyone but some is let in", () => {
    assert.deepEqual(
      judge({ NotPrincipal: { AWS: "123456789012" } }),
      fail("policy.Statement[0].NotPrincipal must not be used to allow: it admits everyone else"),
    );
  });

  it("is undecided while a principal is not known", () => {
    assert.deepEqual(
      judge({ Principal: { AWS: unknown } }),
      undecided("policy.Statement[0].Principal.AWS"),
    );
  });

  it("is undecided while a condition on everyone is not known", () => {
    assert.deepEqual(
      judge({ Principal: "*", Condition: unknown }),
      undecided("policy.Statement[0].Condition"),
    );
    assert.deepEqual(
      judge({ Principal: "*", Condition: { Bool: { a: "b" }, StringEquals: unknown } }),
      undecided("policy.Statement[0].Condition.StringEquals"),
    );
  });

  const narrow: readonly [operator: string, key: string, value: unknown][] = [
    ["StringEquals", "aws:SourceAccount", "123456789012"],
    ["StringEquals", "AWS:SourceOwner", "123456789012"],
    ["StringEquals", "aws:PrincipalAccount", 123456789012],
    ["StringEquals", "aws:PrincipalOrgID", unknown],
    ["ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-a1b2c3d4e5/*"],
    ["ArnLike", "aws:SourceArn", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*"],
    ["ArnLike", "aws:SourceArn", "arn:aws:s3:::example-bucket"],
    ["IpAddress", "aws:SourceIp", ["203.0.113.0/24", "198.51.100.7"]],
    ["StringEquals", "aws:SourceVpce", "vpce-0123456789abcdef0"],
  ];
  for (const [operator, key, value] of narrow) {
    it(`passes everyone whose ${key} is ${JSON.stringify(value)} by ${operator}`, () => {
      const statement = { Principal: "*", Condition: { [operator]: { [key]: value } } };
      assert.deepEqual(judge(statement), pass);
    });
  }

  const wide: readonly [operator: string, key: string, value: unknown][] = [
    ["Bool", "aws:SecureTransport", "true"],
    ["StringEquals", "kms:ViaService", "rds.eu-west-1.amazonaws.com"],
    ["StringNotEquals", "aws:SourceAccount", "123456789012"],
    ["StringEqualsIfExists", "aws:PrincipalOrgID", "o-a1b2c3d4e5"],
    ["ForAllValues:StringEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5"],
    ["StringLike", "aws:SourceAccount", "*"],
    ["StringLike", "aws:SourceAccount", ["123456789012", "?23456789012"]],
    ["ArnLike", "aws:SourceArn", "arn:aws:iam::*:role/deploy"],
    ["ArnLike", "aws:SourceArn", "arn:*"],
    ["IpAddress", "aws:SourceIp", "0.0.0.0/0"],
    ["IpAddress", "aws:SourceIp", ["203.0.113.0/24", "::/0"]],
  ];
  for (const [operator, key, value] of wide) {
    it(`fails when everyone may whose ${key} is ${JSON.stringify(value)} by ${operator}`, () => {
      assert.deepEqual(
        judge({ Principal: "*", Condition: { [operator]: { [key]: value } } }),
        everyone("Principal"),
      );
    });
  }
});
