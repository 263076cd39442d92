import picomatch from "picomatch";

/** Whether the glob matches one of the texts as a whole; `*` matches any characters. */
export function matchesGlob(glob: string, ...texts: readonly string[]): boolean {
  const matches = picomatch(glob, { bash: true, dot: true, nonegate: true });
  return texts.some((text) => matches(text));
}
