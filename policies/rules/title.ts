import { fail, type Judgement, undecided } from "../judgement";
import type { Subject } from "../subject";

/** How a message names a resource: `aws:ec2/flowLog:FlowLog "main"`. */
export function titleOf(resource: Subject): string {
  return `${resource.type} "${resource.name}"`;
}

/** The judgement with the resource named that it is about, where the finding is another one's. */
export function named(resource: Subject, judgement: Judgement): Judgement {
  const title = (line: string): string => `${titleOf(resource)}: ${line}`;
  if (judgement.verdict === "fail") return fail(...judgement.failures.map(title));
  if (judgement.verdict === "undecided") return undecided(...judgement.values.map(title));
  return judgement;
}
