import { dirname } from "node:path";

/** The project's folder, wherever the command is run from. */
export const root = dirname(__dirname);
