import { comesTo, type Listing } from "../requirements/listing";
import { rowKinds } from "../requirements/row";

/** What to do next about a system's requirements: mend what fails, then prove what is not proved. */
export function nextStep({ requirements }: Listing): string {
  const sorted = rowKinds.flatMap((kind) => requirements.filter(({ row }) => row.kind === kind));
  const broken = sorted.find((one) => comesTo(one, "failed"));
  if (broken !== undefined) {
    return `mend ${broken.row.id}: npx groundwork explain ${broken.row.id}`;
  }
  const open = sorted.find((one) => comesTo(one, "unproved"));
  if (open === undefined) return "nothing: all that applies is proved";
  return `prove ${open.row.id}: npx groundwork explain ${open.row.id}`;
}
