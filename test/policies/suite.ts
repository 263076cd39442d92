import assert from "node:assert/strict";
import type { Data } from "../../policies/data";
import type { Rule } from "../../policies/rule";
import type { Verdict } from "../../policies/verdict";
import { judge, resource } from "./kit";

/** The tests of one rule on resources of one type, each a change to a resource that satisfies it. */
export interface Suite {
  /** A test that the rule is satisfied. */
  readonly passes: (title: string, change: Data) => void;
  /** A test that the rule finds exactly these failures, and reports them with its fix. */
  readonly fails: (title: string, change: Data, ...failures: readonly string[]) => void;
  /** A test that the rule waits for these values. */
  readonly isUndecided: (title: string, change: Data, ...values: readonly string[]) => void;
  /** A test that the rule has nothing to say, for this reason. */
  readonly doesNotApply: (title: string, change: Data, reason: string) => void;
}

/** Tests a rule against changes to the inputs of a compliant resource; `undefined` removes an input. */
export function suite(rule: Rule, type: string, compliant: Data, settings?: Data): Suite {
  const verdictOn = async (change: Data): Promise<Verdict> => {
    const item = resource(type, { ...compliant, ...change });
    const configuration = settings === undefined ? {} : { [rule.id]: settings };
    const { verdicts, diagnostics } = await judge([rule], [item], { configuration });
    assert.equal(verdicts.length, 1, "a rule gives one verdict on a resource");
    const [verdict] = verdicts as [Verdict];
    const reported = diagnostics.map(({ policy, message, urn }) => [policy, message, urn]);
    const message = `${verdict.message ?? ""}\n${rule.fix}`;
    const expected = verdict.verdict === "fail" ? [[rule.id, message, item.urn]] : [];
    assert.deepEqual(reported, expected, "only failures are reported, with the fix");
    return verdict;
  };
  const test = (title: string, change: Data, verdict: string, message?: string): void => {
    it(title, async () => {
      const actual = await verdictOn(change);
      assert.deepEqual({ verdict: actual.verdict, message: actual.message }, { verdict, message });
    });
  };
  return {
    passes: (title, change) => {
      test(title, change, "pass");
    },
    fails: (title, change, ...failures) => {
      test(title, change, "fail", failures.join("\n"));
    },
    isUndecided: (title, change, ...values) => {
      test(title, change, "undecided", `not known until deployed: ${values.join(", ")}`);
    },
    doesNotApply: (title, change, reason) => {
      test(title, change, "notApplicable", reason);
    },
  };
}
