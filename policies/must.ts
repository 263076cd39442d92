import { any, fail, type Judgement, pass, undecided } from "./judgement";
import type { Property } from "./property";

/**
 * The property's value must satisfy `holds`, which is given `undefined` where it is absent; undecided
 * where it is not known yet. `requirement` follows "must": `be true`.
 */
export function must(
  property: Property,
  requirement: string,
  holds: (value: unknown) => boolean,
): Judgement {
  if (property.isUnknown) return undecided(property.path);
  if (holds(property.value)) return pass;
  return fail(`${property.path} must ${requirement}, ${property.finding}`);
}

/** The property must be exactly this value. */
export function mustBe(property: Property, expected: boolean | number | string): Judgement {
  return must(property, `be ${JSON.stringify(expected)}`, (value) => value === expected);
}

/** The property may be absent, but must not be this value. */
export function mustNotBe(property: Property, refused: boolean | number | string): Judgement {
  return must(property, `not be ${JSON.stringify(refused)}`, (value) => value !== refused);
}

/** The property must be set; a value that is not known yet counts. */
export function mustBeSet(property: Property): Judgement {
  return property.isSet ? pass : fail(`${property.path} must be set`);
}

/** The property must be set, and not to an empty text, by which some types say that there is nothing. */
export function mustBeFilled(property: Property): Judgement {
  return property.value === "" ? fail(`${property.path} must be set`) : mustBeSet(property);
}

/**
 * One of the properties must satisfy `holds`; undecided while one that might is not known yet.
 *
 * @param failure may be left out where nobody sees it: another judgement may still pass
 */
export function oneMust(
  properties: readonly Property[],
  holds: (value: unknown) => boolean,
  failure = "",
): Judgement {
  const judgements = properties.map((property) => must(property, "", holds));
  return any(judgements, failure);
}

/** A failure that counts only for some values of `condition` is undecided while that is not known. */
export function given(condition: Property, judgement: Judgement): Judgement {
  const isOpen = condition.isUnknown && judgement.verdict === "fail";
  return isOpen ? undecided(condition.path) : judgement;
}

/** A number of at least `minimum`, and where AWS has a default, how much an absent one is. */
export interface Floor {
  readonly minimum: number;
  /** The unit in the plural: `days`. */
  readonly unit: string;
  /** What AWS takes where the property is absent; without one, absent fails. */
  readonly absent?: number;
}

/** The property must be a number of at least the floor. */
export function mustBeAtLeast(property: Property, floor: Floor): Judgement {
  const { minimum, unit, absent } = floor;
  return must(property, `be at least ${minimum.toString()} ${unit}`, (value) => {
    const number = value ?? absent;
    return typeof number === "number" && number >= minimum;
  });
}
