import picocolors from "picocolors";
import type { PageOptions } from "../../../../preview/reports/explain/page";

/** A page of a plain terminal of 80 columns. */
export const page: PageOptions = {
  width: 80,
  style: picocolors.createColors(false),
  full: false,
};
