import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { root } from "../../preview/root";

/** Runs the command line in a process of its own. */
function run(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/groundwork.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
}

/** Prints what of Pulumi a command has loaded when the process ends. */
const loadedAtExit = `
  process.on("exit", () => {
    process.stderr.write(String(Object.keys(require.cache).filter((path) => path.includes("@pulumi")).length));
  });
  require("./preview/cli.ts").main(() => { throw new Error("Pulumi is loaded"); });
`;

describe("the command line", () => {
  for (const command of ["preview", "requirements", "explain"]) {
    it(`prints the help of ${command} without loading Pulumi`, () => {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        ["--require", "./bin/typescript.cjs", "-e", loadedAtExit, "--", command, "--help"],
        { cwd: root, encoding: "utf8" },
      );
      assert.match(stdout, new RegExp(`^Usage: groundwork ${command} `));
      assert.deepEqual([stderr, status], ["0", 0]);
    });
  }

  it("fails when a command is unknown, saying where they are listed", () => {
    assert.deepEqual(run("previews"), {
      ...{ status: 2, out: "" },
      err: "error: unknown command 'previews'\n(Did you mean preview?)\n(groundwork --help lists the commands)\n",
    });
  });
});
