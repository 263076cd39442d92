import { join } from "node:path";
import type { RequirementDocument, StackDocument } from "../document";
import { evaluate, type Evidence } from "./evaluate";
import { loadRequirements } from "./load";

const root = join(__dirname, "..", "..");

/** Evaluates the requirements of the system that a previewed stack is of. */
export function prove(stack: Evidence & Pick<StackDocument, "system">): RequirementDocument[] {
  return evaluate(loadRequirements(stack.system, root), stack, root);
}
