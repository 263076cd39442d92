import type { PolicyConfigSchema } from "@pulumi/policy";

/** JSON Schema of one property, as the engine checks it. */
type Schema = PolicyConfigSchema["properties"][string];

/** A whole number that configuration may change. */
export interface IntegerSetting {
  readonly kind: "integer";
  /** What it decides, as a sentence. */
  readonly description: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly default: number;
  /** Which way is stricter. */
  readonly stricter: "higher" | "lower";
}

/** A list of whole numbers that configuration may change; fewer are stricter. */
export interface IntegersSetting {
  readonly kind: "integers";
  readonly description: string;
  /** Range of each number. */
  readonly minimum: number;
  readonly maximum: number;
  readonly default: readonly number[];
}

/** A switch that configuration may turn; on is stricter. */
export interface BooleanSetting {
  readonly kind: "boolean";
  readonly description: string;
  readonly default: boolean;
}

export type Setting = IntegerSetting | IntegersSetting | BooleanSetting;

/** The settings of a rule, by the name they have in its configuration. */
export type Settings = Readonly<Record<string, Setting>>;

/** The value that a setting takes. */
export type Value<S extends Setting = Setting> = S extends IntegerSetting
  ? number
  : S extends IntegersSetting
    ? readonly number[]
    : boolean;

/** The values of a rule's settings, by name. */
export type Values<S extends Settings = Settings> = { readonly [K in keyof S]: Value<S[K]> };

/** The values that hold where configuration says nothing. */
export function defaultsOf(settings: Settings): Values {
  return Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, setting.default]),
  );
}

/** The JSON Schema that the engine holds a configured value against, and takes the default from. */
export function schemaOf(setting: Setting): Schema {
  const { description } = setting;
  if (setting.kind === "boolean") return { type: "boolean", description, default: setting.default };
  const number = { type: "integer", minimum: setting.minimum, maximum: setting.maximum } as const;
  return setting.kind === "integer"
    ? { ...number, description, default: setting.default }
    : {
        type: "array",
        items: number,
        uniqueItems: true,
        description,
        default: [...setting.default],
      };
}

/** What a value must be, as a phrase that follows the setting's name: `must be from 1 to 35`. */
export function requirementOf(setting: Setting): string {
  if (setting.kind === "boolean") return "must be true or false";
  const range = `from ${setting.minimum.toString()} to ${setting.maximum.toString()}`;
  return setting.kind === "integer"
    ? `must be a whole number ${range}`
    : `must be a list of different whole numbers ${range}`;
}

/** Whether configuration may give the setting this value. */
export function accepts(setting: Setting, value: unknown): value is Value {
  if (setting.kind === "boolean") return typeof value === "boolean";
  const { minimum, maximum } = setting;
  const inRange = (number: unknown): boolean =>
    Number.isInteger(number) && Number(number) >= minimum && Number(number) <= maximum;
  if (setting.kind === "integer") return inRange(value);
  return Array.isArray(value) && value.every(inRange) && new Set(value).size === value.length;
}

/** Whether `value` demands at least as much as `floor`. Both must be values that the setting accepts. */
export function isAtLeastAsStrict(setting: Setting, value: Value, floor: Value): boolean {
  if (setting.kind === "boolean") return value === true || floor === false;
  if (setting.kind === "integers") return isWithin(value, floor);
  return setting.stricter === "higher" ? value >= floor : value <= floor;
}

function isWithin(value: Value, floor: Value): boolean {
  const allowed = new Set(Array.isArray(floor) ? floor : []);
  return Array.isArray(value) && value.every((number) => allowed.has(number));
}
