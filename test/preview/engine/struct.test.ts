import assert from "node:assert/strict";
import { inspect } from "node:util";
import fc from "fast-check";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { structOf } from "../../../preview/engine/struct";
import type { Data } from "../../../preview/engine/wire";

type JavaScript = Parameters<typeof Struct.fromJavaScript>[0];

/** Shows the order of keys and tells zeros apart. */
const shown = (value: unknown): string => inspect(value, { depth: Infinity });

const data = fc.object({
  key: fc.string().filter((key) => key !== "__proto__"),
  values: [fc.string(), fc.double(), fc.boolean(), fc.constant(null)],
}) as fc.Arbitrary<JavaScript>;

describe("structOf", () => {
  it("gives back what the library's own conversion gives back", () => {
    fc.assert(
      fc.property(data, (given) => {
        const expected = Struct.fromJavaScript(given).toJavaScript();
        assert.equal(shown(structOf(given).toJavaScript()), shown(expected));
      }),
    );
  });

  it("becomes the bytes that the library makes", () => {
    fc.assert(
      fc.property(data, (given) => {
        const expected = Struct.fromJavaScript(given).serializeBinary();
        assert.deepEqual(structOf(given).serializeBinary(), expected);
      }),
    );
  });

  it("keeps what is done to its fields", () => {
    const struct = structOf({ b: 1, a: [{ c: "d" }] });
    struct.getFieldsMap().del("b");
    assert.deepEqual(struct.toJavaScript(), { a: [{ c: "d" }] });
  });

  it("does not follow its data", () => {
    const given = { list: ["a"] };
    const struct = structOf(given);
    given.list.push("b");
    assert.deepEqual(struct.toJavaScript(), { list: ["a"] });
  });

  for (const value of [undefined, () => 1, 1n, Symbol("s")]) {
    it(`fails, as the library does, on a ${typeof value}`, () => {
      const given: Data = { list: [value] };
      const message = { message: "Unexpected struct type." };
      assert.throws(() => Struct.fromJavaScript(given as JavaScript), message);
      assert.throws(() => structOf(given), message);
    });
  }
});
