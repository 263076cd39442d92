import type { Data } from "./data";
import { housekeeping } from "./housekeeping";
import { nearest } from "./nearest";
import { rules } from "./pack";
import { type Environment, environments, type Level, levels, type Rule } from "./rule";
import { accepts, defaultsOf, isAtLeastAsStrict, requirementOf, type Values } from "./setting";
import { shown } from "./shown";

/** Configuration in the form of the CLI's `--policy-pack-config`. */
export type PackConfiguration = Readonly<Record<string, string | Data>>;

/** What a stack demands beyond its environment's profile: settings and levels, by rule. */
export type Stricter = Readonly<Record<string, Data>>;

/** The level a rule has in an environment. */
export function levelIn(rule: Rule, environment: Environment): Level {
  return rule.profiles[environment]?.level ?? rule.level;
}

/** The settings a rule has in an environment. */
export function settingsIn(rule: Rule, environment: Environment): Values {
  return { ...defaultsOf(rule.settings), ...rule.profiles[environment]?.settings } as Values;
}

/** The floor of an environment, every policy of the pack spelt out: `profiles/<environment>.json`. */
export function profile(environment: Environment): PackConfiguration {
  return Object.fromEntries([
    ...housekeeping.map(({ id, level }) => [id, level] as const),
    ...rules.map(
      (rule) =>
        [
          rule.id,
          entryOf(rule, levelIn(rule, environment), settingsIn(rule, environment)),
        ] as const,
    ),
  ]);
}

/** The text of every committed profile, by its path in the package. */
export function profileFiles(): ReadonlyMap<string, string> {
  return new Map(
    environments.map((environment) => [
      `profiles/${environment}.json`,
      configurationText(profile(environment)),
    ]),
  );
}

/** Configuration as its file holds it. */
export function configurationText(configuration: PackConfiguration): string {
  return `${JSON.stringify(configuration, null, 2)}\n`;
}

/**
 * A stack's configuration: the profile of its environment, with what the stack makes stricter. Throws
 * an error that lists everything that is unknown, out of range or laxer than the profile.
 */
export function stackConfiguration(
  environment: Environment,
  stricter: Stricter = {},
): PackConfiguration {
  const problems = Object.entries(stricter).flatMap(([id, wanted]) =>
    problemsOf(id, wanted, environment),
  );
  if (problems.length > 0) throw new RangeError(problems.join("\n"));
  const tightened = rules
    .filter(({ id }) => Object.hasOwn(stricter, id))
    .map((rule) => {
      const { enforcementLevel, ...settings } = stricter[rule.id] ?? {};
      const level = (enforcementLevel ?? levelIn(rule, environment)) as Level;
      return [
        rule.id,
        entryOf(rule, level, { ...settingsIn(rule, environment), ...settings } as Values),
      ];
    });
  return { ...profile(environment), ...Object.fromEntries(tightened) } as PackConfiguration;
}

function entryOf(rule: Rule, enforcementLevel: Level, settings: Values): string | Data {
  const hasSettings = Object.keys(rule.settings).length > 0;
  return hasSettings ? { enforcementLevel, ...settings } : enforcementLevel;
}

function problemsOf(id: string, wanted: Data, environment: Environment): readonly string[] {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) {
    const suggestion = nearest(
      id,
      rules.map((candidate) => candidate.id),
    );
    const hint = suggestion === undefined ? "" : `; write ${suggestion}`;
    return [`${id} must be the name of a rule${hint}`];
  }
  return Object.entries(wanted).flatMap(([name, value]) =>
    name === "enforcementLevel"
      ? levelProblems(rule, value, environment)
      : settingProblems(rule, name, value, environment),
  );
}

function levelProblems(rule: Rule, value: unknown, environment: Environment): readonly string[] {
  const floor = levelIn(rule, environment);
  const allowed = levels.slice(levels.indexOf(floor));
  if (allowed.some((level) => level === value)) return [];
  return [
    `${rule.id}.enforcementLevel must be ${allowed.join(" or ")} in ${environment}, got ${shown(value)}`,
  ];
}

function settingProblems(
  rule: Rule,
  name: string,
  value: unknown,
  environment: Environment,
): readonly string[] {
  const path = `${rule.id}.${name}`;
  const setting = Object.hasOwn(rule.settings, name) ? rule.settings[name] : undefined;
  if (setting === undefined) return [`${path} must be a setting of the rule`];
  if (!accepts(setting, value)) return [`${path} ${requirementOf(setting)}, got ${shown(value)}`];
  const floor = settingsIn(rule, environment)[name] ?? setting.default;
  if (isAtLeastAsStrict(setting, value, floor)) return [];
  return [
    `${path} must not be laxer than the profile of ${environment}, ${shown(floor)}, got ${shown(value)}`,
  ];
}
