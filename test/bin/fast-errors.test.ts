import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "../..");

/** What a script prints that Pulumi starts as Pulumi.yaml says. */
function output(script: string): string {
  const preload = join(root, "bin/fast-errors.cjs");
  return execFileSync(process.execPath, ["--require", preload, "--eval", script], {
    cwd: root,
    encoding: "utf8",
  });
}

const inspect = (value: string): string =>
  `process.stdout.write(require("node:util").inspect(${value}, { colors: true }))`;

describe("fast-errors", () => {
  it("shows errors without colours, which some versions of Node need a minute for", () => {
    const shown = output(inspect('new Error("no such setting")'));
    assert.match(shown, /^Error: no such setting\n {4}at /);
    assert.equal(shown.includes("\u001b"), false);
  });

  it("shows everything else as before", () => {
    assert.equal(output(inspect("{ a: 1 }")), "{ a: \u001b[33m1\u001b[39m }");
  });

  it("leaves the mapping of stacks to Node", () => {
    const script =
      'const before = Error.prepareStackTrace; require("source-map-support/register"); process.stdout.write(String(before === Error.prepareStackTrace))';
    assert.equal(output(script), "true");
  });
});
