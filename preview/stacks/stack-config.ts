import { isData, unknown, type Data } from "../engine/wire";

/** A stack's configuration as the engine hands it to a program: text, some of it secret. */
export interface StackConfig {
  readonly values: Readonly<Record<string, string>>;
  readonly secretKeys: readonly string[];
}

/**
 * Turns the `config:` of a stack file into what a program receives. An encrypted value cannot be read
 * without its key: the program sees a secret that is not known yet.
 */
export function stackConfig(project: string, config: Data): StackConfig {
  const entries = Object.entries(config).map(([key, value]) => ({
    key: key.includes(":") ? key : `${project}:${key}`,
    text: textOf(value),
    secret: holdsSecure(value),
  }));
  return {
    values: Object.fromEntries(entries.map(({ key, text }) => [key, text])),
    secretKeys: entries.filter(({ secret }) => secret).map(({ key }) => key),
  };
}

function textOf(value: unknown): string {
  if (isSecure(value)) return unknown;
  if (typeof value === "string") return value;
  return JSON.stringify(value, (_, inner: unknown) => (isSecure(inner) ? unknown : inner));
}

function holdsSecure(value: unknown): boolean {
  if (isSecure(value)) return true;
  if (Array.isArray(value)) return value.some(holdsSecure);
  return isData(value) && Object.values(value).some(holdsSecure);
}

function isSecure(value: unknown): boolean {
  return isData(value) && typeof value["secure"] === "string" && Object.keys(value).length === 1;
}
