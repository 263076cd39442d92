import { isData, type Data } from "../engine/wire";
import { parseYaml } from "./parse-yaml";
import { InputError } from "./problems";

/** What the command line changes of a stack's configuration. */
export interface Changes {
  readonly size: string | undefined;
  /** `path=value` pairs, the value in YAML. */
  readonly set: readonly string[];
}

const overridesKey = "groundwork:overrides";

/** The configuration with the changes of the command line over it. */
export function withChanges(config: Data, { size, set }: Changes): Data {
  const sized = size === undefined ? config : { ...config, "groundwork:size": size };
  if (set.length === 0) return sized;
  const given = sized[overridesKey];
  const overrides = set
    .map(parsePair)
    .reduce<Data>(
      (under, { path, value }) => setAt(under, path, value),
      isData(given) ? given : {},
    );
  return { ...sized, [overridesKey]: overrides };
}

function parsePair(pair: string): { readonly path: readonly string[]; readonly value: unknown } {
  const [path, ...rest] = pair.split("=");
  if (path === undefined || path === "" || rest.length === 0) {
    throw new InputError("the command line", [
      {
        path: "--set",
        value: pair,
        rule: "must be path=value",
        fix: "write for example --set database.multiAz=false",
      },
    ]);
  }
  return { path: path.split("."), value: parseValue(path, rest.join("=")) };
}

function parseValue(path: string, text: string): unknown {
  const parsed = parseYaml(text);
  if ("content" in parsed) return parsed.content ?? null;
  throw new InputError("the command line", [
    {
      path: `--set ${path}`,
      value: text,
      rule: "must be a YAML value",
      fix: "quote it, or write JSON",
    },
  ]);
}

function setAt(data: Data, [key, ...rest]: readonly string[], value: unknown): Data {
  if (key === undefined) return data;
  if (rest.length === 0) return { ...data, [key]: value };
  const below = data[key];
  return { ...data, [key]: setAt(isData(below) ? below : {}, rest, value) };
}
