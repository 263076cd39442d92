import assert from "node:assert/strict";
import { nearest } from "../../spec/nearest";

const known = ["retentionDays", "window", "multiAz", "deletionProtection"];

describe("nearest", () => {
  const meant: readonly (readonly [string, string])[] = [
    ["retentiondays", "retentionDays"],
    ["retention-days", "retentionDays"],
    ["multi_az", "multiAz"],
    ["widnow", "window"],
    ["deletion", "deletionProtection"],
  ];
  meant.forEach(([written, name]) => {
    it(`takes ${written} for ${name}`, () => {
      assert.equal(nearest(written, known), name);
    });
  });

  it("knows nothing near another word", () => {
    assert.equal(nearest("colour", known), undefined);
    assert.equal(nearest("x", known), undefined);
    assert.equal(nearest("", known), undefined);
  });

  it("knows nothing where nothing is known", () => {
    assert.equal(nearest("window", []), undefined);
  });
});
