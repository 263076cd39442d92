import assert from "node:assert/strict";
import fc from "fast-check";
import { merge } from "../../spec/merge";

/** Plain data without `null`, which takes values out. */
const { tree } = fc.letrec((tie) => ({
  tree: fc.dictionary(fc.string({ maxLength: 3 }), tie("value"), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
  value: fc.oneof(
    { depthSize: "small" },
    fc.integer(),
    fc.string(),
    fc.boolean(),
    fc.array(fc.integer(), { maxLength: 3 }),
    tie("tree"),
  ),
}));
const layer = tree;

describe("merge", () => {
  it("joins mappings and replaces everything else, the later over the earlier", () => {
    assert.deepEqual(
      merge({ a: { b: 1, c: [1, 2] }, d: 4 }, { a: { c: [3] }, d: { e: 5 } }, { a: { f: 6 } }),
      { a: { b: 1, c: [3], f: 6 }, d: { e: 5 } },
    );
  });

  it("takes out what null stands for, at any depth", () => {
    assert.deepEqual(merge({ a: { b: 1, c: 2 }, d: 3 }, { a: { b: null }, d: null }), {
      a: { c: 2 },
    });
  });

  it("keeps null out of mappings that only the later layer has", () => {
    assert.deepEqual(merge({}, { a: { b: null, c: 1 } }), { a: { c: 1 } });
  });

  it("passes over layers and values that are not given", () => {
    assert.deepEqual(merge(undefined, { a: 1, b: 2 }, undefined, { a: undefined }), { a: 1, b: 2 });
  });

  it("treats a name that every object inherits like any other", () => {
    const layer = JSON.parse('{ "__proto__": { "x": 1 }, "constructor": { "y": 2 } }') as object;
    const merged = merge(layer, layer);
    assert.deepEqual(Object.keys(merged).sort(), ["__proto__", "constructor"]);
    assert.equal(({} as Record<string, unknown>)["x"], undefined);
  });

  it("changes nothing when a layer is merged with itself", () => {
    fc.assert(
      fc.property(layer, (one) => {
        assert.deepEqual(merge(one, one), merge(one));
      }),
    );
  });

  it("changes nothing when merged with an empty layer", () => {
    fc.assert(
      fc.property(layer, (one) => {
        assert.deepEqual(merge({}, one), merge(one));
        assert.deepEqual(merge(one, {}), merge(one));
      }),
    );
  });

  it("joins several layers as it joins them one after the other", () => {
    fc.assert(
      fc.property(layer, layer, layer, (one, two, three) => {
        assert.deepEqual(merge(one, two, three), merge(merge(one, two), three));
      }),
    );
  });

  it("changes nothing when the last layer comes again", () => {
    fc.assert(
      fc.property(layer, layer, (one, two) => {
        assert.deepEqual(merge(one, two, two), merge(one, two));
      }),
    );
  });

  it("leaves its layers as they were", () => {
    fc.assert(
      fc.property(layer, layer, (one, two) => {
        const before = JSON.stringify([one, two]);
        merge(one, two);
        assert.equal(JSON.stringify([one, two]), before);
      }),
    );
  });
});
