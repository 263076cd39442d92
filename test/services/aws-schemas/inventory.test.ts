import assert from "node:assert/strict";
import type { ResourceDocument } from "../../../preview/document";
import { resource } from "../../preview/requirements/stack";
import { inventoryOf } from "./inventory";
import type { Mapping } from "./mapping";

const mapping: Mapping = {
  schema: "AWS::Shop::Store",
  properties: { name: "Name", "doors[].width": "Doors[].Width", tagsAll: ["Tags", "tags"] },
  unmapped: { "doors[].paint": "nobody asks" },
  also: [{ schema: "AWS::Shop::House", properties: { floor: "Floor" } }],
};
const inventory = (inputs: ResourceDocument["inputs"]) =>
  inventoryOf(resource({ type: "aws:shop/store:Store", name: "s", inputs }), mapping);

describe("the inventory of a resource's inputs", () => {
  it("counts the values that are held against a schema", () => {
    const { checked, unlisted } = inventory({
      ...{ name: "s", floor: 2, tagsAll: { A: "1", B: "2" } },
      doors: [{ width: 1 }, { width: 2 }],
    });
    assert.deepEqual([checked, unlisted], [6, []]);
  });

  it("counts the values that are not known, and those that are secret", () => {
    const { checked, unknown } = inventory({ name: { $unknown: true }, floor: { $secret: true } });
    assert.deepEqual([checked, unknown], [0, 2]);
  });

  it("counts the values that no schema can judge, but not what every resource has", () => {
    const { unmapped, unlisted } = inventory({
      ...{ region: "eu-west-1", tags: { A: "1" } },
      doors: [{ paint: "red" }],
    });
    assert.deepEqual([unmapped, unlisted], [1, []]);
  });

  it("names what the mapping does not speak of", () => {
    const { unlisted } = inventory({ colour: "red", doors: [{ height: 2 }], names: ["a"] });
    assert.deepEqual(unlisted, ["colour", "doors[].height", "names[]"]);
  });

  it("asks for nothing where a list is empty", () => {
    assert.deepEqual(inventory({ doors: [] }), {
      ...{ checked: 0, unknown: 0, unmapped: 0, unlisted: [], met: [] },
    });
  });

  it("names an empty list that the mapping does not speak of", () => {
    assert.deepEqual(inventory({ windows: [] }).unlisted, ["windows"]);
  });

  it("names what of the mapping was met", () => {
    const { met } = inventory({ name: "s", doors: [{ paint: "red", width: 1 }] });
    assert.deepEqual(met, ["name", "doors[].paint", "doors[].width"]);
  });
});
