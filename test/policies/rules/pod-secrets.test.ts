import { podSecretsKeptOut } from "../../../policies/rules/pod-secrets";
import { secret, unknown } from "../kit";
import { suite } from "../suite";
import { containerOf, types } from "./pods";

const path = "spec.template.spec.containers[0]";
const setting = (name: unknown, value: unknown) => containerOf({ env: [{ name, value }] });
const found = (where: string): string =>
  `${path}.${where} must come from a secret, got a value that is not shown`;

describe("pod-secrets-kept-out", () => {
  const secretKeyRef = { name: "orders", key: "DB_PASSWORD" };
  const rule = suite(
    podSecretsKeptOut,
    types.deployment,
    containerOf({ env: [{ name: "DB_PASSWORD", valueFrom: { secretKeyRef } }] }),
  );
  rule.passes("passes a variable that comes from a secret", {});
  rule.passes("passes a container without variables", containerOf({}));
  rule.passes("passes a plain variable", setting("LOG_LEVEL", "info"));
  rule.passes("passes a plain variable that is not known yet", setting("DB_HOST", unknown));
  for (const [name, value] of [
    ["DB_PASSWORD", ""],
    ["TOKEN", "$(OTHER_TOKEN)"],
    ["MAX_TOKENS", "4096"],
    ["TLS_KEY", "/etc/tls/tls.key"],
    ["DB_SECRET", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-1a2b3c"],
    ["DATABASE_URL", "postgres://orders:$(DB_PASSWORD)@db.example.com/shop"],
    ["KMS_KEY", "alias/shop"],
  ]) {
    rule.passes(`passes ${name ?? ""} where it only says where one is`, setting(name, value));
  }
  for (const [name, value] of [
    ["DB_PASSWORD", "correct-horse"],
    ["jwtSecret", "correct-horse"],
    ["STRIPE_API_KEY", "correct-horse"],
    ["DATABASE_URL", "postgres://orders:correct-horse@db.example.com/shop"],
    ["ACCESS", `AKIA${"EXAMPLE7".repeat(2)}`],
    ["CERTIFICATE", "-----BEGIN RSA PRIVATE KEY-----\nMIIE"],
    ["OPTIONS", "user=orders\npassword=correct-horse"],
  ]) {
    rule.fails(`fails when ${name ?? ""} holds one`, setting(name, value), found("env[0].value"));
  }
  rule.fails(
    "fails when a value is a Pulumi secret, whatever it is called",
    setting("DB_HOST", secret(unknown)),
    found("env[0].value"),
  );
  rule.passes(
    "passes plain variables of which the program made a secret altogether",
    containerOf({ env: secret([{ name: "LOG_LEVEL", value: "info" }]) }),
  );
  rule.fails(
    "fails when one is said in the command or its arguments",
    containerOf({
      command: ["orders", "--password=correct-horse"],
      args: ["serve", secret("correct-horse"), "--token=$(TOKEN)"],
    }),
    found("args[1]"),
    found("command[1]"),
  );
  rule.isUndecided(
    "is undecided while the value of a password is not known",
    setting("DB_PASSWORD", unknown),
    `${path}.env[0].value`,
  );
  rule.isUndecided(
    "is undecided while the name of a variable is not known",
    setting(unknown, "info"),
    `${path}.env[0].name`,
  );
  rule.isUndecided(
    "is undecided while a variable is not known",
    containerOf({ env: [unknown] }),
    `${path}.env[0].name`,
    `${path}.env[0].value`,
  );
  rule.isUndecided(
    "is undecided while none is known",
    containerOf({ args: unknown, env: unknown }),
    `${path}.args`,
    `${path}.env`,
  );
});
