import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { fail, type Judgement, pass, undecided } from "../../../policies/judgement";
import { Property } from "../../../policies/property";
import { mustRefuseWithoutTls } from "../../../policies/rules/tls-policy";
import { unknown } from "../kit";

const proxy = unknownCheckingProxy as unknown as (inputs: object) => object;

const arn = "arn:aws:s3:::shop-documents";
const statement = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [arn, `${arn}/*`],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};

function judge(...statements: readonly object[]): Judgement {
  const inputs = proxy({ policy: { Version: "2012-10-17", Statement: statements } });
  return mustRefuseWithoutTls(Property.root(inputs, undefined).at("policy"));
}

const refused = fail("policy must refuse every request without TLS, but does not");
const path = "policy.Statement[0]";

describe("mustRefuseWithoutTls", () => {
  it("passes a policy that refuses it, among other statements", () => {
    const allowed = {
      Effect: "Allow",
      Principal: { AWS: "123456789012" },
      Action: "s3:*",
      Resource: "*",
    };
    assert.deepEqual(judge(allowed, statement), pass);
  });

  const enough: readonly [title: string, change: object][] = [
    ["everyone of AWS", { Principal: { AWS: "*" } }],
    ["every action", { Action: ["*"] }],
    ["all resources", { Resource: "*" }],
    ["one pattern for bucket and objects", { Resource: `${arn}*` }],
    ["requests that do not say", { Condition: { BoolIfExists: { "AWS:securetransport": false } } }],
  ];
  for (const [title, change] of enough) {
    it(`passes when it refuses ${title}`, () => {
      assert.deepEqual(judge({ ...statement, ...change }), pass);
    });
  }

  const little: readonly [title: string, change: object][] = [
    ["it allows", { Effect: "Allow" }],
    ["it refuses some", { Principal: { AWS: "arn:aws:iam::123456789012:root" } }],
    ["it refuses all but some", { Principal: undefined, NotPrincipal: { AWS: "123456789012" } }],
    ["it refuses some actions", { Action: ["s3:GetObject", "s3:Put*"] }],
    ["it refuses all but some actions", { Action: undefined, NotAction: "s3:GetObject" }],
    ["it is about the bucket alone", { Resource: arn }],
    ["it is about objects alone", { Resource: `${arn}/*` }],
    ["it is about one object", { Resource: [arn, `${arn}/terms.pdf`] }],
    ["it has no condition", { Condition: undefined }],
    ["it refuses TLS", { Condition: { Bool: { "aws:SecureTransport": "true" } } }],
    ["its condition is another", { Condition: { Bool: { "aws:ViaAWSService": "false" } } }],
    [
      "its condition compares in another way",
      { Condition: { StringLike: { "aws:SecureTransport": "false" } } },
    ],
    [
      "a second condition narrows it",
      {
        Condition: {
          Bool: { "aws:SecureTransport": "false" },
          StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
        },
      },
    ],
  ];
  for (const [title, change] of little) {
    it(`fails when ${title}`, () => {
      assert.deepEqual(judge({ ...statement, ...change }), refused);
    });
  }

  it("fails when there is no statement", () => {
    assert.deepEqual(judge(), refused);
  });

  const open: readonly [key: string, change: object, value: string][] = [
    ["effect", { Effect: unknown }, `${path}.Effect`],
    ["principal", { Principal: { AWS: unknown } }, `${path}.Principal.AWS`],
    ["action", { Action: [unknown] }, `${path}.Action[0]`],
    ["condition", { Condition: unknown }, `${path}.Condition`],
    [
      "condition's value",
      { Condition: { Bool: { "aws:SecureTransport": unknown } } },
      `${path}.Condition.Bool.aws:SecureTransport`,
    ],
  ];
  for (const [key, change, value] of open) {
    it(`is undecided while the ${key} is not known`, () => {
      assert.deepEqual(judge({ ...statement, ...change }), undecided(value));
    });
  }

  it("is undecided while the resources are not known", () => {
    const values = [`${path}.Resource[0]`, `${path}.Resource[1]`];
    assert.deepEqual(
      judge({ ...statement, Resource: [unknown, unknown] }),
      undecided(...values, ...values),
    );
  });

  it("is undecided while the policy is not known", () => {
    const inputs = proxy({ policy: unknown });
    const policy = Property.root(inputs, undefined).at("policy");
    assert.deepEqual(mustRefuseWithoutTls(policy), undecided("policy"));
  });
});
