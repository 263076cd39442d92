import { nearest } from "../spec/nearest";
import type { Problem } from "../spec/problem";
import { shown } from "../spec/shown";
import {
  designSchema,
  environments,
  sizes,
  type Blueprint,
  type Environment,
  type Size,
} from "../spec/spec";
import { systems } from "../systems/catalogue";
import { compose } from "../systems/compose";
import { namespace, settingForms } from "./keys";
import type { ReadConfig } from "./read-config";

type Values = ReadConfig["values"];
type Data = Readonly<Record<string, unknown>>;

/** What is to become a spec. */
export interface Assembled {
  readonly input: Data;
  /** What the system asks for; undefined where no known system and environment are named. */
  readonly blueprint: Blueprint | undefined;
  readonly problems: readonly Problem[];
}

/** Joins a stack's settings with the blueprint of its system. */
export function assemble(values: Values): Assembled {
  const { system, environment, size, overrides = {}, ...place } = values;
  const { sections, strays } = split(overrides as Data);
  const blueprint = isEnvironment(environment) ? blueprintOf(system) : undefined;
  const environmentSize = isEnvironment(environment) ? blueprint?.size[environment] : undefined;
  const chosen = size ?? environmentSize;
  const choice = {
    size: isSize(chosen) ? chosen : environmentSize,
    environment,
    overrides: sections,
  };
  return {
    input: { ...composed(blueprint, choice), system, environment, size: chosen, ...place },
    blueprint,
    problems: [...strays.map(stray), ...unknownSystem(system)],
  };
}

interface Choice {
  readonly size: Size | undefined;
  readonly environment: unknown;
  readonly overrides: Data;
}

function composed(blueprint: Blueprint | undefined, choice: Choice): object {
  const { size, environment, overrides } = choice;
  if (blueprint === undefined || size === undefined || !isEnvironment(environment)) {
    return overrides;
  }
  return compose(blueprint, { size, environment, overrides });
}

/** The sections of the spec among the overrides, and what else stands there. */
function split(overrides: Data): { readonly sections: Data; readonly strays: readonly string[] } {
  const entries = Object.entries(overrides);
  return {
    sections: Object.fromEntries(entries.filter(([key]) => isSection(key))),
    strays: entries.map(([key]) => key).filter((key) => !isSection(key)),
  };
}

function stray(key: string): Problem {
  const known = Object.keys(designSchema.shape);
  const meant = nearest(key, known);
  const fix = meant === undefined ? "remove it" : `rename it to ${meant}`;
  return {
    path: `${namespace}:overrides.${key}`,
    rule: `must be a section of the spec: ${known.join(", ")}`,
    fix: Object.hasOwn(settingForms, key) ? `write ${namespace}:${key} instead` : fix,
  };
}

function unknownSystem(system: unknown): readonly Problem[] {
  if (typeof system !== "string" || blueprintOf(system) !== undefined) return [];
  const known = Object.keys(systems);
  const meant = nearest(system, known);
  return [
    {
      path: "system",
      value: shown(["system"], system),
      rule: `must be a system of the catalogue: ${known.join(", ")}`,
      fix: meant === undefined ? "choose one of these" : `write ${meant}`,
    },
  ];
}

function blueprintOf(system: unknown): Blueprint | undefined {
  return typeof system === "string" && Object.hasOwn(systems, system) ? systems[system] : undefined;
}

/** Whether overrides may speak of a part of the spec; the rest are settings of their own. */
export function isSection(key: string): boolean {
  return Object.hasOwn(designSchema.shape, key);
}

function isEnvironment(value: unknown): value is Environment {
  return environments.some((each) => each === value);
}

function isSize(value: unknown): value is Size {
  return sizes.some((each) => each === value);
}
