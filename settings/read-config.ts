import { nearest } from "../spec/nearest";
import type { Problem } from "../spec/problem";
import { shown } from "../spec/shown";
import { namespace, settingForms, settingKeys, suppliedPrefix, type SettingKey } from "./keys";

/** A stack's configuration as the engine hands it to a program: text by key, mappings as JSON. */
export type Config = Readonly<Record<string, string>>;

/** The settings as they were written. */
export interface ReadConfig {
  readonly values: Readonly<Partial<Record<SettingKey, unknown>>>;
  readonly problems: readonly Problem[];
}

/** Reads the settings without judging them, and finds keys that nothing would read. */
export function readConfig(config: Config, secretKeys: readonly string[]): ReadConfig {
  const readings = settingKeys.map((key) => read(key, config, secretKeys));
  const values = readings.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]]));
  return {
    values: Object.fromEntries(values) as ReadConfig["values"],
    problems: [
      ...readings.flatMap(({ problem }) => problem ?? []),
      ...Object.keys(config).flatMap((key) => misplaced(key) ?? []),
    ],
  };
}

interface Reading {
  readonly key: SettingKey;
  readonly value?: unknown;
  readonly problem?: Problem;
}

function read(key: SettingKey, config: Config, secretKeys: readonly string[]): Reading {
  const path = `${namespace}:${key}`;
  const text = Object.hasOwn(config, path) ? config[path] : undefined;
  if (text === undefined) return { key };
  if (secretKeys.includes(path)) return { key, problem: encrypted(path) };
  if (settingForms[key] === "value") return { key, value: text };
  const value = parseJson(text);
  if (value === null) return { key };
  return isMapping(value) ? { key, value } : { key, problem: notMapping(path, value) };
}

/** Only secrets of `supplied` are secret: what a stack is built like cannot depend on what must not be shown. */
function encrypted(path: string): Problem {
  return {
    path,
    rule: "must not be encrypted, nor hold an encrypted value",
    fix: `write it in plain text; secrets go under ${namespace}:${suppliedPrefix}<entry>.<value>`,
  };
}

function notMapping(path: string, value: unknown): Problem {
  return {
    path,
    value: shown([path], value),
    rule: "must be a mapping",
    fix: "write `name: value` lines below it",
  };
}

function parseJson(text: string): unknown {
  try {
    return text === "" ? null : (JSON.parse(text) as unknown);
  } catch {
    return text;
  }
}

/** A key of the namespace that is no setting, or a setting outside the namespace: either would have no effect. */
function misplaced(path: string): Problem | undefined {
  const colon = path.indexOf(":");
  const space = path.slice(0, colon);
  const key = path.slice(colon + 1);
  if (space !== namespace) return outside(path, key);
  if (key.startsWith(suppliedPrefix) || isSetting(key)) return undefined;
  return key === "supplied" ? together(path) : unknownKey(path, key);
}

function outside(path: string, key: string): Problem | undefined {
  if (!isSetting(key)) return undefined;
  return {
    path,
    rule: `must be in the namespace ${namespace}: nothing reads it here`,
    fix: `write ${namespace}:${key}`,
  };
}

function together(path: string): Problem {
  return {
    path,
    rule: `must be given value by value, as ${namespace}:${suppliedPrefix}<entry>.<value>`,
    fix: `set each with: pulumi config set --secret ${namespace}:${suppliedPrefix}<entry>.<value>`,
  };
}

function unknownKey(path: string, key: string): Problem {
  const known = [...settingKeys, `${suppliedPrefix}<entry>.<value>`];
  const meant = nearest(key, settingKeys);
  return {
    path,
    rule: `must be a setting: ${known.join(", ")}`,
    fix: meant === undefined ? "remove it" : `rename it to ${namespace}:${meant}`,
  };
}

function isSetting(key: string): key is SettingKey {
  return Object.hasOwn(settingForms, key);
}

function isMapping(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
