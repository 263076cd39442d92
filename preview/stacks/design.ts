import { resolveSettings } from "../../settings";
import type { Spec } from "../../spec/spec";
import { InputError } from "./problems";
import type { Stack } from "./stack";

/** What a stack of this project is made from. */
export interface Design {
  /** The system's name in prose. */
  readonly title: string;
  readonly spec: Spec;
}

/**
 * Works out what a stack is made from, as its program will; undefined for a program that is not
 * Groundwork's.
 *
 * @throws {@link InputError} with everything that is wrong with its configuration.
 */
export function designOf(stack: Stack): Design | undefined {
  const { values, secretKeys } = stack.config;
  if (!Object.keys(values).some((key) => key.startsWith("groundwork:"))) return undefined;
  const resolved = resolveSettings(values, secretKeys, stack.name);
  if ("problems" in resolved) throw new InputError(`stack ${stack.name}`, resolved.problems);
  return resolved;
}
