/** What happens after so many days, in the order in which it does. */
export function inOrder<What extends string>(
  days: Readonly<Partial<Record<What, number | undefined>>>,
): readonly (readonly [what: What, days: number])[] {
  const entries = Object.entries(days) as [What, number | undefined][];
  return entries
    .flatMap(([what, after]) => (after === undefined ? [] : [[what, after] as const]))
    .sort(([, one], [, other]) => one - other);
}
