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

/** A list of texts that configuration may change. */
export interface TextsSetting {
  readonly kind: "texts";
  readonly description: string;
  /** What each of them is, in the plural: `account ids of 12 digits`. */
  readonly form: string;
  /** The regular expression that each matches as a whole. */
  readonly pattern: string;
  readonly default: readonly string[];
  /** Which way is stricter; with `fewer, not none` an empty list is the laxest, as it stands for any text. */
  readonly stricter: "more" | "fewer" | "fewer, not none";
}

export type Setting = IntegerSetting | IntegersSetting | TextsSetting | BooleanSetting;

/** The settings of a rule, by the name they have in its configuration. */
export type Settings = Readonly<Record<string, Setting>>;

/** The value that a setting takes. */
export type Value<S extends Setting = Setting> = S extends IntegerSetting
  ? number
  : S extends IntegersSetting
    ? readonly number[]
    : S extends TextsSetting
      ? readonly string[]
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
  switch (setting.kind) {
    case "boolean":
      return { type: "boolean", description, default: setting.default };
    case "integer":
      return { ...numberSchema(setting), description, default: setting.default };
    case "integers":
      return listSchema(setting, numberSchema(setting));
    case "texts":
      return listSchema(setting, { type: "string", pattern: setting.pattern });
  }
}

function numberSchema({ minimum, maximum }: IntegerSetting | IntegersSetting): Schema {
  return { type: "integer", minimum, maximum };
}

function listSchema(setting: IntegersSetting | TextsSetting, items: Schema): Schema {
  const { description } = setting;
  return { type: "array", items, uniqueItems: true, description, default: [...setting.default] };
}

/** What a value must be, as a phrase that follows the setting's name: `must be from 1 to 35`. */
export function requirementOf(setting: Setting): string {
  switch (setting.kind) {
    case "boolean":
      return "must be true or false";
    case "integer":
      return `must be a whole number from ${rangeOf(setting)}`;
    case "integers":
      return `must be a list of different whole numbers from ${rangeOf(setting)}`;
    case "texts":
      return `must be a list of different ${setting.form}`;
  }
}

/** The least and the greatest number: `1 to 35`. */
export function rangeOf({ minimum, maximum }: IntegerSetting | IntegersSetting): string {
  return `${minimum.toString()} to ${maximum.toString()}`;
}

/** Whether configuration may give the setting this value. */
export function accepts(setting: Setting, value: unknown): value is Value {
  switch (setting.kind) {
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return isInRange(setting, value);
    case "integers":
      return isListOf(value, (element) => isInRange(setting, element));
    case "texts":
      return isListOf(value, (element) => matchesForm(setting, element));
  }
}

function isInRange(setting: IntegerSetting | IntegersSetting, value: unknown): boolean {
  return (
    Number.isInteger(value) && Number(value) >= setting.minimum && Number(value) <= setting.maximum
  );
}

function matchesForm({ pattern }: TextsSetting, value: unknown): boolean {
  return typeof value === "string" && new RegExp(pattern).test(value);
}

function isListOf(value: unknown, holds: (element: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(holds) && new Set(value).size === value.length;
}

/** Whether `value` demands at least as much as `floor`. Both must be values that the setting accepts. */
export function isAtLeastAsStrict(setting: Setting, value: Value, floor: Value): boolean {
  switch (setting.kind) {
    case "boolean":
      return value === true || floor === false;
    case "integer":
      return setting.stricter === "higher" ? value >= floor : value <= floor;
    case "integers":
      return isWithin(value, floor);
    case "texts":
      return areAtLeastAsStrict(setting, value, floor);
  }
}

function areAtLeastAsStrict({ stricter }: TextsSetting, value: Value, floor: Value): boolean {
  if (stricter === "more") return isWithin(floor, value);
  const [isOpen, wasOpen] = [value, floor].map((list) => Array.isArray(list) && list.length === 0);
  if (stricter === "fewer" || isOpen === wasOpen) return isWithin(value, floor);
  return wasOpen === true;
}

function isWithin(part: Value, whole: Value): boolean {
  const elements = new Set<unknown>(Array.isArray(whole) ? whole : []);
  return Array.isArray(part) && part.every((element) => elements.has(element));
}
