import { passwordLimits } from "../password-services";
import type { Problem } from "../problem";
import type { SecretValue } from "../secrets";
import type { Spec } from "../spec";
import { rule } from "./rule";

/** Bytes that Secrets Manager takes for a secret with all its values. */
const mostBytes = 65_536;

/** Quotes, colon and comma around a value and its name. */
const punctuation = 6;

/**
 * Secrets that fit into Secrets Manager. How strong they are is the policy pack's to judge.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
 */
export const secretRules = [
  rule(["secrets"], ({ secrets }) =>
    Object.entries(secrets.entries).flatMap(([entry, { values }]) => {
      const sizes = Object.entries(values).map(
        ([name, value]) => name.length + punctuation + bytesOf(value),
      );
      const total = sizes.reduce((sum, size) => sum + size, 0);
      if (total <= mostBytes) return [];
      return [
        {
          path: `secrets.entries.${entry}.values`,
          value: total,
          rule: `must be at most ${mostBytes} bytes as JSON`,
          fix: "divide them among several secrets",
        },
      ];
    }),
  ),
  rule(["secrets"], ({ secrets }) =>
    Object.entries(secrets.entries)
      .filter(([, { values, furtherValues }]) => furtherValues === "none" && isEmpty(values))
      .map(([entry]) => ({
        path: `secrets.entries.${entry}.values`,
        value: {},
        rule: "must be a mapping with at least one value",
        fix: "declare one, or write supplied as furtherValues",
      })),
  ),
  rule(["secrets"], ({ secrets }) =>
    valuesOf(secrets).flatMap(({ path, value }) => [
      ...acceptableLength(path, value),
      ...acceptableCharacters(path, value),
    ]),
  ),
];

/** A value, and the path it is declared at. */
interface Declared {
  readonly path: string;
  readonly value: SecretValue;
}

function valuesOf({ entries }: Spec["secrets"]): readonly Declared[] {
  return Object.entries(entries).flatMap(([entry, { values }]) =>
    Object.entries(values).map(([name, value]) => ({
      path: `secrets.entries.${entry}.values.${name}`,
      value,
    })),
  );
}

function acceptableLength(path: string, value: SecretValue): readonly Problem[] {
  if (!("length" in value) || value.service === undefined) return [];
  const { shortest, longest } = passwordLimits[value.service];
  if (value.length >= shortest && value.length <= longest) return [];
  return [
    {
      path: `${path}.length`,
      value: value.length,
      rule: `must be ${shortest} to ${longest} characters, which ${value.service} takes`,
      fix: value.length < shortest ? `raise it to ${shortest} or more` : `lower it to ${longest}`,
    },
  ];
}

function acceptableCharacters(path: string, value: SecretValue): readonly Problem[] {
  if (!("length" in value) || value.service === undefined) return [];
  const { specialCharacters: accepted } = passwordLimits[value.service];
  const refused = Array.from(value.specialCharacters).filter((each) => !accepted.includes(each));
  if (refused.length === 0) return [];
  return [
    {
      path: `${path}.specialCharacters`,
      value: value.specialCharacters,
      rule: `must be among ${accepted}, which ${value.service} takes`,
      fix: `remove ${refused.join(" ")}`,
    },
  ];
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}

/** Length of a value once it is made; what is supplied is not known. */
function bytesOf(value: SecretValue): number {
  if ("supplied" in value) return 0;
  if (value.generate === "password") return value.length;
  return value.encoding === "hex" ? value.bytes * 2 : Math.ceil(value.bytes / 3) * 4;
}
