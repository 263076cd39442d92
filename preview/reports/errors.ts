import type { DocumentError } from "../document";
import { ProgramError } from "../engine/failure";
import { nameOf } from "../engine/urn";
import { renderProblems } from "../../spec/problem";
import { InputError } from "../stacks/problems";

/** What a failed preview says in the document. Errors that are not the user's are thrown on. */
export function describeError(error: unknown, stack: string | undefined): DocumentError[] {
  const where = stack === undefined ? {} : { stack };
  if (error instanceof InputError) {
    return error.problems.map(({ path, value, rule, fix }) => ({
      ...where,
      message: `${path} ${rule}`,
      path,
      ...(value === undefined ? {} : { value: value as NonNullable<DocumentError["value"]> }),
      rule,
      fix,
    }));
  }
  if (error instanceof ProgramError) {
    return [
      {
        ...where,
        message: error.message,
        ...(error.urn === "" ? {} : { resource: error.urn }),
        ...(error.source === "" ? {} : { source: error.source }),
      },
    ];
  }
  throw error;
}

/** What a failed preview says on the terminal. */
export function renderError(error: unknown, stack: string | undefined): string {
  if (error instanceof InputError) return renderProblems(error.subject, error.problems);
  if (!(error instanceof ProgramError)) throw error;
  const facts = [
    error.urn === "" ? "" : `  resource  ${nameOf(error.urn)}\n            ${error.urn}`,
    error.source === "" ? "" : `  at        ${error.source}`,
  ].filter((line) => line !== "");
  return [`The program of ${stack ?? "the stack"} failed: ${error.message}`, ...facts].join("\n");
}
