import {
  kubernetesConfigMapPlain,
  kubernetesSecretExternal,
} from "../../../policies/rules/kubernetes-config-map";
import { secret, unknown } from "../kit";
import { suite } from "../suite";

describe("kubernetes-config-map-plain", () => {
  const holding = (data: unknown) => ({ data });
  const rule = suite(
    kubernetesConfigMapPlain,
    "kubernetes:core/v1:ConfigMap",
    holding({ LOG_LEVEL: "info", DB_HOST: unknown }),
  );
  const found = (path: string): string =>
    `${path} must stand in a secret, got a value that is not shown`;
  rule.passes("passes plain values", {});
  rule.passes("passes a map without data", { data: undefined });
  rule.passes("passes where a secret is", holding({ TLS_KEY: "/etc/tls/tls.key" }));
  for (const line of [
    "spring.datasource.password=${DB_PASSWORD}",
    'PGPASSWORD="$PGPASSWORD"',
    "psql postgres://orders:$PGPASSWORD@db.example.com/shop",
    "password: {{ .Values.password }}",
    "password: *shared",
    "password: null",
    "  password :'application_password';",
    "password_file = /run/secrets/password",
  ]) {
    rule.passes(`passes a file that says ${line}`, holding({ file: `user=orders\n${line}\n` }));
  }
  rule.passes(
    "passes a file with keys that are none",
    holding({ "rules.yaml": "- key: team\n  operator: In\n  tokens: 500\n" }),
  );
  for (const [name, value] of [
    ["DB_PASSWORD", "correct-horse"],
    ["application.properties", "user=orders\nspring.datasource.password=correct-horse"],
    ["settings.yaml", "db:\n  user: orders\n  password: 'correct-horse'\n"],
    ["settings.json", '{\n  "user": "orders",\n  "apiKey": "correct-horse"\n}'],
    ["url", "amqps://orders:correct-horse@mq.example.com"],
    ["tls.pem", "-----BEGIN PRIVATE KEY-----\nMIIE"],
  ] as const) {
    rule.fails(`fails when ${name} holds one`, holding({ [name]: value }), found(`data.${name}`));
  }
  rule.fails(
    "fails when a value is a Pulumi secret, whatever it is called",
    { data: { DB_HOST: secret(unknown) }, binaryData: { file: secret("aGVsbG8=") } },
    found("binaryData.file"),
    found("data.DB_HOST"),
  );
  rule.isUndecided(
    "is undecided while the value of a password is not known",
    holding({ DB_PASSWORD: unknown }),
    "data.DB_PASSWORD",
  );
  rule.isUndecided("is undecided while none is known", holding(unknown), "data");
});

describe("kubernetes-secret-external", () => {
  const type = "kubernetes:core/v1:Secret";
  const rule = suite(kubernetesSecretExternal, type, { metadata: { name: "orders" } });
  rule.passes("passes one that something else fills", {});
  rule.passes("passes one that is empty", { data: {} });
  rule.fails(
    "fails when the program writes it, and does not show it",
    { data: secret({ a: "Yg==" }), stringData: { b: secret("c"), d: "e" } },
    "data must be empty, got values that are not shown",
    "stringData must be empty, got values that are not shown",
  );
  rule.isUndecided("is undecided while its values are not known", { data: unknown }, "data");
  const certificates = suite(
    kubernetesSecretExternal,
    type,
    { type: "kubernetes.io/tls", data: { "tls.crt": "YQ==" } },
    { allowedTypes: ["kubernetes.io/tls"] },
  );
  certificates.doesNotApply(
    "does not apply to types that configuration allows",
    {},
    "configuration lets the program write secrets of its type",
  );
  certificates.fails(
    "fails when the type is another",
    { type: undefined },
    "data must be empty, got values that are not shown",
  );
  certificates.isUndecided("is undecided while the type is not known", { type: unknown }, "type");
});
