import assert from "node:assert/strict";
import { specPaths } from "../../../preview/explain/spec-paths";
import type { StackDocument } from "../../../preview/document";

/** The paths for some inputs of a resource of the component database. */
function pathsFor(
  inputs: StackDocument["spec"],
  database: StackDocument["spec"],
  component = "database",
): readonly (readonly string[])[] {
  return [...specPaths({ component, inputs }, { spec: { database } })];
}

describe("specPaths", () => {
  it("are those with the name and the value of an input", () => {
    assert.deepEqual(
      pathsFor({ multiAz: true, iops: 10000 }, { multiAz: true, storage: { iops: 10000 } }),
      [
        ["multiAz", "database.multiAz"],
        ["iops", "database.storage.iops"],
      ],
    );
  });

  it("are none where the value differs", () => {
    assert.deepEqual(pathsFor({ multiAz: true }, { multiAz: false }), []);
  });

  it("are none where two paths have the name and the value", () => {
    assert.deepEqual(pathsFor({ days: 7 }, { logs: { days: 7 }, backup: { days: 7 } }), []);
  });

  it("are none of another component", () => {
    assert.deepEqual(pathsFor({ multiAz: true }, { multiAz: true }, "cache"), []);
  });
});
