import assert from "node:assert/strict";
import picocolors from "picocolors";
import { field, limit, table } from "../../../../preview/reports/explain/page";
import { page } from "./page";

const shout = (text: string): string => `<${text}>`;

describe("table", () => {
  it("aligns columns and breaks the last into lines", () => {
    const rows = [
      [{ text: "a" }, { text: "one two three four five six seven" }],
      [{ text: "long" }, { text: "eight" }],
    ];
    assert.deepEqual(table(rows, { width: 30 }), [
      "a     one two three four five",
      "      six seven",
      "long  eight",
    ]);
  });

  it("paints what is aligned, line by line, and nothing that is empty", () => {
    const rows = [
      [
        { text: "a", paint: shout },
        { text: "one two three four five six", paint: shout },
      ],
      [
        { text: "bb", paint: shout },
        { text: "", paint: shout },
      ],
    ];
    assert.deepEqual(table(rows, { width: 30 }), [
      "<a >  <one two three four five>",
      "    <six>",
      "<bb>",
    ]);
  });

  it("leaves room for words however narrow it is", () => {
    assert.deepEqual(
      table([[{ text: "x".repeat(30) }, { text: "one two three four five" }]], page, 60),
      [`${"x".repeat(30)}  one two three four five`],
    );
  });
});

describe("field", () => {
  it("puts text beside its label, in colour", () => {
    const options = { ...page, width: 40, style: picocolors.createColors(true) };
    assert.deepEqual(field("why", "one two three four five six", options), [
      "  \u001b[36mwhy           \u001b[39mone two three four five",
      "                six",
    ]);
  });

  it("leaves out what is empty", () => {
    assert.deepEqual([field("why", "", page), field("rules", [], page)], [[], []]);
  });
});

describe("limit", () => {
  const items = Array.from({ length: 13 }, (_, index) => index);

  it("keeps twelve items", () => {
    assert.deepEqual(limit(items.slice(1), page), { shown: items.slice(1), more: "" });
  });

  it("says how many it leaves out", () => {
    assert.deepEqual(limit(items, page), {
      ...{ shown: items.slice(0, 10), more: "and 3 more (--full)" },
    });
  });

  it("keeps all in full", () => {
    assert.deepEqual(limit(items, { ...page, full: true }), { shown: items, more: "" });
  });
});
