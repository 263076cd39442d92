import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { fail, type Judgement, pass, undecided } from "../../policies/judgement";
import { judgeAllowed, judgePolicy, type Statement } from "../../policies/policy-document";
import { Property } from "../../policies/property";
import { unknown } from "./kit";

const proxy = unknownCheckingProxy as unknown as (inputs: object) => object;

/** The property that holds a policy, in whichever form it was written. */
function policyOf(policy: unknown, secrets = new Set<string>()): Property {
  return Property.root(proxy({ policy }), secrets).at("policy");
}

function document(...statements: readonly unknown[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** The only statement of a policy. */
function statementOf(statement: unknown): Statement {
  let found: readonly Statement[] = [];
  judgePolicy(policyOf({ Statement: [statement] }), (statements) => {
    found = statements;
    return pass;
  });
  const [first] = found;
  assert.ok(first);
  return first;
}

const valuesOf = (properties: readonly Property[]): readonly unknown[] =>
  properties.map(({ path, value }) => [path, value]);

describe("Statement", () => {
  it("reads one value and several as a list, each with its path", () => {
    const statement = statementOf({ Action: "sts:AssumeRole", Resource: ["a", "b"] });
    assert.deepEqual(valuesOf(statement.elements("Action")), [
      ["policy.Statement[0].Action", "sts:AssumeRole"],
    ]);
    assert.deepEqual(valuesOf(statement.elements("Resource")), [
      ["policy.Statement[0].Resource[0]", "a"],
      ["policy.Statement[0].Resource[1]", "b"],
    ]);
    assert.deepEqual(statement.elements("NotAction"), []);
    assert.equal(statement.path, "policy.Statement[0]");
  });

  it("reads the principals of every kind", () => {
    const statement = statementOf({
      Principal: { Service: "sns.amazonaws.com", AWS: ["123456789012", "210987654321"] },
    });
    assert.deepEqual(valuesOf(statement.principals), [
      ["policy.Statement[0].Principal.AWS[0]", "123456789012"],
      ["policy.Statement[0].Principal.AWS[1]", "210987654321"],
      ["policy.Statement[0].Principal.Service", "sns.amazonaws.com"],
    ]);
    assert.deepEqual(valuesOf(statement.principalsOf("Service")), [
      ["policy.Statement[0].Principal.Service", "sns.amazonaws.com"],
    ]);
  });

  it("reads everyone as a principal of no kind", () => {
    const statement = statementOf({ Principal: "*" });
    assert.deepEqual(valuesOf(statement.principals), [["policy.Statement[0].Principal", "*"]]);
    assert.deepEqual(statement.principalsOf("AWS"), []);
  });

  it("reads the conditions in lower case, with their values", () => {
    const { conditions } = statementOf({
      Condition: {
        Bool: { "aws:SecureTransport": "false" },
        StringLike: { "aws:PrincipalTag/a.b": ["x", "y"] },
      },
    });
    assert.deepEqual(
      conditions.map(({ operator, key, values }) => [
        operator,
        key,
        values.map(({ value }) => value),
      ]),
      [
        ["bool", "aws:securetransport", ["false"]],
        ["stringlike", "aws:principaltag/a.b", ["x", "y"]],
      ],
    );
  });
});

describe("judgePolicy", () => {
  const count = (policy: unknown): Judgement =>
    judgePolicy(policyOf(policy), ({ length }) => fail(`${length.toString()} statements`));

  it("reads a policy in JSON and one that is an object", () => {
    const policy = { Statement: [{}, {}] };
    assert.deepEqual(count(JSON.stringify(policy)), fail("2 statements"));
    assert.deepEqual(count(policy), fail("2 statements"));
  });

  it("reads one statement that is no list", () => {
    assert.deepEqual(count({ Statement: {} }), fail("1 statements"));
  });

  for (const [title, policy] of [
    ["absent", undefined],
    ["empty", ""],
    ["a number", "7"],
  ] as const) {
    it(`finds no statements in a policy that is ${title}`, () => {
      assert.deepEqual(count(policy), fail("0 statements"));
    });
  }

  it("fails when the policy is no JSON", () => {
    assert.deepEqual(count("{"), fail('policy must be JSON, got "{"'));
  });

  it("does not show a policy that is a secret", () => {
    const judgement = judgePolicy(policyOf("{", new Set(["policy"])), () => pass);
    assert.deepEqual(judgement, fail("policy must be JSON, got a value that is not shown"));
  });

  it("is undecided while the policy is not known", () => {
    assert.deepEqual(count(unknown), undecided("policy"));
  });

  it("is undecided while a statement is not known", () => {
    assert.deepEqual(count({ Statement: [{}, unknown] }), undecided("policy.Statement[1]"));
  });
});

describe("judgeAllowed", () => {
  const refuse = ({ path }: Statement): Judgement => fail(path);

  it("leaves out what is denied", () => {
    const policy = document({ Effect: "Deny" }, { Effect: "Allow" });
    assert.deepEqual(judgeAllowed(policyOf(policy), refuse), fail("policy.Statement[1]"));
  });

  it("passes a policy that allows nothing", () => {
    assert.deepEqual(judgeAllowed(policyOf(document({ Effect: "Deny" })), refuse), pass);
  });

  it("is undecided while it is not known whether a statement allows", () => {
    assert.deepEqual(
      judgeAllowed(policyOf({ Statement: { Effect: unknown } }), refuse),
      undecided("policy.Statement.Effect"),
    );
  });
});
