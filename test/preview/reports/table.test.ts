import assert from "node:assert/strict";
import { alignColumns, wrap } from "../../../preview/reports/table";

describe("alignColumns", () => {
  it("pads each column to its widest cell and lets nothing trail", () => {
    assert.deepEqual(
      alignColumns([
        ["a", "bb", ""],
        ["ccc", "d", "e"],
      ]),
      ["a    bb", "ccc  d   e"],
    );
  });
  it("aligns numbers to the right", () => {
    assert.deepEqual(
      alignColumns(
        [
          ["a", "7"],
          ["b", "10"],
        ],
        [1],
      ),
      ["a   7", "b  10"],
    );
  });
});

describe("wrap", () => {
  it("breaks at spaces", () => {
    assert.deepEqual(wrap("one two three", 8), ["one two", "three"]);
  });
  it("lets a word that is too long stand alone", () => {
    assert.deepEqual(wrap("a incomprehensibilities b", 5), ["a", "incomprehensibilities", "b"]);
  });
});
