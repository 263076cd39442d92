import { nearest } from "../../spec/nearest";
import type { Problem } from "../../spec/problem";
import { exitCodes } from "../exit-codes";
import type { Io } from "../io";
import { previewStack, type Previewer } from "../preview-stack";
import { renderRequirements } from "../reports/requirements";
import { describeListing } from "../requirements/describe-listing";
import { comesTo, listingsOf, type ListedRequirement, type Listing } from "../requirements/listing";
import { rowKinds } from "../requirements/row";
import { requirementsVersion, type RequirementsDocument } from "../requirements-document";
import { InputError } from "../stacks/problems";
import { describeFailures, reportFailures, type Failure } from "./failures";
import { prepare, type StackOptions } from "./prepare";
import { judgedStacks, previewAll, provedStacks, type JudgedStack } from "./preview-all";

/** What `groundwork requirements` was asked for. */
export interface RequirementsOptions extends StackOptions {
  readonly system?: string;
  readonly kind?: string;
  readonly unproved: boolean;
  readonly json: boolean;
}

/** Lists the requirements of the stacks' systems, and returns the exit code. */
export async function requirements(
  options: RequirementsOptions,
  io: Io,
  previewer: Previewer = previewStack,
): Promise<number> {
  const { listings, failures } = await read(options, io, previewer);
  const isShown = (one: ListedRequirement): boolean =>
    !options.unproved || comesTo(one, "failed", "unproved");
  if (options.json) {
    const document: RequirementsDocument = {
      version: requirementsVersion,
      errors: describeFailures(failures),
      systems: listings.map((listing) => describeListing(listing, isShown)),
    };
    io.out(JSON.stringify(document, undefined, 2));
  } else {
    listings.forEach((listing) => {
      io.out(`${renderRequirements(listing, { isShown, width: io.width, style: io.style })}\n`);
    });
    reportFailures(failures, io);
  }
  return failures.length > 0 ? exitCodes.badInput : verdictOn(listings);
}

interface Read {
  readonly listings: readonly Listing[];
  readonly failures: readonly Failure[];
}

async function read(options: RequirementsOptions, io: Io, previewer: Previewer): Promise<Read> {
  const { requests, failures } = prepare({ ...options, policies: true });
  const stacks = judgedStacks(requests).filter(({ design }) => design !== undefined);
  const refused = failures.length > 0 ? failures : refuse(options, stacks);
  if (refused.length > 0) return { listings: [], failures: refused };
  const wanted = stacks.filter((stack) => isAsked(options.system, systemOf(stack)));
  const { previewed, failures: failed } = await previewAll(wanted, io, previewer);
  if (failed.length > 0) return { listings: [], failures: failed };
  const listings = listingsOf(provedStacks(previewed)).map((listing) => ({
    ...listing,
    requirements: listing.requirements.filter(({ row }) => isAsked(options.kind, row.kind)),
  }));
  return { listings, failures: [] };
}

function refuse(
  { system, kind }: RequirementsOptions,
  stacks: readonly JudgedStack[],
): readonly Failure[] {
  const systems = [...new Set(stacks.map(systemOf))];
  const problems = [
    ...(stacks.length === 0 ? [noSystem] : mustBeOneOf("--system", system, systems)),
    ...mustBeOneOf("--kind", kind, rowKinds),
  ];
  if (problems.length === 0) return [];
  return [{ error: new InputError("the command line", problems), stack: undefined }];
}

const noSystem: Problem = {
  path: "--stack",
  rule: "must name a stack of a system: one whose configuration has groundwork:system",
  fix: "name another stack, or leave it out",
};

function mustBeOneOf(
  path: string,
  value: string | undefined,
  known: readonly string[],
): readonly Problem[] {
  if (value === undefined || known.includes(value)) return [];
  const meant = nearest(value, known);
  const fix = meant === undefined ? "name one of these" : `write ${meant}`;
  return [{ path, value, rule: `must be one of ${known.join(", ")}`, fix }];
}

function systemOf({ design }: JudgedStack): string {
  return design?.spec.system ?? "";
}

function isAsked(asked: string | undefined, value: string): boolean {
  return asked === undefined || asked === value;
}

function verdictOn(listings: readonly Listing[]): number {
  const isBroken = listings.some(({ requirements }) =>
    requirements.some((one) => comesTo(one, "failed")),
  );
  return isBroken ? exitCodes.findings : exitCodes.clean;
}
