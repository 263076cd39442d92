import type { SecretValue } from "../secrets";
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
];

/** Length of a value once it is made; what is supplied is not known. */
function bytesOf(value: SecretValue): number {
  if ("supplied" in value) return 0;
  if (value.generate === "password") return value.length;
  return value.encoding === "hex" ? value.bytes * 2 : Math.ceil(value.bytes / 3) * 4;
}
