import { spawn } from "node:child_process";

/** A command that ended. */
export interface Finished {
  readonly status: number | null;
  /** What it wrote to both of its outputs. */
  readonly output: string;
}

/**
 * Runs a command as a container does: in the given variables alone, with nothing at its standard input and without a
 * terminal.
 */
export function command(
  [program = "", ...parameters]: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const written: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => written.push(chunk));
    }
    child.once("error", reject);
    child.once("close", (status) => {
      resolve({ status, output: Buffer.concat(written).toString() });
    });
  });
}
