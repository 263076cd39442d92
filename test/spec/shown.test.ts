import assert from "node:assert/strict";
import { shown, written } from "../../spec/shown";

const secrets: readonly (readonly [what: string, path: readonly string[], value: string])[] = [
  ["a value under a name such as password", ["database", "password"], "hunter2"],
  ["a value under a name such as apiKey", ["smtp", "apiKey"], "abc"],
  ["a value under a name such as token", ["tags", "deploy-token"], "abc"],
  ["an access key of AWS", ["tags", "Owner"], "AKIAIOSFODNN7EXAMPLE"],
  ["a private key", ["tags", "Owner"], "-----BEGIN PRIVATE KEY-----"],
  ["a token of three parts", ["tags", "Owner"], "eyJhbGciOiJIUzI1NiIsInR5cCI6"],
  ["a token of a code host", ["tags", "Owner"], "ghp_abcdefghijklmnopqrstuvwxyz0123456789"],
  ["an address with a password", ["tags", "Owner"], "postgres://app:hunter2@db.example.com"],
  ["a long word in no order", ["tags", "Owner"], "wJalrXUtnFEMIK7MDENGbPxRfiCYzEXAMPLE"],
  ["a secret in place of its declaration", ["secrets", "entries", "a", "values", "b"], "hunter2"],
  ["an unknown field of a declaration", ["secrets", "entries", "a", "values", "b", "is"], "abc"],
];

describe("shown", () => {
  secrets.forEach(([what, path, value]) => {
    it(`hides ${what}`, () => {
      assert.equal(shown(path, value), "(hidden)");
    });
  });

  it("hides secrets inside mappings and lists", () => {
    assert.deepEqual(shown(["a"], { password: "hunter2", hosts: ["x"], keys: [{ token: "y" }] }), {
      password: "(hidden)",
      hosts: ["x"],
      keys: [{ token: "(hidden)" }],
    });
  });

  it("hides a name that is a secret itself", () => {
    assert.deepEqual(shown(["tags"], { AKIAIOSFODNN7EXAMPLE: 1 }), { "(hidden)": 1 });
  });

  it("shows how a secret is made", () => {
    const path = ["secrets", "entries", "a", "values", "b", "encoding"];
    assert.equal(shown(path, "base65"), "base65");
  });

  it("shows ordinary text, numbers and booleans as they are", () => {
    assert.equal(shown(["database", "instanceClass"], "db.r6g.2xlarge"), "db.r6g.2xlarge");
    assert.equal(shown(["database", "parameters", "password_encryption"], "md5"), "md5");
    assert.equal(shown(["a"], 5), 5);
    assert.equal(shown(["a"], false), false);
    assert.equal(shown(["a"], null), null);
  });

  it("cuts off what is long", () => {
    assert.equal(shown(["a"], "a b ".repeat(30)), `${"a b ".repeat(15).slice(0, 59)}…`);
  });
});

describe("written", () => {
  it("writes text in quotes and mappings on one line", () => {
    assert.equal(written("x"), '"x"');
    assert.equal(written({ a: [1, true] }), '{"a":[1,true]}');
  });

  it("leaves what stands for a secret without quotes", () => {
    assert.equal(written("(hidden)"), "(hidden)");
  });
});
