import assert from "node:assert/strict";
import { testStack } from "./stack-tests";

testStack("production", (stack) => {
  it("refuses to replace what is protected", async () => {
    await stack.override("database.databaseName", "another");
    const { code, events } = await stack.preview();
    const [first] = events.diagnostics;
    assert.notEqual(code, 0);
    assert.match(first?.urn ?? "", /aws:rds\/instance:Instance::database$/);
    assert.match(
      first?.message ?? "",
      /^unable to replace resource .*\nas it is currently marked for protection/,
    );
  });

  it("is not destroyed: the preview of it stops at what is protected", async () => {
    const { code, stdout } = await stack.destroy();
    assert.notEqual(code, 0);
    assert.match(stdout, /cannot be deleted\n\s+because it is protected/);
    assert.deepEqual(stack.bench.providers.subjects("delete"), []);
  });

  it("loses nothing protected when it is destroyed without a preview", async () => {
    const { code } = await stack.destroy("--skip-preview");
    const deleted = stack.bench.providers.subjects("delete");
    const lost = stack.protected.filter((urn) => deleted.includes(urn));
    assert.notEqual(code, 0);
    assert.ok(stack.protected.length > 0);
    assert.deepEqual(lost, []);
  });
});
