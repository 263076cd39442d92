/** Arguments of which some are no longer left out. */
export type Complete<Given, Key extends keyof Given> = Omit<Given, Key> & {
  readonly [K in Key]-?: Exclude<Given[K], undefined>;
};

/** Completes arguments by values for what is left out. A value that is undefined counts as left out. */
export function complete<Given extends object, Defaults extends Partial<Given>>(
  given: Given,
  values: Defaults,
) {
  const stated = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...values, ...Object.fromEntries(stated) } as Complete<
    Given,
    keyof Defaults & keyof Given
  >;
}
