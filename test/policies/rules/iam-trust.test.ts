import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import { iamRoleTrustLimited } from "../../../policies/rules/iam-trust";
import { judge, resource, type Resource, root, unknown } from "../kit";

const type = "aws:iam/role:Role";
const provider = resource(
  "pulumi:providers:aws",
  { allowedAccountIds: '["123456789012"]' },
  { name: "aws" },
);

/** A role that lets somebody take it on. */
function trusting(statement: Data): Resource {
  const Statement = [{ Effect: "Allow", Action: "sts:AssumeRole", ...statement }];
  return resource(type, { assumeRolePolicy: JSON.stringify({ Statement }) }, { name: "orders" });
}

async function verdictOn(
  role: Resource,
  stack: readonly Resource[] = [provider],
  settings: Data = {},
): Promise<unknown> {
  const configuration = { "iam-role-trust-limited": settings };
  const { verdicts } = await judge([iamRoleTrustLimited], [root, ...stack, role], {
    configuration,
  });
  return verdicts.map(({ verdict, message }) => [verdict, message]);
}

const passes = [["pass", undefined]];
const path = "assumeRolePolicy.Statement[0].Principal";

describe("iam-role-trust-limited", () => {
  it("passes a service", async () => {
    const Principal = { Service: "ec2.amazonaws.com" };
    assert.deepEqual(await verdictOn(trusting({ Principal })), passes);
  });

  it("fails when everyone may take it on", async () => {
    assert.deepEqual(await verdictOn(trusting({ Principal: { AWS: "*" } })), [
      ["fail", `${path}.AWS must not be everyone without a condition on who asks, got "*"`],
    ]);
  });

  it("passes everyone of an organization", async () => {
    const Condition = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
    assert.deepEqual(await verdictOn(trusting({ Principal: { AWS: "*" }, Condition })), passes);
  });

  it("is undecided while the policy is not known", async () => {
    assert.deepEqual(await verdictOn(resource(type, { assumeRolePolicy: unknown })), [
      ["undecided", "not known until deployed: assumeRolePolicy"],
    ]);
  });
});

describe("iam-role-trust-limited, on accounts", () => {
  const own = "arn:aws:iam::123456789012:root";
  const foreign = "arn:aws:iam::210987654321:role/deploy";
  const refused = [
    [
      "fail",
      `${path}.AWS must be of this account, or tied to an sts:ExternalId or an organization, got "${foreign}"`,
    ],
  ];

  for (const AWS of [own, "123456789012"]) {
    it(`passes ${AWS}, of the account that the provider allows`, async () => {
      assert.deepEqual(await verdictOn(trusting({ Principal: { AWS } })), passes);
    });
  }

  it("passes the account that the role turns out to be in", async () => {
    const role = trusting({ Principal: { AWS: own } });
    const arn = "arn:aws:iam::123456789012:role/orders";
    assert.deepEqual(await verdictOn({ ...role, outputs: { ...role.inputs, arn } }, []), passes);
  });

  it("fails when it is another account", async () => {
    assert.deepEqual(await verdictOn(trusting({ Principal: { AWS: foreign } })), refused);
  });

  it("fails when it is another account on a condition that ties nobody", async () => {
    const Condition = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
    assert.deepEqual(
      await verdictOn(trusting({ Principal: { AWS: foreign }, Condition })),
      refused,
    );
  });

  for (const Condition of [
    { StringEquals: { "sts:ExternalId": "orders-7f3a" } },
    { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
    { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::210987654321:role/deploy-*" } },
  ]) {
    it(`passes another account tied by ${JSON.stringify(Condition)}`, async () => {
      const role = trusting({ Principal: { AWS: foreign }, Condition });
      assert.deepEqual(await verdictOn(role), passes);
    });
  }

  it("passes another account that configuration trusts", async () => {
    const settings = { trustedAccounts: ["210987654321"] };
    const role = trusting({ Principal: { AWS: foreign } });
    assert.deepEqual(await verdictOn(role, [provider], settings), passes);
  });

  it("passes a principal that was deleted, and matches nobody", async () => {
    const Principal = { AWS: "AROAEXAMPLEEXAMPLEEX" };
    assert.deepEqual(await verdictOn(trusting({ Principal })), passes);
  });

  it("is undecided while the stack's own account is not known", async () => {
    assert.deepEqual(await verdictOn(trusting({ Principal: { AWS: foreign } }), []), [
      ["undecided", `not known until deployed: whether ${path}.AWS is of the stack's account`],
    ]);
  });

  it("is undecided while a principal is not known", async () => {
    const Statement = { Effect: "Allow", Principal: { AWS: unknown } };
    const role = resource(type, { assumeRolePolicy: { Statement } });
    assert.deepEqual(await verdictOn(role), [
      ["undecided", "not known until deployed: assumeRolePolicy.Statement.Principal.AWS"],
    ]);
  });
});

describe("iam-role-trust-limited, on identity providers", () => {
  const github = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
  const refused = (claim: string, arn: string): unknown => [
    ["fail", `${path}.Federated must be tied to tokens by a condition on ${claim}, got "${arn}"`],
  ];
  const federated = (Federated: string, Condition?: Data): Promise<unknown> =>
    verdictOn(trusting({ Principal: { Federated }, ...(Condition && { Condition }) }));

  it("passes tokens of one repository", async () => {
    const subject = "token.actions.githubusercontent.com:sub";
    const Condition = { StringLike: { [subject]: "repo:example/orders:*" } };
    assert.deepEqual(await federated(github, Condition), passes);
  });

  it("fails when every token of the provider will do", async () => {
    assert.deepEqual(await federated(github), refused(":sub", github));
  });

  it("fails when only the audience is checked, which all have in common", async () => {
    const audience = "token.actions.githubusercontent.com:aud";
    const Condition = { StringEquals: { [audience]: "sts.amazonaws.com" } };
    assert.deepEqual(await federated(github, Condition), refused(":sub", github));
  });

  it("fails when the subject may be anything", async () => {
    const subject = "token.actions.githubusercontent.com:sub";
    const Condition = { StringLike: { [subject]: ["repo:example/orders:*", "*"] } };
    assert.deepEqual(await federated(github, Condition), refused(":sub", github));
  });

  const saml = "arn:aws:iam::123456789012:saml-provider/people";
  it("passes SAML for the application it is meant for", async () => {
    const Condition = { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } };
    assert.deepEqual(await federated(saml, Condition), passes);
  });

  for (const provider of [saml, "cognito-identity.amazonaws.com"]) {
    it(`fails when ${provider} may be for any application`, async () => {
      assert.deepEqual(await federated(provider), refused(":aud", provider));
    });
  }

  it("is undecided while a condition is not known", async () => {
    const Statement = { Effect: "Allow", Principal: { Federated: github }, Condition: unknown };
    const role = resource(type, { assumeRolePolicy: { Statement } });
    assert.deepEqual(await verdictOn(role), [
      ["undecided", "not known until deployed: assumeRolePolicy.Statement.Condition"],
    ]);
  });
});
