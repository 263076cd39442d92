import type { Data } from "../../../policies/data";
import { secretStrong } from "../../../policies/rules/secret-strength";
import { secret, unknown } from "../kit";
import { suite } from "../suite";

const type = "aws:secretsmanager/secretVersion:SecretVersion";
const strong = "kT7-vQ2xWm9pLz4r";
const weak = (path: string): string =>
  `${path} must be at least 16 characters and no placeholder, got a value that is not shown`;

function json(values: Data): Data {
  return { secretString: secret(JSON.stringify(values)) };
}

describe("secret-strong", () => {
  const rule = suite(secretStrong, type, json({ username: "orders", password: strong }));
  rule.passes("passes a strong password beside a user name", {});
  rule.passes("passes a strong text that is no JSON", { secretString: secret(strong) });
  rule.passes("passes a text that is strong and write-only", {
    secretString: undefined,
    secretStringWo: secret(strong),
  });
  rule.fails(
    "fails when a password is short, and does not show it",
    json({ username: "orders", password: "kT7-vQ2xWm9pLz4" }),
    weak("secretString.password"),
  );
  rule.fails(
    "fails when a text that is no JSON is short",
    { secretString: "hunter2" },
    weak("secretString"),
  );
  rule.fails(
    "fails when a write-only text is short",
    { secretString: undefined, secretStringWo: "hunter2" },
    weak("secretStringWo"),
  );
  rule.fails(
    "fails when a number is short",
    json({ password: 12345 }),
    weak("secretString.password"),
  );
  for (const [name, value] of [
    ["apiKey", "changeme-changeme-changeme"],
    ["clientSecret", "CHANGE_THIS_BEFORE_USE"],
    ["token", "your-token-goes-here"],
    ["token", "<the token of the payment service>"],
    ["token", "${PAYMENT_SERVICE_TOKEN}"],
    ["token", "{{ payment_service_token }}"],
    ["passphrase", "placeholder-placeholder"],
    ["password", "aaaaaaaaaaaaaaaaaaaaaaaaaa"],
    ["password", "1234567890123456"],
    ["privateKey", "ababababababababababab"],
  ] as const) {
    rule.fails(
      `fails when ${name} is ${value}`,
      json({ [name]: value }),
      weak(`secretString.${name}`),
    );
  }
  rule.fails(
    "fails with every weak value, however deep",
    json({ signing: { keys: [strong, "short"] }, tokens: { refresh_token: "short" } }),
    weak("secretString.signing.keys[1]"),
    weak("secretString.tokens.refresh_token"),
  );
  rule.passes(
    "passes signs that a template would have, within a random value",
    json({
      password: "a<b>c${d}e{{f}}ghijk",
    }),
  );
  rule.isUndecided(
    "is undecided while the value is not known",
    { secretString: secret(unknown) },
    "secretString",
  );
  const reason = "it holds no password, token or key by name";
  rule.doesNotApply(
    "does not apply to what is no credential",
    json({ host: "db", tokenUrl: "short", publicKey: "short", keyId: "short" }),
    reason,
  );
  rule.doesNotApply("does not apply to an empty object", json({}), reason);
  rule.doesNotApply("does not apply to bytes", { secretString: undefined }, reason);
  rule.doesNotApply("does not apply to an empty text", { secretString: "" }, reason);
  rule.passes("passes a switch", json({ rotateKey: true }));
});

describe("secret-strong, configured to 64 characters", () => {
  const rule = suite(secretStrong, type, json({ key: strong.repeat(4) }), {
    minimumCharacters: 64,
  });
  rule.passes("passes 64", {});
  rule.fails(
    "fails when they are 16",
    json({ key: strong }),
    "secretString.key must be at least 64 characters and no placeholder, got a value that is not shown",
  );
});
