import assert from "node:assert/strict";
import { differences } from "./differences";

describe("differences", () => {
  const value = { a: { tags: { Name: "x" } }, b: [1, 2] };

  it("are none between equal values, whatever the order of their keys", () => {
    assert.deepEqual(differences(value, { b: [1, 2], a: { tags: { Name: "x" } } }), []);
  });

  it("name each place, what is expected and what was found", () => {
    assert.deepEqual(differences(value, { a: { tags: { Name: "y" } }, b: [1] }), [
      '/a/tags/Name: expected "y", found "x"',
      "/b/1: expected nothing, found 2",
    ]);
  });

  it("tell an empty list from nothing", () => {
    assert.deepEqual(differences({ a: [] }, {}), ["/a: expected nothing, found []"]);
  });

  it("shorten what is long, and still find what differs after that", () => {
    const [long, longer] = ["x".repeat(300), `${"x".repeat(300)}y`];
    const shown = `"${"x".repeat(199)}...`;
    assert.deepEqual(differences(long, longer), [`: expected ${shown}, found ${shown}`]);
  });
});
