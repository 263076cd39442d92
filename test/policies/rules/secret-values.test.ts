import assert from "node:assert/strict";
import { secretValuesEncrypted } from "../../../policies/rules/secret-values";
import {
  judge,
  judgeAsEngine,
  judgeInProcess,
  resource,
  secret,
  secretPathsIn,
  unknown,
} from "../kit";
import { suite } from "../suite";

const instance = "aws:rds/instance:Instance";
const plain = (path: string): string => `${path} must be a Pulumi secret, but is plain text`;

describe("secret-values-encrypted", () => {
  const rule = suite(secretValuesEncrypted, instance, { password: secret("correct horse") });
  rule.passes("passes a password that is a secret", {});
  rule.passes("passes a secret that is not known yet", { password: secret(unknown) });
  rule.fails(
    "fails when a password is plain text, and does not show it",
    { password: "correct horse" },
    plain("password"),
  );
  rule.fails(
    "fails when a write-only password is plain text",
    { passwordWo: "correct horse" },
    plain("passwordWo"),
  );
  rule.isUndecided(
    "is undecided while a value that is no secret is not known",
    { password: unknown },
    "password",
  );
  rule.passes("passes an empty password", { password: "" });
  rule.doesNotApply(
    "does not apply where AWS makes the password",
    { password: undefined, manageMasterUserPassword: true },
    "it holds no secret value",
  );
});

describe("secret-values-encrypted, on values in values", () => {
  const rule = suite(secretValuesEncrypted, "kubernetes:core/v1:Secret", {
    stringData: { "tls.key": secret("a"), "user.name": secret("b") },
  });
  rule.passes("passes a map of secrets", {});
  rule.passes("passes a map that is a secret as a whole", {
    stringData: secret({ "tls.key": "a" }),
  });
  rule.passes("passes an empty map", { stringData: {} });
  rule.fails(
    "fails when one entry is plain text",
    { stringData: { "tls.key": secret("a"), "user.name": "b" } },
    plain("stringData.user.name"),
  );
  rule.isUndecided(
    "is undecided while the map is not known",
    { stringData: unknown },
    "stringData",
  );
  suite(secretValuesEncrypted, "aws:elasticache/user:User", {}).fails(
    "fails when an element of a list is plain text",
    { passwords: [secret("a"), "b"] },
    plain("passwords[1]"),
  );
});

describe("secret-values-encrypted, on parameters of Systems Manager", () => {
  const rule = suite(secretValuesEncrypted, "aws:ssm/parameter:Parameter", {
    type: "SecureString",
    value: "correct horse",
  });
  rule.fails("fails when a secure one is plain text", {}, plain("value"));
  rule.doesNotApply(
    "does not apply to a public one",
    { type: "String" },
    "it holds no secret value",
  );
  rule.isUndecided("is undecided while the type is not known", { type: unknown }, "type");
});

describe("secret-values-encrypted, where secrets are recorded", () => {
  const stack = [resource(instance, { password: "correct horse" })];
  const missing =
    "secret-values-encrypted: secrets are not recorded: set inputs-recorded to remediate";

  it("does not apply when configuration turns the recorder off", async () => {
    const configuration = { "inputs-recorded": "disabled" };
    const { verdicts } = await judge([secretValuesEncrypted], stack, { configuration });
    assert.deepEqual(
      verdicts.map(({ verdict }) => verdict),
      ["notApplicable"],
    );
  });

  it("does not apply when the recorder is off though the caller knows the secrets", async () => {
    const { verdicts } = await judge([secretValuesEncrypted], stack, {
      configuration: { "inputs-recorded": "disabled" },
      secretPaths: secretPathsIn(stack),
    });
    assert.deepEqual(
      verdicts.map(({ verdict }) => verdict),
      ["notApplicable"],
    );
  });

  it("tells the engine why when all policies are mandatory, the recorder with them", async () => {
    const configuration = { all: "mandatory" };
    const { notApplied } = await judgeAsEngine([secretValuesEncrypted], stack, { configuration });
    assert.deepEqual(
      notApplied.filter((line) => line.startsWith("secret-values")),
      [missing],
    );
  });

  it("takes secrets from the caller and needs no remediation then", async () => {
    const wrapped = [resource(instance, { password: secret("a"), tags: { a: "b" } })];
    const { verdicts } = await judgeInProcess([secretValuesEncrypted], wrapped, {
      secretPaths: secretPathsIn(wrapped),
      withoutRemediate: true,
    });
    assert.deepEqual(
      verdicts.map(({ verdict }) => verdict),
      ["pass"],
    );
  });
});
