import assert from "node:assert/strict";
import { pathOf, valueAt, without } from "../../spec/path";

const data = { a: { b: [{ c: 1 }, { c: 2 }] }, d: 3 };

describe("pathOf", () => {
  it("joins names with dots and numbers in brackets", () => {
    assert.equal(
      pathOf(["network", "endpoints", "interface", 0]),
      "network.endpoints.interface[0]",
    );
  });

  it("quotes a name that is no plain word", () => {
    assert.equal(
      pathOf(["database", "parameters", "rds.force_ssl"]),
      'database.parameters["rds.force_ssl"]',
    );
  });
});

describe("valueAt", () => {
  it("finds a value in mappings and lists", () => {
    assert.equal(valueAt(data, ["a", "b", 1, "c"]), 2);
  });

  it("finds nothing where there is nothing, nor what every object inherits", () => {
    assert.equal(valueAt(data, ["a", "x", "c"]), undefined);
    assert.equal(valueAt(data, ["d", "c"]), undefined);
    assert.equal(valueAt(data, ["constructor"]), undefined);
  });
});

describe("without", () => {
  it("takes out what stands at the path", () => {
    assert.deepEqual(without(data, ["a", "b", 0, "c"]), { a: { b: [{}, { c: 2 }] }, d: 3 });
    assert.deepEqual(without(data, ["a"]), { d: 3 });
  });

  it("leaves data as it is where nothing stands at the path", () => {
    assert.deepEqual(without(data, ["x", "y"]), data);
    assert.deepEqual(without(data, ["d", "y"]), data);
  });
});
