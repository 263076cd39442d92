import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { preview } from "../../preview/commands/preview";
import { processIo } from "../../preview/io";
import { root } from "../../preview/root";

/** Runs the command line in a process of its own. */
function run(
  options: readonly string[],
  ...args: readonly string[]
): { status: number | null; out: string; err: string } {
  const command = [...options, "bin/groundwork.mjs", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return { status, out: stdout, err: stderr };
}

/** The document of a stack as this process's modules, each loaded by itself, show it. */
async function previewInModules(stack: string): Promise<string> {
  const out: string[] = [];
  await preview(
    {
      ...{ stack: [stack], set: [], policies: true },
      ...{ failOn: "mandatory", full: false, json: true },
    },
    { ...processIo(), out: (text) => out.push(text) },
  );
  return out.join("");
}

function withoutTime(document: string): object {
  return { ...(JSON.parse(document) as object), milliseconds: 0 };
}

/** Writes whether Pulumi was loaded when the process ends. */
const tellAtExit = `data:text/javascript,
  import { createRequire } from "node:module";
  const require = createRequire("${join(root, "index.ts")}");
  process.on("exit", () => process.stderr.write(String(require.resolve("@pulumi/pulumi") in require.cache)));
`;

describe("the command line", () => {
  for (const command of ["preview", "requirements", "explain"]) {
    it(`prints the help of ${command} without loading Pulumi`, () => {
      const { status, out, err } = run(["--import", tellAtExit], command, "--help");
      assert.match(out, new RegExp(`^Usage: groundwork ${command} `));
      assert.deepEqual([err, status], ["false", 0]);
    });
  }

  it("fails when a command is unknown, saying where they are listed", () => {
    assert.deepEqual(run([], "previews"), {
      ...{ status: 2, out: "" },
      err: "error: unknown command 'previews'\n(Did you mean preview?)\n(groundwork --help lists the commands)\n",
    });
  });

  it("shows from its bundle what its modules show", async () => {
    const { out } = run([], "preview", "--stack", "staging", "--json");
    assert.deepEqual(withoutTime(out), withoutTime(await previewInModules("staging")));
  });

  it("previews a program that is not in its bundle", () => {
    const { status, out, err } = run([], "preview", "--program", "account", "--stack", "staging");
    assert.deepEqual([status, err], [0, ""]);
    assert.match(out, /^groundwork-account, staging +\d+ resources$/m);
  });
});
