import assert from "node:assert/strict";
import { isTimeZone } from "../../spec/time-zone";

describe("isTimeZone", () => {
  for (const name of ["Etc/UTC", "Africa/Lusaka", "US/Eastern", "Etc/GMT+2"]) {
    it(`says true of ${name}`, () => {
      assert.equal(isTimeZone(name), true);
    });
  }

  for (const name of ["Africa/Nowhere", "Local", ""]) {
    it(`says false of "${name}"`, () => {
      assert.equal(isTimeZone(name), false);
    });
  }
});
