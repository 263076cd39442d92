import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { rules } from "@groundwork/policies/pack";
import type { StackDocument } from "../../preview/document";
import type { Condition } from "../../preview/requirements/condition";
import { evaluate } from "../../preview/requirements/evaluate";
import { loadRequirements } from "../../preview/requirements/load";
import { isOrigin } from "../../preview/requirements/origin";
import { inputOf, parsePath } from "../../preview/requirements/path";
import type { Proof, Row } from "../../preview/requirements/row";
import { root } from "../../preview/root";
import { configurationFor } from "../../preview/rules/configuration";
import { InputError } from "../../preview/stacks/problems";
import { designOf } from "../../preview/stacks/design";
import { readStacks } from "../../preview/stacks/stack";
import { renderProblems } from "../../spec/problem";
import { environments } from "../../spec/spec";
import { inputsOf } from "../support/inputs-of";
import { previewOnce } from "../support/preview-once";

/** Lines of each system's guide, and how many of them are not proved yet: the latter only ever shrinks. */
const systems = {
  "cdf-smart-hub": {
    rows: 160,
    unproved: { production: 59, staging: 80 },
    // Of id, source, kind and words of every row in their order, as they were read from the guide:
    // a proof that does not fit a line must not be made to fit by changing the line.
    digest: "aff5e209f9b412bae5a551da8c4f33543004adfee37c6a2c94707ad04c1ebacc",
  },
} as const;

/** The rows of a system; fails with what is wrong with each. */
function load(system: string): readonly Row[] {
  try {
    return loadRequirements(system, root);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return assert.fail(renderProblems(error.subject, error.problems));
  }
}

/** The stack as `groundwork preview` shows it. */
async function preview(name: string): Promise<StackDocument> {
  const [stack] = readStacks(root, [name], { size: undefined, set: [] });
  assert.ok(stack);
  const design = designOf(stack);
  const configuration = configurationFor(design, undefined);
  const { document } = await previewOnce({
    stack,
    design,
    configuration,
    onStep: () => undefined,
  });
  return document;
}

const proofsOf = (rows: readonly Row[]) =>
  rows.flatMap(({ id, proof = [] }) =>
    proof.map((one, index) => ({ name: `${id} ${index}`, one })),
  );

/** Every selection that a proof makes: its type, and the paths it reads there. */
function selectionsOf(proof: Proof): { type: string; paths: readonly string[] }[] {
  if (proof.kind === "resource") {
    const { resource: type, where = {}, expect = {}, distinct = [] } = proof;
    return [{ type, paths: [...Object.keys(where), ...Object.keys(expect), ...distinct] }];
  }
  if (proof.kind !== "absent") return [];
  const { absent, where = {}, beside } = proof;
  return [
    { type: absent, paths: Object.keys(where) },
    { type: beside.resource, paths: Object.keys(beside.where ?? {}) },
  ];
}

/** The resources that a proof speaks of by what is made from them, or unlike them. */
function referencesOf(proof: Proof): readonly string[] {
  if (proof.kind !== "resource" && proof.kind !== "absent") return [];
  const conditions: Record<string, Condition>[] =
    proof.kind === "resource"
      ? [proof.where ?? {}, proof.expect ?? {}]
      : [proof.where ?? {}, proof.beside.where ?? {}];
  return conditions
    .flatMap((one) => Object.values(one))
    .flatMap(({ from = [], unlike }) => [from, unlike?.of ?? []].flat());
}

for (const [system, expected] of Object.entries(systems)) {
  describe(`the requirements of ${system}`, () => {
    let rows: readonly Row[] = [];
    const stacks: Record<string, StackDocument> = {};
    before(async () => {
      rows = load(system);
      for (const name of environments) stacks[name] = await preview(name);
    });
    const stackOf = (name: string) => stacks[name] ?? assert.fail(`${name} was not previewed`);

    it("are the lines of the guide, in its order", () => {
      const lines = rows.map(({ id, source, kind, says }) => [id, source, kind, says]);
      const digest = createHash("sha256").update(JSON.stringify(lines)).digest("hex");
      assert.deepEqual([rows.length, digest], [expected.rows, expected.digest]);
    });

    for (const name of environments) {
      it(`are not broken in ${name}`, () => {
        const failed = stackOf(name).requirements.filter(({ verdict }) => verdict === "failed");
        const wrong = failed.flatMap(({ id, proofs }) =>
          proofs.filter(({ holds }) => !holds).map(({ detail }) => `${id}: ${detail}`),
        );
        assert.deepEqual(wrong, []);
      });

      it(`are unproved in ${name} no more often than before`, () => {
        const { requirements } = stackOf(name);
        const unproved = requirements.filter(({ verdict }) => verdict === "unproved");
        assert.equal(unproved.length, expected.unproved[name]);
      });

      it(`have no proof that holds on an empty ${name}`, () => {
        const counts = stackOf(name).rules.map((rule) => ({
          ...rule,
          ...{ passed: 0, failed: 0, undecided: 0, exempt: 0, notApplicable: 0 },
        }));
        const empty = { environment: name, resources: [], rules: counts };
        const holding = evaluate(rows, empty, root).flatMap(({ row, proofs }) =>
          proofs.filter(({ holds }) => holds).map(({ proof }) => `${row.id}: ${proof.kind}`),
        );
        assert.deepEqual(
          holding.filter((proof) => !/: (document|owner)$/.test(proof)),
          [],
        );
      });
    }

    it("have proofs that each apply to an environment", () => {
      const apart = rows.flatMap(({ id, in: row, proof = [] }) =>
        proof.some((one) => row !== undefined && one.in !== undefined && one.in !== row)
          ? [id]
          : [],
      );
      assert.deepEqual(apart, []);
    });

    it("speak of resources that are there", () => {
      const resources = environments.flatMap((name) => stackOf(name).resources);
      const names = resources.map(({ type, name }) => `${type}::${name}`);
      const absent = proofsOf(rows).flatMap(({ name, one }) =>
        referencesOf(one)
          .filter((reference) => !names.some((resource) => isOrigin(resource, reference)))
          .map((reference) => `${name}: ${reference}`),
      );
      assert.deepEqual(absent, []);
    });

    it("speak of rules that the pack has", () => {
      const ids: readonly string[] = rules.map(({ id }) => id);
      const unknown = proofsOf(rows).filter(
        ({ one }) => one.kind === "rule" && !ids.includes(one.rule),
      );
      assert.deepEqual(unknown, []);
    });

    it("speak of types and inputs that the providers have", () => {
      const unknown = proofsOf(rows).flatMap(({ name, one }) =>
        selectionsOf(one).flatMap(({ type, paths }) => {
          const inputs = inputsOf(type);
          if (inputs.length === 0) return [`${name}: ${type}`];
          const named = paths.map((path) => inputOf(parsePath(path) ?? []));
          return named
            .filter((input) => input !== "tagsAll" && !inputs.includes(input))
            .map((input) => `${name}: ${type} ${input}`);
        }),
      );
      assert.deepEqual(unknown, []);
    });
  });
}
