import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nameOf } from "../../preview/engine/urn";
import { StackUnderTest } from "./stack-tests";

describe("A deployment of the stack staging that AWS interrupts", () => {
  const stack = new StackUnderTest("staging");

  before(function () {
    return stack.start(this);
  });

  it("fails with AWS's words, beside what it has made so far", async () => {
    const { providers } = stack.bench;
    const refused = stack.expected.resources.find(({ name }) => name === "database-subnets");
    providers.refused.add(refused?.urn ?? "");
    const { code, events } = await stack.up();
    const created = providers.subjects("create");
    assert.notEqual(code, 0);
    assert.ok(events.diagnostics.some(({ message }) => message.includes("the quota is exceeded")));
    assert.ok(created.length > 0 && created.length < stack.managed.length);
  });

  it("is completed by the next one, which makes nothing twice", async () => {
    const { code, stdout } = await stack.up();
    assert.equal(code, 0, stdout);
    assert.deepEqual(stack.bench.providers.subjects("create"), stack.managed);
    assert.deepEqual(stack.bench.providers.subjects("update"), []);
    assert.deepEqual(stack.bench.providers.subjects("delete"), []);
  });

  describe("and is then changed in one place:", () => {
    /** What a change does, by operation: the names of the resources. */
    const changed = async (): Promise<Record<string, readonly string[]>> => {
      const { calls } = stack.bench.providers;
      const before = calls.length;
      const { code, stdout } = await stack.up();
      assert.equal(code, 0, stdout);
      const done = calls.slice(before).filter(({ preview }) => !preview);
      const named = (wanted: string) =>
        done.flatMap(({ method, subject }) => (method === wanted ? [nameOf(subject)] : [])).sort();
      return { create: named("create"), update: named("update"), delete: named("delete") };
    };

    it("a larger volume is an update of the database alone", async () => {
      await stack.override("database.storage.allocatedGiB", "60");
      assert.deepEqual(await changed(), { create: [], update: ["database"], delete: [] });
    });

    it("longer backups are an update of the database alone", async () => {
      await stack.override("database.backup.retentionDays", "14");
      assert.deepEqual(await changed(), { create: [], update: ["database"], delete: [] });
    });

    it("one more bucket is only created: it and what protects it", async () => {
      await stack.override("storage.buckets.reports.versioning", "true");
      const { create = [], ...others } = await changed();
      assert.deepEqual(others, { update: [], delete: [] });
      assert.ok(create.length > 5);
      assert.deepEqual([...new Set(create)], ["storage-reports"]);
    });

    it("a component of another name, with the old one as alias, is nothing to change", async () => {
      rename("Monitoring", "monitoring", "notifications");
      assert.deepEqual(await changed(), { create: [], update: [], delete: [] });
    });

    it("a component of another name is updated where tags tell the name, and nowhere else", async () => {
      rename("Database", "database", "store");
      const tagged = ["store-instances", "store-rotation"];
      assert.deepEqual(await changed(), { create: [], update: tagged, delete: [] });
    });

    /** Gives a component another name, and its old one as alias. */
    const rename = (component: string, from: string, to: string): void => {
      const path = join(stack.bench.workspace.repository, "platform.ts");
      const program = readFileSync(path, "utf8");
      const renamed = program.replace(
        new RegExp(`new ${component}\\("${from}", (.*), opts\\)`),
        `new ${component}("${to}", $1, { ...opts, aliases: [{ name: "${from}" }] })`,
      );
      writeFileSync(path, renamed);
      assert.notEqual(renamed, program);
    };
  });
});
