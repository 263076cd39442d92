import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../preview/root";

const loader = pathToFileURL(join(root, "bin/load.mjs")).href;

describe("loading a module of the project", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "groundwork-load-"));
    writeFileSync(join(folder, "package-lock.json"), "{}");
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Loads a module in a process of its own and calls its `main`. */
  function run(module: string): { status: number | null; err: string } {
    writeFileSync(join(folder, "entry.ts"), module);
    const script = `
      import { load } from ${JSON.stringify(loader)};
      (await load("entry.ts", ${JSON.stringify(folder)})).main();
    `;
    const args = ["--input-type=module", "--eval", script];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    return { status, err: stderr };
  }

  it("says everything that does not compile, and where", () => {
    assert.deepEqual(run(`export * from "./gone";\nexport * from "./missing";\n`), {
      status: 2,
      err: [
        "The project does not compile:",
        "",
        `  entry.ts:1:15  Could not resolve "./gone"`,
        `  entry.ts:2:15  Could not resolve "./missing"`,
        "",
      ].join("\n"),
    });
  });

  it("shows the lines of an error that nobody caught as they were written", () => {
    const types = "interface Left {\n  readonly out: string;\n}\n";
    const { status, err } = run(
      `${types}export function main(): never {\n  throw new Error();\n}\n`,
    );
    assert.equal(status, 1);
    assert.match(err, new RegExp(`\\(${folder}/entry\\.ts:5:\\d+\\)`));
  });
});
