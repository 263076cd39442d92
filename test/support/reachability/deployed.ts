import { run } from "../../../preview/engine/run";
import type { Resource } from "../../../preview/engine/resource";
import { isData, reveal, type Data } from "../../../preview/engine/wire";
import { Program } from "../../../preview/program";
import { root } from "../../../preview/root";
import { readStacks } from "../../../preview/stacks/stack";

/** A resource as it is after the deployment: nothing in it is unknown, and secrets are made-up values. */
export interface Deployed {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly inputs: Data;
  readonly outputs: Data;
}

/**
 * The resources of a stack once it is deployed, so that what is unknown before is there to be read: the identifiers by
 * which resources refer to each other, the text of policies.
 */
export async function deployed(
  name: string,
  set: readonly string[] = [],
): Promise<readonly Deployed[]> {
  const [stack] = readStacks(root, [name], { size: undefined, set });
  if (stack === undefined) throw new Error(`the project has no stack named ${name}`);
  const program = new Program(stack.main);
  const { resources } = await run({
    project: stack.project,
    stack: stack.name,
    directory: stack.directory,
    config: stack.config.values,
    secretKeys: stack.config.secretKeys,
    deployed: true,
    program: () => program.run(),
  });
  return resources.map(revealed);
}

function revealed({ urn, type, name, id, inputs, outputs }: Resource): Deployed {
  return { urn, type, name, id, inputs: recordOf(inputs), outputs: recordOf(outputs) };
}

function recordOf(value: Data): Data {
  const plain = reveal(value);
  return isData(plain) ? plain : {};
}
