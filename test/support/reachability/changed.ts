import type { Data } from "../../../preview/engine/wire";
import type { Deployed } from "./deployed";

/** The resources with one of them changed, or without it where the change says so. */
export function changed(
  resources: readonly Deployed[],
  [type, name]: readonly [type: string, name: string],
  change: (inputs: Data) => Data | undefined,
): readonly Deployed[] {
  const meant = resources.filter((each) => each.type.endsWith(`:${type}`) && each.name === name);
  if (meant.length !== 1) throw new Error(`expected one ${type} ${name}, found ${meant.length}`);
  return resources.flatMap((resource) => {
    if (!meant.includes(resource)) return [resource];
    const inputs = change(resource.inputs);
    return inputs === undefined ? [] : [{ ...resource, inputs }];
  });
}

/** The change that takes a resource away. */
export function gone(): undefined {
  return undefined;
}

/** The resources with one more of the same type as another, with other inputs. */
export function withAnother(
  resources: readonly Deployed[],
  [type, name]: readonly [type: string, name: string],
  change: (inputs: Data) => Data,
): readonly Deployed[] {
  const like = resources.find((each) => each.type.endsWith(`:${type}`) && each.name === name);
  if (like === undefined) throw new Error(`no ${type} ${name}`);
  const another = { ...like, name: "another", id: "another", inputs: change(like.inputs) };
  return [...resources, another];
}
