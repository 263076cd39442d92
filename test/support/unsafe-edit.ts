import assert from "node:assert/strict";
import type { Inputs } from "@pulumi/pulumi";
import type { StackDocument } from "../../preview/document";
import { previewProduction } from "./preview-production";

/** An edit of production that builds, but not safely, and the one rule that refuses it. */
interface Refused {
  /** What the edit does, as the end of "refuses ...". */
  readonly what: string;
  readonly rule: string;
  /** The first resource that the rule finds. */
  readonly resource: string;
}

/** An edit of a value of the spec, as `--set` writes it. */
export interface SpecEdit extends Refused {
  readonly set: string;
}

/** An edit of inputs that no argument of a component makes unsafe, changed behind its back. */
export interface InputEdit extends Refused {
  readonly type: string;
  /** Name of the resource that is changed; every one of its type when left out. */
  readonly name?: string;
  readonly change: (inputs: Inputs) => Inputs;
}

type Edit = SpecEdit | InputEdit;

/**
 * Tests that each edit is refused by exactly the rule that is meant. Edits of different resources for different rules
 * are made to one stack together, of which the pack must then find what each is meant to be found for, and no more.
 */
export function refusesEdits(edits: readonly Edit[]): void {
  for (const batch of batchesOf(edits)) {
    describe(`with ${batch.length} edits at once`, () => {
      let found: Readonly<Record<string, string>>;
      before(async () => {
        const sets = batch.flatMap((edit) => ("set" in edit ? [edit.set] : []));
        const changes = batch.filter((edit) => "change" in edit);
        found = failuresOf(await previewProduction(sets, changes));
      });
      for (const { what, rule, resource } of batch) {
        it(`refuses ${what}`, () => {
          assert.equal(found[rule], resource);
        });
      }
      it("refuses nothing else", () => {
        assert.deepEqual(Object.keys(found).sort(), batch.map(({ rule }) => rule).sort());
      });
    });
  }
}

/** Edits in as few batches as there may be, each of edits that have nothing to do with each other. */
function batchesOf(edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const batches: Edit[][] = [];
  for (const edit of edits) {
    const batch = batches.find((others) => others.every((other) => !meet(edit, other)));
    if (batch === undefined) batches.push([edit]);
    else batch.push(edit);
  }
  return batches;
}

function meet(one: Edit, other: Edit): boolean {
  if (one.rule === other.rule || one.resource === other.resource) return true;
  return "type" in one && "type" in other && one.type === other.type && one.name === other.name;
}

/** A change that takes an input away. */
export function without(property: string): (inputs: Inputs) => Inputs {
  return (inputs) =>
    Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== property));
}

/** A change that sets inputs. */
export function having(values: Inputs): (inputs: Inputs) => Inputs {
  return (inputs) => ({ ...inputs, ...values });
}

/** The first resource that breaks each rule that is broken. */
function failuresOf({ findings, resources }: StackDocument): Readonly<Record<string, string>> {
  const failed = findings.filter(({ verdict }) => verdict === "fail");
  const pairs = failed.map(({ rule, resource }): [string, string] => [
    rule,
    resources.find(({ urn }) => urn === resource)?.name ?? "",
  ]);
  return Object.fromEntries(pairs.reverse());
}
