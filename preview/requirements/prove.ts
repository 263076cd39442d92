import type { RequirementDocument, StackDocument } from "../document";
import { root } from "../root";
import { evaluate, type Evidence } from "./evaluate";
import { loadRequirements } from "./load";

/**
 * Evaluates the requirements of the system that a previewed stack is of.
 *
 * @throws {@link InputError} with everything that is wrong with the system's requirements.
 */
export function prove(stack: Evidence & Pick<StackDocument, "system">): RequirementDocument[] {
  return evaluate(loadRequirements(stack.system, root), stack, root);
}
