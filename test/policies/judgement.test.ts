import assert from "node:assert/strict";
import { all, any, fail, notApplicable, pass, undecided } from "../../policies/judgement";

describe("all", () => {
  it("fails with every failure, whatever else there is", () => {
    assert.deepEqual(all(pass, fail("a"), undecided("x"), fail("b", "c")), fail("a", "b", "c"));
  });

  it("is undecided on every value when nothing fails", () => {
    assert.deepEqual(
      all(pass, undecided("x"), notApplicable("n"), undecided("y")),
      undecided("x", "y"),
    );
  });

  it("passes when one part does and the others do not apply", () => {
    assert.deepEqual(all(notApplicable("n"), pass), pass);
  });

  it("does not apply when no part does, for the first reason", () => {
    assert.deepEqual(all(notApplicable("n"), notApplicable("m")), notApplicable("n"));
  });

  it("passes when there is nothing to judge", () => {
    assert.deepEqual(all(), pass);
  });
});

describe("any", () => {
  it("passes when one part does, whatever else there is", () => {
    assert.deepEqual(any([fail("a"), undecided("x"), pass], "none"), pass);
  });

  it("is undecided on every value when none passes", () => {
    const parts = [fail("a"), undecided("x"), undecided("y")];
    assert.deepEqual(any(parts, "none"), undecided("x", "y"));
  });

  it("fails as it is told when every part does, or there is none", () => {
    assert.deepEqual(any([fail("a"), fail("b")], "none"), fail("none"));
    assert.deepEqual(any([], "none"), fail("none"));
  });
});
