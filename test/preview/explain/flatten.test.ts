import assert from "node:assert/strict";
import { flatten } from "../../../preview/explain/flatten";

describe("flatten", () => {
  for (const [what, value, leaves] of [
    [
      "scalars by path",
      { a: { b: 1 }, c: "x" },
      [
        ["a.b", 1],
        ["c", "x"],
      ],
    ],
    ["lists of scalars whole", { a: [1, "x"] }, [["a", [1, "x"]]]],
    [
      "records in lists by index",
      { a: [{ b: 1 }, { b: 2 }] },
      [
        ["a[0].b", 1],
        ["a[1].b", 2],
      ],
    ],
    [
      "what is empty",
      { a: {}, b: [] },
      [
        ["a", {}],
        ["b", []],
      ],
    ],
    ["marks as they are", { a: { $secret: true } }, [["a", { $secret: true }]]],
    ["lists with marks whole", { a: [{ $unknown: true }, 1] }, [["a", [{ $unknown: true }, 1]]]],
    ["odd keys in quotes", { a: { "b.c/d": 1 } }, [['a["b.c/d"]', 1]]],
    ["null", { a: null }, [["a", null]]],
  ] as const) {
    it(`gives ${what}`, () => {
      const found = flatten(value).map((leaf) => [leaf.path, leaf.value]);
      assert.deepEqual(found, leaves);
    });
  }

  it("gives nothing of an empty record", () => {
    assert.deepEqual(flatten({}), []);
  });

  it("begins paths with the given one", () => {
    assert.deepEqual(flatten({ a: 1 }, "top"), [{ path: "top.a", value: 1 }]);
  });
});
