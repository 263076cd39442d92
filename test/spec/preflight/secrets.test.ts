import { accepts, refuses } from "./table";

const password = { generate: "password", length: 32, service: "elasticache" };
const rds = {
  generate: "password",
  service: "rds",
  specialCharacters: "!#$%&()*+,-.:;<=>?[]^_{|}~",
};
const anywhere = { generate: "password", length: 12, specialCharacters: "@/" };

function secretOf(values: object): object {
  return { secrets: { entries: { api: { description: "Keys.", values } } } };
}

describe("preflight of secrets", () => {
  const large = { generate: "bytes", bytes: 1024, encoding: "hex" };
  const values = (count: number): object =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index + 10}`, large]));
  refuses([
    [
      "one is larger than Secrets Manager takes",
      {
        secrets: {
          entries: {
            api: {
              description: "Keys.",
              values: {
                ...values(31),
                more: { generate: "bytes", bytes: 900 },
                word: { generate: "password", length: 100 },
                last: { generate: "bytes", bytes: 300 },
                given: { supplied: true },
              },
            },
          },
        },
      },
      {
        path: "secrets.entries.api.values",
        value: 65_601,
        rule: "must be at most 65536 bytes as JSON",
        fix: "divide them among several secrets",
      },
    ],
    [
      "one holds nothing and never will",
      secretOf({}),
      {
        path: "secrets.entries.api.values",
        value: {},
        rule: "must be a mapping with at least one value",
        fix: "declare one, or write supplied as furtherValues",
      },
    ],
    [
      "a password is longer than the service takes",
      secretOf({ token: { ...password, length: 129 } }),
      {
        path: "secrets.entries.api.values.token.length",
        value: 129,
        rule: "must be 16 to 128 characters, which elasticache takes",
        fix: "lower it to 128",
      },
    ],
    [
      "a password is shorter than the service takes",
      secretOf({ token: { ...password, length: 15 } }),
      {
        path: "secrets.entries.api.values.token.length",
        value: 15,
        rule: "must be 16 to 128 characters, which elasticache takes",
        fix: "raise it to 16 or more",
      },
    ],
    [
      "a password has characters that the service does not take",
      secretOf({ token: { ...password, specialCharacters: "!@/-" } }),
      {
        path: "secrets.entries.api.values.token.specialCharacters",
        value: "!@/-",
        rule: "must be among !&#$^<>-, which elasticache takes",
        fix: "remove @ /",
      },
    ],
  ]);
  accepts([
    [
      "many values that fit",
      { secrets: { entries: { api: { description: "Keys.", values: values(31) } } } },
    ],
    [
      "a secret that takes what is supplied, with nothing declared",
      { secrets: { entries: { api: { description: "Keys.", furtherValues: "supplied" } } } },
    ],
    ["a password as short as its service takes", secretOf({ token: { ...password, length: 16 } })],
    ["a password of characters that RDS takes", secretOf({ token: { ...rds, length: 128 } })],
    ["a password for no service in particular", secretOf({ token: anywhere })],
  ]);
});
