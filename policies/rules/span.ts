import { any, fail, type Judgement, pass, undecided } from "../judgement";
import type { Property } from "../property";

/** The list must name enough subnets, of which AWS takes one a zone. */
export function mustSpan(subnets: Property, minimumZones: number): Judgement {
  if (subnets.isUnknown) return undecided(subnets.path);
  return subnets.items.length >= minimumZones ? pass : fail(tooFew(subnets, minimumZones));
}

/** One of two lists must, where AWS takes subnets in either form. */
export function oneMustSpan(first: Property, second: Property, minimumZones: number): Judgement {
  const longer = second.items.length > first.items.length ? second : first;
  return any(
    [mustSpan(first, minimumZones), mustSpan(second, minimumZones)],
    tooFew(longer, minimumZones),
  );
}

function tooFew(subnets: Property, minimumZones: number): string {
  const { length } = subnets.items;
  return `${subnets.path} must name at least ${minimumZones.toString()} subnets, but names ${length.toString()}`;
}
