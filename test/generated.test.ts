import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generatedFiles } from "../bin/generated-files";
import { root } from "../preview/root";

describe("generated files", () => {
  for (const [path, text] of generatedFiles()) {
    it(`hold ${path} as \`npm run generate\` writes it`, () => {
      const file = join(root, path);
      assert.equal(existsSync(file) ? readFileSync(file, "utf8") : "", text);
    });
  }
});
