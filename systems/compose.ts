import { merge } from "../spec/merge";
import type { Blueprint, Environment, Size } from "../spec/spec";
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
  return merge(
    sizePresets[size],
    blueprint.base,
    blueprint.sizes[size],
    blueprint.environments[environment],
    overrides,
  );
}
