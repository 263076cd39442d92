import type { Problem } from "../../spec/problem";

/** Bad input: everything that is wrong with what the user wrote, at once. */
export class InputError extends Error {
  override readonly name = "InputError";

  constructor(
    /** What the problems are of: a stack, a file, the command line. */
    readonly subject: string,
    readonly problems: readonly Problem[],
  ) {
    super(`${problems.length} problem${problems.length === 1 ? "" : "s"} in ${subject}`);
  }
}
