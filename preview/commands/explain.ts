import { exitCodes } from "../exit-codes";
import { find, isComponent, type Subject } from "../explain/find";
import type { Io } from "../io";
import { explainComponent } from "../reports/explain/component";
import type { PageOptions } from "../reports/explain/page";
import { explainRequirement } from "../reports/explain/requirement";
import { explainResource } from "../reports/explain/resource";
import { explainRule } from "../reports/explain/rule";
import { listingsOf } from "../requirements/listing";
import { previewStack, type Previewer } from "../preview-stack";
import { InputError } from "../stacks/problems";
import { reportFailures, type Failure } from "./failures";
import { prepare, type StackOptions } from "./prepare";
import {
  previewAll,
  provedStacks,
  judgedStacks,
  type Previewed,
  type JudgedStack,
} from "./preview-all";

/** What `groundwork explain` was asked for. */
export interface ExplainOptions extends StackOptions {
  readonly full: boolean;
}

/** Explains what a name stands for, and returns the exit code. */
export async function explain(
  name: string,
  options: ExplainOptions,
  io: Io,
  previewer: Previewer = previewStack,
): Promise<number> {
  const { requests, failures } = prepare({ ...options, policies: true });
  const stacks = judgedStacks(requests);
  const { previewed, failures: failed } =
    failures.length > 0
      ? { previewed: [], failures }
      : await previewAll(within(name, stacks), io, previewer);
  if (failed.length > 0) return refuse(failed, io);
  const subject = find(name, previewed);
  if (subject.kind === "nothing") {
    return refuse(
      [{ error: new InputError("the command line", [subject.problem]), stack: undefined }],
      io,
    );
  }
  const { width, style } = io;
  io.out(`${pagesOf(subject, previewed, { width, style, full: options.full }).join("\n\n")}\n`);
  return exitCodes.clean;
}

function refuse(failures: readonly Failure[], io: Io): number {
  reportFailures(failures, io);
  return exitCodes.badInput;
}

/** A URN says which stack it is of; the others need no preview. */
function within(name: string, stacks: readonly JudgedStack[]): readonly JudgedStack[] {
  const [, of] = /^urn:pulumi:(.+?)::/.exec(name) ?? [];
  const own = stacks.filter(({ stack }) => stack.name === of);
  return own.length > 0 ? own : stacks;
}

function pagesOf(
  subject: Exclude<Subject, { kind: "nothing" }>,
  stacks: readonly Previewed[],
  options: PageOptions,
): readonly string[] {
  switch (subject.kind) {
    case "requirement":
      return listingsOf(provedStacks(stacks)).flatMap((listing) =>
        listing.requirements
          .filter(({ row }) => row.id === subject.id)
          .map((requirement) => explainRequirement(requirement, listing, options)),
      );
    case "rule":
      return [explainRule(subject.rule, stacks, options)];
    case "resources":
      return subject.found.map((found) =>
        isComponent(found.resource)
          ? explainComponent(found, options)
          : explainResource(found, options),
      );
  }
}
