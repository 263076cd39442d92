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

/** Tests that each edit is refused by exactly the rule that is meant. */
export function refusesEdits(edits: readonly (SpecEdit | InputEdit)[]): void {
  for (const edit of edits) {
    it(`refuses ${edit.what}, and nothing else`, async () => {
      const document = await ("set" in edit
        ? previewProduction([edit.set])
        : previewProduction([], edit));
      assert.deepEqual(failuresOf(document), { rules: [edit.rule], first: edit.resource });
    });
  }
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

/** The rules that a stack breaks, and the first resource that does. */
function failuresOf({ findings, resources }: StackDocument): {
  readonly rules: readonly string[];
  readonly first: string | undefined;
} {
  const failed = findings.filter(({ verdict }) => verdict === "fail");
  return {
    rules: [...new Set(failed.map(({ rule }) => rule))],
    first: resources.find(({ urn }) => urn === failed[0]?.resource)?.name,
  };
}
