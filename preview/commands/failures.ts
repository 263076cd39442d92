import type { DocumentError } from "../document";
import type { Io } from "../io";
import { describeError, renderError } from "../reports/errors";

/** What went wrong, and with which stack. */
export interface Failure {
  readonly error: unknown;
  readonly stack: string | undefined;
}

/** What is wrong with several stacks alike is said once. */
export function reportFailures(failures: readonly Failure[], { err }: Pick<Io, "err">): void {
  const texts = failures.map(({ error, stack }) => renderError(error, stack));
  new Set(texts).forEach((text) => {
    err(`${text}\n`);
  });
}

/** Failures as a JSON document has them. */
export function describeFailures(failures: readonly Failure[]): DocumentError[] {
  return failures.flatMap(({ error, stack }) => describeError(error, stack));
}
