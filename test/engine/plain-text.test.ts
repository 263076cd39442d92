import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { holds, plainTextIn } from "./plain-text";

describe("plainTextIn", () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "groundwork-plain-"));
    mkdirSync(join(directory, "state"));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  it("names each file that holds a value", () => {
    writeFileSync(join(directory, "state", "stack.json"), '{"password":"correct-horse"}');
    writeFileSync(join(directory, "other.json"), '{"password":"another"}');
    assert.deepEqual(plainTextIn(directory, ["correct-horse"]), [
      `${join(directory, "state", "stack.json")}: corr...`,
    ]);
  });

  it("finds a value that JSON writes with escapes", () => {
    assert.ok(holds(JSON.stringify({ secret: '{"password":"x"}' }), '{"password":"x"}'));
  });

  it("finds nothing where there is nothing", () => {
    writeFileSync(join(directory, "state", "stack.json"), "{}");
    assert.deepEqual(plainTextIn(directory, ["correct-horse"]), []);
  });
});
