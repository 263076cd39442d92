import assert from "node:assert/strict";
import { fromPreview } from "./described";
import { differences } from "./differences";
import { testStack } from "./stack-tests";

testStack("staging", (stack) => {
  it("updates what a setting changes and nothing else", async () => {
    await stack.override("database.backup.retentionDays", "21");
    const before = fromPreview(stack.expected.resources);
    const after = fromPreview((await stack.offline()).resources);
    const changed = Object.keys(after).filter(
      (urn) => differences(after[urn], before[urn]).length > 0,
    );
    const { code, stdout, events } = await stack.up();
    assert.equal(code, 0, stdout);
    assert.ok(changed.length > 0);
    assert.deepEqual(stack.bench.providers.subjects("update"), changed);
    const [update, same] = [changed.length, stack.expected.resources.length - changed.length];
    assert.deepEqual(events.changes, { same, update });
  });

  it("is destroyed but for what goes with its database", async () => {
    const { code, stdout, events } = await stack.destroy();
    assert.equal(code, 0, stdout);
    assert.deepEqual(events.changes, { delete: stack.expected.resources.length });
    // RDS ends the rotation of the password that it manages.
    const [rotation, ...others] = stack.managed.filter((urn) => urn.endsWith("::database-master"));
    assert.deepEqual(others, []);
    assert.deepEqual(
      stack.bench.providers.subjects("delete"),
      stack.managed.filter((urn) => urn !== rotation),
    );
  });
});
