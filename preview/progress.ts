/** Says on a terminal what is being done, on one line that the next step replaces. */
export interface Progress {
  readonly step: (text: string) => void;
  readonly done: () => void;
}

const clearLine = "\r\u001b[2K";

export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { step: () => undefined, done: () => undefined };
  return {
    step: (text) => stream.write(`${clearLine}${text} ...`),
    done: () => stream.write(clearLine),
  };
}
