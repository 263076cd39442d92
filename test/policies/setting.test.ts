import assert from "node:assert/strict";
import {
  accepts,
  type BooleanSetting,
  type IntegerSetting,
  type IntegersSetting,
  isAtLeastAsStrict,
  requirementOf,
  schemaOf,
  type TextsSetting,
} from "../../policies/setting";

const days: IntegerSetting = {
  kind: "integer",
  description: "Days.",
  minimum: 1,
  maximum: 35,
  default: 7,
  stricter: "higher",
};
const ports: IntegersSetting = {
  kind: "integers",
  description: "Ports.",
  minimum: 0,
  maximum: 65535,
  default: [443],
};
const accounts: TextsSetting = {
  kind: "texts",
  description: "Accounts.",
  form: "account ids of 12 digits",
  pattern: String.raw`^\d{12}$`,
  default: ["123456789012"],
  stricter: "fewer",
};
const report: BooleanSetting = { kind: "boolean", description: "Report.", default: false };

describe("a whole number", () => {
  it("has a schema for the engine", () => {
    assert.deepEqual(schemaOf(days), {
      type: "integer",
      minimum: 1,
      maximum: 35,
      description: "Days.",
      default: 7,
    });
  });

  it("must be in its range", () => {
    assert.equal(requirementOf(days), "must be a whole number from 1 to 35");
    for (const value of [1, 7, 35]) assert.equal(accepts(days, value), true, String(value));
    for (const value of [0, 36, 7.5, "7", Number.NaN, null, [7]]) {
      assert.equal(accepts(days, value), false, String(value));
    }
  });

  it("is stricter when it is higher, where higher is stricter", () => {
    assert.equal(isAtLeastAsStrict(days, 30, 7), true);
    assert.equal(isAtLeastAsStrict(days, 7, 7), true);
    assert.equal(isAtLeastAsStrict(days, 6, 7), false);
  });

  it("is stricter when it is lower, where lower is stricter", () => {
    assert.equal(isAtLeastAsStrict({ ...days, stricter: "lower" }, 6, 7), true);
    assert.equal(isAtLeastAsStrict({ ...days, stricter: "lower" }, 8, 7), false);
  });
});

describe("a list of whole numbers", () => {
  it("has a schema for the engine", () => {
    assert.deepEqual(schemaOf(ports), {
      type: "array",
      items: { type: "integer", minimum: 0, maximum: 65535 },
      uniqueItems: true,
      description: "Ports.",
      default: [443],
    });
  });

  it("must hold different numbers in their range", () => {
    assert.equal(requirementOf(ports), "must be a list of different whole numbers from 0 to 65535");
    for (const value of [[], [443], [80, 443]]) assert.equal(accepts(ports, value), true);
    for (const value of [443, [443, 443], [70000], ["443"], {}]) {
      assert.equal(accepts(ports, value), false);
    }
  });

  it("is stricter when it is a part", () => {
    assert.equal(isAtLeastAsStrict(ports, [], [443]), true);
    assert.equal(isAtLeastAsStrict(ports, [443], [80, 443]), true);
    assert.equal(isAtLeastAsStrict(ports, [22], [443]), false);
  });
});

describe("a list of texts", () => {
  it("has a schema for the engine", () => {
    assert.deepEqual(schemaOf(accounts), {
      type: "array",
      items: { type: "string", pattern: String.raw`^\d{12}$` },
      uniqueItems: true,
      description: "Accounts.",
      default: ["123456789012"],
    });
  });

  it("must hold different texts of its form", () => {
    assert.equal(requirementOf(accounts), "must be a list of different account ids of 12 digits");
    for (const value of [[], ["123456789012"]]) assert.equal(accepts(accounts, value), true);
    for (const value of ["123456789012", ["1"], [123456789012], Array(2).fill("123456789012")]) {
      assert.equal(accepts(accounts, value), false);
    }
  });

  it("is stricter when it is a part, where fewer are stricter", () => {
    assert.equal(isAtLeastAsStrict(accounts, [], ["a"]), true);
    assert.equal(isAtLeastAsStrict(accounts, ["a"], ["b", "a"]), true);
    assert.equal(isAtLeastAsStrict(accounts, ["c"], ["a"]), false);
  });

  it("is stricter when it has all, where more are stricter", () => {
    const names = { ...accounts, stricter: "more" as const };
    assert.equal(isAtLeastAsStrict(names, ["a", "b"], ["b"]), true);
    assert.equal(isAtLeastAsStrict(names, ["a"], []), true);
    assert.equal(isAtLeastAsStrict(names, ["a"], ["b"]), false);
  });

  it("is stricter when it has some, and a part, where none stands for any", () => {
    const registries = { ...accounts, stricter: "fewer, not none" } as const;
    const [one, both] = [["123456789012"], ["123456789012", "210987654321"]];
    assert.equal(isAtLeastAsStrict(registries, one, []), true);
    assert.equal(isAtLeastAsStrict(registries, [], []), true);
    assert.equal(isAtLeastAsStrict(registries, one, both), true);
    assert.equal(isAtLeastAsStrict(registries, both, one), false);
    assert.equal(isAtLeastAsStrict(registries, [], one), false);
  });
});

describe("a switch", () => {
  it("has a schema for the engine", () => {
    assert.deepEqual(schemaOf(report), {
      type: "boolean",
      description: "Report.",
      default: false,
    });
  });

  it("must be true or false", () => {
    assert.equal(requirementOf(report), "must be true or false");
    assert.equal(accepts(report, true), true);
    assert.equal(accepts(report, "true"), false);
  });

  it("is stricter when it is on", () => {
    assert.equal(isAtLeastAsStrict(report, true, false), true);
    assert.equal(isAtLeastAsStrict(report, true, true), true);
    assert.equal(isAtLeastAsStrict(report, false, false), true);
    assert.equal(isAtLeastAsStrict(report, false, true), false);
  });
});
