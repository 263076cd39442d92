import type { Blueprint } from "../spec/spec";
import { cdfSmartHub } from "./cdf-smart-hub/blueprint";

/** The systems that can be built, by the name that a stack's configuration gives. */
export const systems: Readonly<Record<string, Blueprint>> = { "cdf-smart-hub": cdfSmartHub };
