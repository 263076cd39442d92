import type { ResourceDocument } from "../../../preview/document";
import { isMark } from "../../../preview/requirements/path";
import { everywhere, formsOf, type Mapping } from "./mapping";
import { isWithin, leavesOf, nearest } from "./paths";

/** What becomes of the values of a resource's inputs. */
export interface Inventory {
  /** Values that are held against a schema. */
  readonly checked: number;
  /** Secrets, and values that are not known before the deployment, of inputs that would be. */
  readonly unknown: number;
  /** Values of inputs that no schema can judge. */
  readonly unmapped: number;
  /** Inputs that the mapping does not speak of. */
  readonly unlisted: readonly string[];
  /** The paths of the mapping that were met. */
  readonly met: readonly string[];
}

/** Takes stock of a resource's inputs. */
export function inventoryOf({ inputs }: ResourceDocument, mapping: Mapping): Inventory {
  const mapped = formsOf(mapping).flatMap(({ properties }) => Object.keys(properties));
  const unmapped = Object.keys(mapping.unmapped ?? {});
  const listed = [...mapped, ...unmapped];
  const found = leavesOf(inputs).map(({ path, value }) => ({
    ...{ path, value, listing: nearest(path, listed) ?? nearest(path, Object.keys(everywhere)) },
  }));
  const isMapped = ({ listing = "" }: { listing?: string | undefined }) => mapped.includes(listing);
  const holdsNothing = ({ path }: { path: string }) => listed.some((one) => isWithin(one, path));
  return {
    checked: found.filter((one) => isMapped(one) && !isMark(one.value)).length,
    unknown: found.filter((one) => isMapped(one) && isMark(one.value)).length,
    unmapped: found.filter(({ listing = "" }) => unmapped.includes(listing)).length,
    unlisted: found
      .filter((one) => one.listing === undefined && !holdsNothing(one))
      .map(({ path }) => path),
    met: found.flatMap(({ listing = [] }) => listing),
  };
}
