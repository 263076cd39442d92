/** The problem as a list, unless what is asked for holds. */
export function unless(holds: boolean, problem: string): readonly string[] {
  return holds ? [] : [problem];
}

/** A value as a message shows it. */
export function shown(value: string | number | undefined): string {
  return value === undefined ? "nothing" : String(value);
}

/** A problem where a value is set that is no whole number of a range. */
export function outsideOf(
  path: string,
  value: number | undefined,
  least: number,
  most: number,
): readonly string[] {
  const fits = value === undefined || (Number.isInteger(value) && value >= least && value <= most);
  return unless(
    fits,
    `${path} must be a whole number from ${least} to ${most}, got ${shown(value)}`,
  );
}
