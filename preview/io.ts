import { progressOn, type Progress } from "./progress";
import { styleFor, type Style } from "./reports/style";

/** Where a command writes, and how. */
export interface Io {
  /** What was asked for. */
  readonly out: (text: string) => void;
  /** What went wrong. */
  readonly err: (text: string) => void;
  readonly progress: Progress;
  readonly style: Style;
  /** Columns of the output. */
  readonly width: number;
}

/** The process's own streams; 100 columns where they are no terminal. */
export function processIo(): Io {
  const columns = process.stdout.isTTY ? process.stdout.columns : 100;
  return {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    progress: progressOn(process.stderr),
    style: styleFor(process.stdout),
    width: Math.min(Math.max(columns, 80), 120),
  };
}
