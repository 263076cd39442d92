import assert from "node:assert/strict";
import { renderProblems, presentProblems } from "../../spec/problem";

const problem = {
  path: "database.storage.iops",
  value: 100,
  rule: "must be at least 1000",
  fix: "raise it to 1000 or more",
};

describe("renderProblems", () => {
  it("lists path, rule, value and fix in columns", () => {
    const other = { path: "region", rule: "must be given", fix: "add it" };
    assert.equal(
      renderProblems("stack production", [problem, other]),
      [
        "2 problems in stack production",
        "",
        "  database.storage.iops  must be at least 1000, got 100",
        "                         raise it to 1000 or more",
        "",
        "  region                 must be given",
        "                         add it",
      ].join("\n"),
    );
  });

  it("speaks of one problem in the singular", () => {
    assert.equal(
      renderProblems("x", [{ path: "a", rule: "must be given", fix: "add it" }]),
      "1 problem in x\n\n  a     must be given\n        add it",
    );
  });

  it("puts a long path on a line of its own", () => {
    const path = "secrets.entries.payments.values.password";
    assert.equal(
      renderProblems("x", [{ path, rule: "must be given", fix: "add it" }]),
      [
        "1 problem in x",
        "",
        `  ${path}`,
        `${" ".repeat(8)}must be given`,
        `${" ".repeat(8)}add it`,
      ].join("\n"),
    );
  });

  it("breaks long text at spaces, within a hundred columns", () => {
    const rule = `must be ${Array.from({ length: 40 }, () => "word").join(" ")}`;
    const lines = renderProblems("x", [{ path: "a", rule, fix: "b" }]).split("\n");
    assert.equal(lines.filter((line) => line.length > 100).length, 0);
    assert.equal(lines.length, 2 + 3 + 1);
  });

  it("colours nothing", () => {
    assert.equal(renderProblems("x", [problem]).includes("\u001b"), false);
  });
});

describe("presentProblems", () => {
  it("orders by path, then by rule", () => {
    const later = { ...problem, rule: "must be whole" };
    const first = { ...problem, path: "account" };
    assert.deepEqual(presentProblems([later, problem, first]), [first, problem, later]);
  });

  it("says the same only once", () => {
    assert.deepEqual(presentProblems([problem, { ...problem }]), [problem]);
  });

  it("hides what looks like a secret, wherever it stands", () => {
    const key = "AKIAIOSFODNN7EXAMPLE";
    const told = {
      path: `tags.${key}`,
      value: key,
      rule: `must not be ${key}`,
      fix: `drop ${key}`,
    };
    assert.deepEqual(presentProblems([told]), [
      {
        path: "tags.(hidden)",
        value: "(hidden)",
        rule: "must not be (hidden)",
        fix: "drop (hidden)",
      },
    ]);
  });
});
