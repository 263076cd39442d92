import { ProgramError } from "../../preview/engine/failure";
import type { DiagnosticEvent } from "./events";

/** An error as a reader needs it: what is wrong, and with which resource. */
export interface Complaint {
  /** Empty where no resource is to blame. */
  readonly urn: string;
  readonly message: string;
}

/** What a diagnostic of the engine says, without what the SDK wraps around an error: introduction, class, stack. */
export function complaintOf({ urn, message }: DiagnosticEvent): Complaint {
  const bare = message
    .trim()
    .replace(/^Running program '.*' failed with an unhandled exception:\n/, "")
    .replace(/^(<ref \*\d+> )?\[?(Error: )?/, "")
    .replace(/\n {4}at [\s\S]*$/, "")
    .replace(/\]( \{\n[\s\S]*)?$/, "");
  return { urn: urn ?? "", message: bare };
}

/** What the offline engine says of a program that it refuses. */
export function complaintIn(error: unknown): Complaint {
  if (!(error instanceof ProgramError)) throw error;
  return { urn: error.urn, message: error.message };
}
