import { merge } from "../spec/merge";
import type { Blueprint, Environment, Layer, Size } from "../spec/spec";
import { sizePresets } from "./sizes";

/** What of a blueprint is built, and what a stack changes of it. */
export interface Choice {
  readonly size: Size;
  readonly environment: Environment;
  /** Changes in the shape of the spec's sections, over everything else. */
  readonly overrides: object;
}

/**
 * The sections of a spec, joined from their layers: the size's preset, the blueprint's base, its figures
 * for that size, its environment, the stack's overrides.
 */
export function compose(blueprint: Blueprint, { size, environment, overrides }: Choice): object {
  const { base, sizes, environments } = blueprint;
  const layers = [base, sizes[size], environments[environment], overrides];
  return merge(presetOf(size, merge(...layers)), ...layers);
}

/** A size says how large a part is, not that there is one: a system without a cache gets none by it. */
function presetOf(size: Size, asked: object): Layer {
  const parts = Object.entries(sizePresets[size]).filter(([section]) =>
    Object.hasOwn(asked, section),
  );
  return Object.fromEntries(parts);
}
