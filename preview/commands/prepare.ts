import { resolve } from "node:path";
import type { Size } from "../../spec/spec";
import type { PreviewRequest } from "../preview-stack";
import { root } from "../root";
import { configurationFor } from "../rules/configuration";
import { designOf } from "../stacks/design";
import { readStacks } from "../stacks/stack";
import type { Failure } from "./failures";

/** Which stacks a command is about, and what it changes of them. */
export interface StackOptions {
  /** Folder of the program that they are of; this project's own when left out. */
  readonly program?: string;
  readonly stack: readonly string[];
  readonly size?: Size;
  readonly set: readonly string[];
}

/** Which stacks to preview, and how they are judged. */
export interface PrepareOptions extends StackOptions {
  /** Configuration of the pack instead of the stack's own. */
  readonly policyConfig?: string;
  readonly policies: boolean;
}

export type Request = Omit<PreviewRequest, "onStep">;

/** Stacks that can be previewed, and what is wrong with the others. */
export interface Prepared {
  readonly requests: Request[];
  readonly failures: Failure[];
}

/** Reads everything that previews need, so that all bad input is reported before the first one runs. */
export function prepare({ stack: names, size, set, ...more }: PrepareOptions): Prepared {
  const { program, policyConfig, policies } = more;
  const folder = program === undefined ? root : resolve(program);
  const requests: Request[] = [];
  const failures: Failure[] = [];
  const attempt = (stack: string | undefined, action: () => void): void => {
    try {
      action();
    } catch (error) {
      failures.push({ error, stack });
    }
  };
  attempt(undefined, () => {
    for (const stack of readStacks(folder, names, { size, set })) {
      attempt(stack.name, () => {
        const design = designOf(stack);
        const configuration = policies
          ? configurationFor(design, policyConfig, stack.directory)
          : undefined;
        requests.push({ stack, design, configuration });
      });
    }
  });
  return { requests, failures };
}
