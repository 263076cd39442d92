import { parameterEncrypted } from "../../../policies/rules/parameter";
import { unknown } from "../kit";
import { suite } from "../suite";

describe("parameter-encrypted", () => {
  const rule = suite(parameterEncrypted, "aws:ssm/parameter:Parameter", {
    name: "/shop/orders/api-key",
    type: "SecureString",
    keyId: unknown,
  });
  const reason = "neither its type nor its name says that it holds a secret";
  rule.passes("passes a secure parameter under a key that is not known yet", {});
  rule.fails("fails when no key is named", { keyId: undefined }, "keyId must be set");
  rule.fails(
    "fails when the key is the one that AWS manages",
    { keyId: "alias/aws/ssm" },
    'keyId must be a key of your own, got "alias/aws/ssm"',
  );
  for (const name of ["/shop/orders/api-key", "DB_PASSWORD", "clientSecret", "deploy-token"]) {
    rule.fails(
      `fails when ${name} is in plain text`,
      { name, type: "String", keyId: undefined },
      'type must be "SecureString", got "String"',
    );
  }
  for (const name of ["/shop/orders/url", "public-key", "kmsKeyId", "secrets/orders/host"]) {
    rule.doesNotApply(
      `does not apply to ${name} in plain text`,
      { name, type: "String", keyId: undefined },
      reason,
    );
  }
  rule.doesNotApply(
    "goes by the resource's name where the parameter has none yet",
    { name: undefined, type: "String" },
    reason,
  );
  rule.passes("passes a key, whatever the type", { type: unknown });
  rule.isUndecided(
    "is undecided without a key while the type is not known",
    { type: unknown, keyId: undefined },
    "type",
  );
});
