/** Plain data as it comes from a blueprint, a preset or a stack file. */
type Data = Readonly<Record<string, unknown>>;

/**
 * Joins layers, the later over the earlier: mappings merge, everything else replaces, and `null` removes
 * what the earlier layers said, so that the default holds again.
 */
export function merge(...layers: readonly (object | undefined)[]): Data {
  return layers.reduce<Data>(
    (under, over) => (over === undefined ? under : mergeTwo(under, over as Data)),
    {},
  );
}

function mergeTwo(under: Data, over: Data): Data {
  const said = Object.entries(over).filter(([, value]) => value !== undefined);
  const replaced = new Set(said.map(([key]) => key));
  return Object.fromEntries([
    ...Object.entries(under).filter(([key]) => !replaced.has(key)),
    ...said.flatMap(([key, value]) => (value === null ? [] : [[key, joined(under, key, value)]])),
  ]) as Data;
}

function joined(under: Data, key: string, value: unknown): unknown {
  if (!isData(value)) return value;
  const below = Object.hasOwn(under, key) ? under[key] : undefined;
  return mergeTwo(isData(below) ? below : {}, value);
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
