import assert from "node:assert/strict";
import { memoryBytesOf } from "../../../components/database/instance-memory";
import { familiesByRegion, sizesOfFamilies } from "../../../spec/preflight/instance-classes";
import { machineOf } from "../../../spec/preflight/machine";

const gib = 1024 ** 3;

describe("machineOf", () => {
  const figures: readonly (readonly [type: string, processors: number, gib: number])[] = [
    ["a1.medium", 1, 2],
    ["c5.9xlarge", 36, 72],
    ["c5ad.24xlarge", 96, 192],
    ["c6gn.medium", 1, 2],
    ["c6i.32xlarge", 128, 256],
    ["c7g.xlarge", 4, 8],
    ["c7i-flex.large", 2, 4],
    ["m7g.large", 2, 8],
    ["m7i.48xlarge", 192, 768],
    ["r6gd.medium", 1, 8],
    ["r6i.2xlarge", 8, 64],
    ["t3.micro", 2, 1],
    ["t3a.small", 2, 2],
    ["t4g.medium", 2, 4],
    ["t4g.2xlarge", 8, 32],
    ["x2gd.large", 2, 32],
    ["x2idn.16xlarge", 64, 1024],
    ["x2iedn.xlarge", 4, 128],
  ];
  figures.forEach(([type, processors, memory]) => {
    it(`knows ${type}`, () => {
      assert.deepEqual(machineOf(type), { processors, memoryBytes: memory * gib });
    });
  });

  [
    "c5n.xlarge",
    "c4.large",
    "m4.large",
    "t2.large",
    "t4g.nano",
    "m7g.metal",
    "p5.48xlarge",
  ].forEach((type) => {
    it(`says nothing of ${type}, which follows no rule that it knows`, () => {
      assert.equal(machineOf(type), undefined);
    });
  });

  it("counts the memory of a database's class like the component does", () => {
    const families = new Set(Object.values(familiesByRegion).flatMap((each) => each.split(" ")));
    const types = sizesOfFamilies.flatMap(([each, sizes]) =>
      each
        .split(" ")
        .filter((family) => families.has(family))
        .flatMap((family) => sizes.split(" ").map((size) => `${family}.${size}`)),
    );
    const compared = types.filter((type) => memoryBytesOf(`db.${type}`) !== undefined);
    assert.ok(compared.length > 200);
    compared.forEach((type) => {
      assert.equal(machineOf(type)?.memoryBytes, memoryBytesOf(`db.${type}`), type);
    });
  });
});
