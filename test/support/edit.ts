import type { Inputs } from "@pulumi/pulumi";

/** A change of one resource's inputs, as a Pulumi transformation makes it. */
export interface Edit {
  readonly type: string;
  /** Name of the resource; every resource of the type when left out. */
  readonly name?: string | undefined;
  readonly change: (inputs: Inputs) => Inputs;
}

/** The changes that `test/preview/fixtures/edited.ts` applies to the program. */
export const edits: { current: readonly Edit[] } = { current: [] };
