import { matchesGlob } from "../glob";
import { all, fail, type Judgement, notApplicable, undecided } from "../judgement";
import { must, mustNotBe } from "../must";
import type { Property } from "../property";
import { stackRule } from "../rule";
import type { StackResource } from "../stack";
import { named, titleOf } from "./title";

const rotationType = "aws:secretsmanager/secretRotation:SecretRotation";

export const secretRotated = stackRule({
  id: "secret-rotated",
  requires:
    "Secrets that are rotated, or that configuration says must be, are rotated often enough.",
  why: "A password that leaked works until it is changed; nobody changes one by hand for years.",
  fix: "Create an aws.secretsmanager.SecretRotation with the secret's id, a Lambda function and automaticallyAfterDays.",
  severity: "medium",
  standards: {
    securityHub: ["SecretsManager.1", "SecretsManager.4"],
    checkov: ["CKV2_AWS_57", "CKV_AWS_304"],
  },
  types: ["aws:secretsmanager/secret:Secret"],
  settings: {
    maximumDays: {
      kind: "integer",
      description: "Days between two rotations at most.",
      minimum: 1,
      maximum: 1000,
      default: 90,
      stricter: "lower",
    },
    names: {
      kind: "texts",
      description:
        "Globs over the names of secrets that must be rotated. Keys that sign tokens do not belong here: they change by version, with both valid for a while.",
      form: "globs",
      pattern: "[^*?]",
      default: [],
      stricter: "more",
    },
  },
  exemptible: true,
  check: (secret, { maximumDays, names }, stack) => {
    const { found, possible } = stack.referring(secret, "secretId", rotationType);
    if (found.length > 0) {
      return all(...found.map((rotation) => named(rotation, mustRotate(rotation, maximumDays))));
    }
    if (!isListed(secret, names)) {
      return notApplicable("it is not rotated, and no setting says that it must be");
    }
    return possible.length > 0
      ? undecided(...possible.map((rotation) => `secretId of ${titleOf(rotation)}`))
      : fail(`the secret must have an ${rotationType}, but none refers to it`);
  },
});

/** By its name, or as much of it as the program gives. */
function isListed(secret: StackResource, globs: readonly string[]): boolean {
  const given = [secret.at("name").value, secret.at("namePrefix").value, secret.name];
  const texts = given.filter((text) => typeof text === "string");
  return globs.some((glob) => matchesGlob(glob, ...texts));
}

function mustRotate(rotation: StackResource, maximumDays: number): Judgement {
  return all(
    mustNotBe(rotation.at("rotationEnabled"), false),
    mustComeOften(rotation.at("rotationRules"), maximumDays),
  );
}

function mustComeOften(rules: Property, maximumDays: number): Judgement {
  const [days, schedule] = [rules.at("automaticallyAfterDays"), rules.at("scheduleExpression")];
  const requirement = `come every ${maximumDays.toString()} days or more often`;
  if (days.isSet) {
    return must(days, requirement, (value) => typeof value === "number" && value <= maximumDays);
  }
  return schedule.isSet
    ? mustBeFrequent(schedule, requirement, maximumDays)
    : must(rules, "say when the secret is rotated", () => false);
}

function mustBeFrequent(schedule: Property, requirement: string, maximumDays: number): Judgement {
  if (schedule.isUnknown) return undecided(schedule.path);
  const days = longestPause(String(schedule.value));
  if (days === undefined) return undecided(`how often ${schedule.path} comes`);
  return must(schedule, requirement, () => days <= maximumDays);
}

/** Days between two rotations at most, as far as the expression makes that plain. */
function longestPause(expression: string): number | undefined {
  const [, kind, terms = ""] = /^(cron|rate)\((.*)\)$/.exec(expression.trim()) ?? [];
  if (kind === "rate") return daysOfRate(terms);
  return kind === "cron" ? daysOfCron(terms) : undefined;
}

/** Of `10 days` and `12 hours`. */
function daysOfRate(terms: string): number | undefined {
  const [, count, unit] = /^(\d+) (day|hour)s?$/.exec(terms) ?? [];
  if (count === undefined) return undefined;
  return unit === "hour" ? Number(count) / 24 : Number(count);
}

/** Of `0 4 1 * ? *`, by its months: every one, or every third as `1/3`. */
function daysOfCron(terms: string): number | undefined {
  const [, , , month = "", , year = "*"] = terms.split(/\s+/);
  const everyMonth = month === "*" ? "*/1" : month;
  const [, months] = /^(?:\*|1)\/(\d+)$/.exec(everyMonth) ?? [];
  return year === "*" && months !== undefined ? Number(months) * 31 : undefined;
}
