import { catalogues, standardsOf } from "./describe";
import { housekeeping } from "./housekeeping";
import { packName, rules } from "./pack";
import { levelIn, settingsIn } from "./profile";
import { environments, type Rule } from "./rule";
import { rangeOf, type Setting, type Settings, type Value } from "./setting";

/** The documentation of every policy of the pack, in Markdown: `docs/policies.md`. */
export function policyDocument(): string {
  return [
    "# Policies",
    "",
    `The rules of the pack \`${packName}\`, written from the rules themselves by \`npm run generate\`. How to use the pack, configure it and exempt resources: [its README](../policies/README.md).`,
    "",
    ...table(
      ["Rule", "Requires", "Severity", ...environments],
      rules.map((rule) => [
        `[\`${rule.id}\`](#${rule.id})`,
        rule.requires,
        rule.severity,
        ...environments.map((environment) => levelIn(rule, environment)),
      ]),
    ),
    "",
    ...rules.flatMap(ruleSection),
    "## Policies that serve the rules",
    "",
    "They have no resources of their own to judge. `inputs-recorded` must stay at `remediate`: a configuration that sets `all` has to name it.",
    "",
    ...housekeeping.flatMap((policy) => [
      `### ${policy.id}`,
      "",
      policy.requires,
      "",
      policy.why,
      "",
      `**Fix.** ${policy.fix}`,
      "",
      `Level \`${policy.level}\`, severity ${policy.severity}.`,
      "",
      ...settingsTable(policy.settings, []),
    ]),
  ].join("\n");
}

function ruleSection(rule: Rule): readonly string[] {
  const environmentColumns = environments.map((environment) => ({
    name: environment,
    values: settingsIn(rule, environment),
  }));
  return [
    `## ${rule.id}`,
    "",
    rule.requires,
    "",
    `**Why.** ${rule.why}`,
    "",
    `**Fix.** ${rule.fix}`,
    "",
    ...facts(rule).map((fact) => `- ${fact}`),
    "",
    ...settingsTable(rule.settings, environmentColumns),
  ];
}

function facts(rule: Rule): readonly string[] {
  const levels = environments.map((name) => `\`${levelIn(rule, name)}\` in ${name}`).join(", ");
  const standards = standardsOf(rule.standards);
  return [
    `Severity: ${rule.severity}`,
    `Level: \`${rule.level}\` by default, ${levels}`,
    `Judges: ${rule.types.map((type) => `\`${type}\``).join(", ")}`,
    `When: ${rule.scope === "resource" ? "before each resource is created" : "when the whole stack is known"}`,
    `Same as: ${standards.length > 0 ? standards.join(", ") : `nothing in ${Object.values(catalogues).join(", ")}`}`,
    `Exemptions: ${rule.exemptible ? "by configuration" : "none"}`,
  ];
}

interface Column {
  readonly name: string;
  readonly values: Readonly<Record<string, Value>>;
}

function settingsTable(settings: Settings, columns: readonly Column[]): readonly string[] {
  if (Object.keys(settings).length === 0) return [];
  const rows = Object.entries(settings).map(([name, setting]) => [
    `\`${name}\``,
    setting.description,
    possibleValues(setting),
    code(setting.default),
    ...columns.map(({ values }) => code(values[name] ?? setting.default)),
  ]);
  const heads = ["Setting", "Decides", "Range", "Default", ...columns.map(({ name }) => name)];
  return [...table(heads, rows), ""];
}

function possibleValues(setting: Setting): string {
  switch (setting.kind) {
    case "boolean":
      return "true, false";
    case "integer":
      return rangeOf(setting);
    case "integers":
      return `list, each ${rangeOf(setting)}`;
    case "texts":
      return `list of ${setting.form}`;
  }
}

function code(value: Value): string {
  return `\`${JSON.stringify(value)}\``;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}
