import { existsSync, readFileSync } from "node:fs";

/** A violation that a policy pack reported, as the engine's event log has it. */
export interface PolicyEvent {
  readonly resourceUrn?: string;
  readonly message: string;
  readonly policyName: string;
  readonly policyPackName: string;
  readonly policyPackVersion: string;
  readonly enforcementLevel: string;
  readonly severity?: string;
}

/** A message for the user. */
export interface DiagnosticEvent {
  readonly urn?: string;
  readonly message: string;
  readonly severity: "info#err" | "debug" | "error" | "info" | "warning";
}

/** An entry of the engine's event log: exactly one of these is set. */
interface EngineEvent {
  readonly diagnosticEvent?: DiagnosticEvent;
  readonly policyEvent?: PolicyEvent;
  readonly policyAnalyzeSummaryEvent?: { readonly passed?: readonly string[] };
  readonly summaryEvent?: { readonly resourceChanges?: Readonly<Record<string, number>> };
}

/** The event log of one operation, by kind. */
export interface Events {
  /** Without those that only serve Pulumi's own developers. */
  readonly diagnostics: readonly DiagnosticEvent[];
  readonly policies: readonly PolicyEvent[];
  /** The policies that found nothing wrong with a resource: each once for every resource. */
  readonly passes: readonly string[];
  /** How many resources are the same, created, updated and so on; empty when the operation did not end. */
  readonly changes: Readonly<Record<string, number>>;
}

/** Reads an event log; an operation that ended before its first event has written none. */
export function readEvents(path: string): Events {
  const lines = existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
  const events = lines.filter(Boolean).map((line) => JSON.parse(line) as EngineEvent);
  const pick = <Kind extends keyof EngineEvent>(kind: Kind): NonNullable<EngineEvent[Kind]>[] =>
    events.flatMap((event) => event[kind] ?? []);
  return {
    diagnostics: pick("diagnosticEvent").filter(({ severity }) => severity !== "debug"),
    policies: pick("policyEvent"),
    passes: pick("policyAnalyzeSummaryEvent").flatMap(({ passed = [] }) => passed),
    changes: pick("summaryEvent").at(-1)?.resourceChanges ?? {},
  };
}
