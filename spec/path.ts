/** A path as people write it: `network.endpoints.interface[0]`. */
export function pathOf(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => `${path}${segment(key, path === "")}`, "");
}

function segment(key: PropertyKey, first: boolean): string {
  if (typeof key === "number") return `[${key}]`;
  const name = String(key);
  if (!/^[\w:-]+$/.test(name)) return `[${JSON.stringify(name)}]`;
  return first ? name : `.${name}`;
}

/** The value at a path; undefined where there is none. */
export function valueAt(data: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? (value as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    data,
  );
}

/** The data less what stands at a path. */
export function without(data: unknown, keys: readonly PropertyKey[]): unknown {
  const [key, ...rest] = keys;
  if (key === undefined || typeof data !== "object" || data === null) return data;
  if (Array.isArray(data)) {
    return data.map((item: unknown, index) => (index === key ? without(item, rest) : item));
  }
  const entries = Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
    if (name !== key) return [[name, value] as const];
    return rest.length === 0 ? [] : [[name, without(value, rest)] as const];
  });
  return Object.fromEntries(entries);
}
