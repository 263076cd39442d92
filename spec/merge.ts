/** Plain data as it comes from a blueprint, a preset or a stack file. */
type Data = Readonly<Record<string, unknown>>;

/** Joins layers, the later over the earlier: objects merge, everything else replaces; `null` removes. */
export function merge(...layers: readonly (object | undefined)[]): Data {
  return layers.reduce<Data>((under, over) => (over === undefined ? under : mergeTwo(under, over as Data)), {});
}

function mergeTwo(under: Data, over: Data): Data {
  const entries = Object.entries(over).map(([key, value]): [string, unknown] => {
    const below = Object.hasOwn(under, key) ? under[key] : undefined;
    if (isData(value)) return [key, mergeTwo(isData(below) ? below : {}, value)];
    return [key, value ?? undefined];
  });
  return Object.fromEntries([...Object.entries(under), ...entries]);
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
