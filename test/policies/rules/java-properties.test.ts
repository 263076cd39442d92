import assert from "node:assert/strict";
import { javaProperties } from "../../../policies/rules/java-properties";

describe("javaProperties", () => {
  const read = (text: string): unknown => [...javaProperties(text)];

  it("reads a key and a value a line", () => {
    assert.deepEqual(read("a=1\nb = 2\r\n c:3 \nd 4"), [
      ["a", "1"],
      ["b", "2"],
      ["c", "3"],
      ["d", "4"],
    ]);
  });

  it("takes all that follows for the value", () => {
    assert.deepEqual(read("url=jdbc:x=1 y"), [["url", "jdbc:x=1 y"]]);
  });

  it("passes over comments and empty lines", () => {
    assert.deepEqual(read("# a=1\n! b=2\n\n  # c=3\nd=4"), [["d", "4"]]);
  });

  it("takes the last value of a key", () => {
    assert.deepEqual(read("a=1\na=2"), [["a", "2"]]);
  });

  it("reads a key without a value", () => {
    assert.deepEqual(read("a=\nb"), [
      ["a", ""],
      ["b", ""],
    ]);
  });
});
