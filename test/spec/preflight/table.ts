import assert from "node:assert/strict";
import type { Problem } from "../../../spec/problem";
import { problemsWith } from "../sound-spec";

/** A change of the sound spec, and everything that is then wrong. */
export type Case = readonly [what: string, change: object, ...expected: readonly Problem[]];

/** Tests that a change which AWS would refuse is refused, by exactly the problems that are meant. */
export function refuses(cases: readonly Case[]): void {
  cases.forEach(([what, change, ...expected]) => {
    it(`fails when ${what}`, () => {
      assert.deepEqual(problemsWith(change), expected);
    });
  });
}

/** Tests that a change which works is let through, however unwise it is. */
export function accepts(cases: readonly (readonly [what: string, change: object])[]): void {
  cases.forEach(([what, change]) => {
    it(`accepts ${what}`, () => {
      assert.deepEqual(problemsWith(change), []);
    });
  });
}
