import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accountSchema } from "../../account/spec";
import { root } from "../../preview/root";

const page = readFileSync(join(root, "docs", "account.md"), "utf8");

describe("docs/account.md", () => {
  it("describes every setting of an account, and no other", () => {
    const [, settings = ""] = page.split("## Settings");
    const [table = ""] = settings.split("## Outputs");
    const described = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    assert.deepEqual(described, Object.keys(accountSchema.shape));
  });

  it("says which settings must be given", () => {
    const needed = [...page.matchAll(/^\| `(\w+)` \| yes \|/gm)].map(([, name]) => name);
    const required = Object.entries(accountSchema.shape).filter(
      ([, schema]) => !schema.safeParse(undefined).success,
    );
    assert.deepEqual(
      needed,
      required.map(([name]) => name),
    );
  });
});
