import { type Data, isData } from "./data";
import { type Exemption, isExemption, problemsOf } from "./exemption";
import { housekeeping, inputsRecorded, type Housekeeping } from "./housekeeping";
import { nearest } from "./nearest";
import type { Problem } from "./problem";
import { levels, type Level, type Rule } from "./rule";
import { accepts, defaultsOf, requirementOf, type Values } from "./setting";
import { shown } from "./shown";

/** How one policy of the pack is to work. */
export interface PolicyConfiguration {
  readonly level: Level | "remediate";
  /** Every setting of the rule, those that configuration left out at their defaults. */
  readonly settings: Values;
  readonly exemptions: readonly Exemption[];
}

/** How every policy of the pack is to work, by id. */
export type Configuration = ReadonlyMap<string, PolicyConfiguration>;

/** A configuration, or everything that is wrong with it. */
export type Parsed =
  { readonly configuration: Configuration } | { readonly problems: readonly Problem[] };

type Policy = Rule | Housekeeping;

/**
 * Reads configuration in the form of the CLI's `--policy-pack-config`: by policy id, and `all`, a level
 * or an object of `enforcementLevel`, the rule's settings and its `exemptions`. Stricter than the
 * engine, which lets unknown policies and settings pass in silence.
 *
 * @param today the day that exemptions must reach, `YYYY-MM-DD`
 */
export function parseConfiguration(json: unknown, rules: readonly Rule[], today: string): Parsed {
  if (!isData(json)) {
    const fix = 'write it as {"<rule>": "mandatory"}';
    return { problems: [{ path: "configuration", value: json, rule: "must be an object", fix }] };
  }
  const policies = new Map([...rules, ...housekeeping].map((policy) => [policy.id, policy]));
  const problems = [
    ...Object.entries(json).flatMap(([id, entry]) => entryProblems(id, entry, policies, today)),
    ...recorderProblems(json),
  ];
  if (problems.length > 0) return { problems };
  const everywhere = levelOf(json["all"]);
  return {
    configuration: new Map(
      [...policies.values()].map((policy) => [
        policy.id,
        resolve(policy, json[policy.id], everywhere),
      ]),
    ),
  };
}

function resolve(policy: Policy, entry: unknown, all: unknown): PolicyConfiguration {
  const given = isData(entry) ? entry : {};
  const exemptions = given["exemptions"];
  return {
    level: (levelOf(entry) ?? all ?? policy.level) as PolicyConfiguration["level"],
    settings: { ...defaultsOf(policy.settings), ...settingsOf(given) } as Values,
    exemptions: Array.isArray(exemptions) ? exemptions.filter(isExemption) : [],
  };
}

function levelOf(entry: unknown): unknown {
  return isData(entry) ? entry["enforcementLevel"] : entry;
}

function settingsOf(entry: Data): Data {
  return Object.fromEntries(
    Object.entries(entry).filter(([key]) => key !== "enforcementLevel" && key !== "exemptions"),
  );
}

type Policies = ReadonlyMap<string, Policy>;

function entryProblems(
  id: string,
  entry: unknown,
  policies: Policies,
  today: string,
): readonly Problem[] {
  if (id === "all") return allProblems(entry);
  const policy = policies.get(id);
  if (policy === undefined) return [unknownPolicy(id, [...policies.keys()])];
  if (typeof entry === "string") return levelProblems(policy, entry, id);
  if (!isData(entry)) {
    const fix = 'write "mandatory", or an object with enforcementLevel and settings';
    return [{ path: id, value: entry, rule: "must be a level or an object", fix }];
  }
  return [
    ...levelProblems(policy, entry["enforcementLevel"], `${id}.enforcementLevel`),
    ...settingProblems(policy, settingsOf(entry)),
    ...exemptionProblems(policy, entry["exemptions"], today),
  ];
}

function unknownPolicy(id: string, known: readonly string[]): Problem {
  if (id === "environments") {
    const fix = "write its policies into the file";
    return { path: id, rule: "must not refer to Pulumi ESC, which only the Cloud resolves", fix };
  }
  const suggestion = nearest(id, known);
  const fix =
    suggestion === undefined ? "see the list of rules in the documentation" : `write ${suggestion}`;
  return { path: id, rule: "must be the name of a rule of this pack", fix };
}

function allProblems(entry: unknown): readonly Problem[] {
  const path = isData(entry) ? "all.enforcementLevel" : "all";
  const level = levelOf(entry);
  const others = isData(entry) ? Object.keys(settingsOf(entry)) : [];
  return [
    ...(isLevel(level) ? [] : [badLevel(path, level, levels)]),
    ...others.map((key) => ({
      path: `all.${key}`,
      rule: "must not be set for all rules at once",
      fix: "set it on the rules that have it",
    })),
  ];
}

function levelProblems(policy: Policy, level: unknown, path: string): readonly Problem[] {
  const allowed = policy.id === inputsRecorded.id ? ["remediate", "disabled"] : levels;
  if (level === undefined || allowed.some((candidate) => candidate === level)) return [];
  return [badLevel(path, level, allowed)];
}

function badLevel(path: string, value: unknown, allowed: readonly string[]): Problem {
  const fix = value === "remediate" ? "write mandatory: no rule changes resources" : "write one";
  return { path, value, rule: `must be one of ${allowed.join(", ")}`, fix };
}

function settingProblems(policy: Policy, given: Data): readonly Problem[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const path = `${policy.id}.${name}`;
    const setting = Object.hasOwn(policy.settings, name) ? policy.settings[name] : undefined;
    if (setting === undefined) return [unknownSetting(policy, name, path)];
    if (accepts(setting, value)) return [];
    const fix = `leave it out for ${shown(setting.default)}`;
    return [{ path, value, rule: requirementOf(setting), fix }];
  });
}

function unknownSetting(policy: Policy, name: string, path: string): Problem {
  const known = Object.keys(policy.settings);
  const suggestion = nearest(name, [...known, "enforcementLevel", "exemptions"]);
  return {
    path,
    rule:
      known.length === 0
        ? "must be left out: the rule has no settings"
        : `must be one of ${known.join(", ")}`,
    fix: suggestion === undefined ? "remove it" : `write ${suggestion}`,
  };
}

function exemptionProblems(policy: Policy, given: unknown, today: string): readonly Problem[] {
  if (given === undefined) return [];
  const path = `${policy.id}.exemptions`;
  if (!policy.exemptible) {
    return [{ path, rule: "must be left out: nothing is exempt from it", fix: policy.fix }];
  }
  if (!Array.isArray(given)) {
    return [{ path, value: given, rule: "must be a list", fix: "put the exemption in brackets" }];
  }
  return given.flatMap((entry, index) => problemsOf(entry, `${path}[${index.toString()}]`, today));
}

/** `all` would turn the recorder off with it, and the rules about secret values in silence. */
function recorderProblems(json: Data): readonly Problem[] {
  const level = levelOf(json["all"]);
  if (level === undefined || level === "disabled" || !isLevel(level)) return [];
  if (levelOf(json[inputsRecorded.id]) !== undefined) return [];
  return [
    {
      path: inputsRecorded.id,
      rule: "must be given beside all, which would turn the rules about secret values off",
      fix: `add "${inputsRecorded.id}": "remediate"`,
    },
  ];
}

function isLevel(value: unknown): boolean {
  return levels.some((level) => level === value);
}
