import { ProgramError } from "../../preview/engine/failure";
import type { DiagnosticEvent } from "./events";

/** An error as a reader needs it: what is wrong, and with which resource. */
export interface Complaint {
  /** Empty where no resource is to blame. */
  readonly urn: string;
  readonly message: string;
}

/** What the engine and the SDK put around the words of an error, in the order in which it is taken away. */
const wrapping: readonly RegExp[] = [
  /^Running program '.*' failed with an unhandled exception:\n/,
  /^(<ref \*\d+> )?\[?(Error: )?/,
  /^failed to read resource .*: 2 UNKNOWN: /,
  /^Invoke: /,
  /^invocation of \S+ returned an error: /,
  /\n {4}at [\s\S]*$/,
  /\]( \{\n[\s\S]*)?$/,
];

/** Where a read lacks a provider, the engine names the type in place of its package. */
const wrongPackage = /(?<=^Default provider for '[^:']+):[^']+/;

/** What a diagnostic of the engine says, without the wrapping. */
export function complaintOf({ urn = "", message }: DiagnosticEvent): Complaint {
  const bare = wrapping.reduce((text, pattern) => text.replace(pattern, ""), message.trim());
  return { urn, message: bare.replace(wrongPackage, "") };
}

/** What the offline engine says of a program that it refuses. */
export function complaintIn(error: unknown): Complaint {
  if (!(error instanceof ProgramError)) throw error;
  return { urn: error.urn, message: error.message };
}
