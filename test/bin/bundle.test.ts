import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Bundler {
  readonly bundleOf: (entry: string, root: string) => Promise<string>;
}

/** The errors of esbuild. */
interface Refusal {
  readonly errors: readonly { text: string; location: { file: string; line: number } }[];
}

const load = createRequire(__filename);
const { bundleOf } = load("../../bin/bundle.cjs") as Bundler;

describe("the bundle of a module", () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "groundwork-bundle-"));
    write("package-lock.json", "{}");
    write("entry.ts", `export { name } from "./name";`);
    write("name.ts", `export const name: string = "first";`);
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  /** Writes a file as if at a time that is long past. */
  function write(file: string, content: string, time = "2026-01-01T00:00:00Z"): void {
    writeFileSync(join(root, file), content);
    utimesSync(join(root, file), new Date(time), new Date(time));
  }

  async function exported(): Promise<Readonly<Record<string, unknown>>> {
    return load(await bundleOf("entry.ts", root)) as Readonly<Record<string, unknown>>;
  }

  it("is one file with all that the module imports", async () => {
    assert.equal((await exported())["name"], "first");
  });

  it("is kept while its files are as they were", async () => {
    const path = await bundleOf("entry.ts", root);
    writeFileSync(path, "kept");
    assert.equal(await bundleOf("entry.ts", root), path);
    assert.equal(readFileSync(path, "utf8"), "kept");
  });

  it("is made anew when a file has changed, though not in length", async () => {
    await bundleOf("entry.ts", root);
    write("name.ts", `export const name: string = "other";`, "2026-01-02T00:00:00Z");
    assert.equal((await exported())["name"], "other");
  });

  it("takes the place of those before it, some minutes later", async () => {
    const path = await bundleOf("entry.ts", root);
    const files = [path, `${path}.map`];
    write("name.ts", `export const name: string = "second";`);
    await bundleOf("entry.ts", root);
    assert.deepEqual(files.map(existsSync), [true, true]);
    for (const file of files) utimesSync(file, new Date(0), new Date(0));
    write("name.ts", `export const name: string = "third";`);
    assert.equal((await exported())["name"], "third");
    assert.deepEqual(files.map(existsSync), [false, false]);
  });

  it("is made anew when other libraries are installed", async () => {
    const path = await bundleOf("entry.ts", root);
    writeFileSync(path, "stale");
    write("package-lock.json", "{ }");
    assert.equal((await exported())["name"], "first");
  });

  it("is made anew when it was deleted", async () => {
    rmSync(await bundleOf("entry.ts", root));
    assert.equal((await exported())["name"], "first");
  });

  it("is not taken for fresh when a file changed while it was made", async () => {
    write(
      "name.ts",
      `export const name: string = "first";`,
      new Date(Date.now() + 60_000).toISOString(),
    );
    const path = await bundleOf("entry.ts", root);
    writeFileSync(path, "stale");
    assert.equal((await exported())["name"], "first");
  });

  it("knows each module by its own place", async () => {
    write("entry.ts", "export const places = [__dirname, __filename];");
    assert.deepEqual((await exported())["places"], [root, join(root, "entry.ts")]);
  });

  it("refuses what does not compile, saying where", async () => {
    write("name.ts", "export const name: string = ;");
    await assert.rejects(bundleOf("entry.ts", root), ({ errors }: Refusal) => {
      const places = errors.map(({ text, location: { file, line } }) => `${file}:${line} ${text}`);
      assert.deepEqual(places, ['name.ts:1 Unexpected ";"']);
      return true;
    });
  });
});
