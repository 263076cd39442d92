import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findCli, usualPlaces, versionOf, type Places } from "./cli";

describe("findCli", () => {
  let directory: string;
  let places: Places;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "groundwork-cli-"));
    places = {
      path: [join(directory, "first"), join(directory, "second")],
      cache: join(directory, "cache"),
      module: join(directory, "module"),
    };
    mkdirSync(places.module);
    writeFileSync(
      join(places.module, "go.mod"),
      "module none\n\nrequire github.com/pulumi/pulumi/pkg/v3 v9.9.9\n",
    );
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  it("takes the installation on the PATH, with its own language host", async () => {
    executable("second", "pulumi");
    executable("second", "pulumi-language-nodejs");
    executable("cache/pulumi-9.9.9", "pulumi");
    const path = join(directory, "second", "pulumi");
    assert.deepEqual(await findCli(places), { path, from: "PATH", ownLanguageHost: false });
  });

  it("passes over an installation that cannot run Node programs", async () => {
    executable("first", "pulumi");
    executable("cache/pulumi-9.9.9", "pulumi");
    assert.equal((await findCli(places)).from, "the cache");
  });

  it("takes the cached binary and places a language host beside it", async () => {
    executable("cache/pulumi-9.9.9", "pulumi");
    const path = join(directory, "cache", "pulumi-9.9.9", "pulumi");
    assert.deepEqual(await findCli(places), { path, from: "the cache", ownLanguageHost: true });
    assert.ok(existsSync(join(directory, "cache", "pulumi-9.9.9", "pulumi-language-nodejs")));
  });

  it("fails when there is none and it cannot be built", async () => {
    const cache = join(directory, "cache", "pulumi-9.9.9");
    await assert.rejects(findCli(places), (error: Error) => {
      const start = `pulumi must be on the PATH, in ${cache} or built by Go, which failed: `;
      assert.ok(error.message.startsWith(start), error.message);
      return true;
    });
  });

  it("names the version that the Go module requires", () => {
    assert.equal(versionOf(usualPlaces().module), "3.259.0");
  });

  function executable(folder: string, name: string): void {
    mkdirSync(join(directory, folder), { recursive: true });
    writeFileSync(join(directory, folder, name), "#!/bin/sh\n");
    chmodSync(join(directory, folder, name), 0o755);
  }
});
