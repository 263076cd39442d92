import picocolors from "picocolors";
import type { Io } from "../../../preview/io";

/** What a command answered, and what it wrote. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What it said it was doing. */
  readonly steps: readonly string[];
}

/** Runs a command on a plain terminal of 100 columns. */
export async function ran(command: (io: Io) => Promise<number>): Promise<Ran> {
  const [out, err, steps]: [string[], string[], string[]] = [[], [], []];
  const code = await command({
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    progress: { step: (text) => steps.push(text), done: () => undefined },
    style: picocolors.createColors(false),
    width: 100,
  });
  return { code, out: out.join("\n"), err: err.join("\n"), steps };
}
