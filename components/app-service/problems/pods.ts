import { outsideOf, unless } from "../../problems/phrases";
import type { Settings } from "../service-settings";

/** What is wrong with how pods go. */
export function podProblems(settings: Settings): readonly string[] {
  const { deregistrationSeconds, preStopSeconds, shutdownSeconds } = settings;
  return [
    ...outsideOf("deregistrationSeconds", deregistrationSeconds, 0, 3600),
    ...unless(
      Number.isInteger(preStopSeconds) && preStopSeconds > deregistrationSeconds,
      `preStopSeconds must be a whole number over the ${deregistrationSeconds} of deregistrationSeconds, or requests are lost, got ${preStopSeconds}`,
    ),
    ...outsideOf("shutdownSeconds", shutdownSeconds, 1, 3600),
  ];
}
