import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../preview/root";

describe("what V8 compiled", () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "groundwork-compiled-")));
    file = join(folder, "compiled");
    writeFileSync(join(folder, "module.js"), `exports.answer = () => "first";`);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Prints what an expression about `module.js` gives, in a process that keeps what it compiles. */
  function run(expression = "module.answer()", place = file): string {
    const script = `
      const { keepCompiled } = require(${JSON.stringify(join(root, "bin/compile-cache.cjs"))});
      const folder = ${JSON.stringify(folder)};
      keepCompiled(${JSON.stringify(place)}, (path) => path.startsWith(folder));
      const module = require(folder + "/module.js");
      process.stdout.write(String(${expression}));
    `;
    const { stdout, stderr } = spawnSync(process.execPath, ["--eval", script], {
      encoding: "utf8",
    });
    assert.equal(stderr, "");
    return stdout;
  }

  it("serves the next run as it is", () => {
    assert.equal(run(), "first");
    const { ino } = statSync(file);
    assert.equal(run(), "first");
    assert.equal(statSync(file).ino, ino);
  });

  it("does not outlive the code, though that kept its length", () => {
    run();
    writeFileSync(join(folder, "module.js"), `exports.answer = () => "other";`);
    assert.equal(run(), "other");
  });

  it("is written anew where it is of another form", () => {
    writeFileSync(file, "something else");
    assert.equal(run(), "first");
    assert.match(run("require('node:fs').readFileSync(folder + '/compiled', 'latin1')"), /^\[\[/);
  });

  it("is not missed where it cannot be written", () => {
    assert.equal(run("module.answer()", join(folder, "missing", "compiled")), "first");
  });

  it("gives a module what Node gives it", () => {
    writeFileSync(
      join(folder, "module.js"),
      `module.exports = { __filename, __dirname, self: this === exports, other: require.resolve("./other.js") };`,
    );
    writeFileSync(join(folder, "other.js"), "");
    run("0");
    assert.deepEqual(JSON.parse(run("JSON.stringify(module)")), {
      ...{ __filename: join(folder, "module.js"), __dirname: folder },
      ...{ self: true, other: join(folder, "other.js") },
    });
  });

  it("may begin with the line of a script", () => {
    writeFileSync(
      join(folder, "module.js"),
      `#!/usr/bin/env node\nexports.answer = () => "first";`,
    );
    assert.equal(run(), "first");
  });

  it("keeps the places of an error", () => {
    writeFileSync(join(folder, "module.js"), "exports.fail = () => new Error().stack;");
    run("0");
    assert.match(
      run("module.fail()"),
      new RegExp(`at exports\\.fail \\(${folder}/module\\.js:1:22\\)`),
    );
  });
});
