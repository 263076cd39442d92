import type { StackDocument } from "../document";
import { root } from "../root";
import { evaluate, type Evaluation, type Evidence } from "./evaluate";
import { loadRequirements } from "./load";
import type { Row } from "./row";

/** The rows that were read, by system: most of the time that proofs take is reading them. */
const known = new Map<string, readonly Row[]>();

/**
 * Evaluates the requirements of the system that a previewed stack is of.
 *
 * @throws {@link InputError} with everything that is wrong with the system's requirements.
 */
export function prove(stack: Evidence & Pick<StackDocument, "system">): readonly Evaluation[] {
  const rows = known.get(stack.system) ?? loadRequirements(stack.system, root);
  known.set(stack.system, rows);
  return evaluate(rows, stack, root);
}
