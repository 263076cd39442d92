import { outsideOf, unless } from "../../problems/phrases";
import type { BucketSettings } from "../storage-settings";

const mostCorsRules = 100;
/** Least days without access for each tier, and the most for both. */
const tiers = { ARCHIVE_ACCESS: 90, DEEP_ARCHIVE_ACCESS: 180 } as const;
const mostTierDays = 730;

/** What S3 refuses of what a bucket has beside its protection. */
export function featureProblems(
  path: string,
  { cors, archiveTiers }: BucketSettings,
): readonly string[] {
  const rules = Object.entries(cors);
  return [
    ...unless(
      rules.length <= mostCorsRules,
      `${path}.cors must be at most ${mostCorsRules} rules, got ${rules.length}`,
    ),
    ...rules.flatMap(([name, { maxAgeSeconds }]) =>
      outsideOf(`${path}.cors.${name}.maxAgeSeconds`, maxAgeSeconds, 0, 2_147_483_647),
    ),
    ...rules.flatMap(([name, { allowedOrigins, allowedMethods }]) => [
      ...atLeastOne(`${path}.cors.${name}.allowedOrigins`, allowedOrigins),
      ...atLeastOne(`${path}.cors.${name}.allowedMethods`, allowedMethods),
    ]),
    ...outsideOf(
      `${path}.archiveTiers.ARCHIVE_ACCESS`,
      archiveTiers.ARCHIVE_ACCESS,
      tiers.ARCHIVE_ACCESS,
      mostTierDays,
    ),
    ...outsideOf(
      `${path}.archiveTiers.DEEP_ARCHIVE_ACCESS`,
      archiveTiers.DEEP_ARCHIVE_ACCESS,
      tiers.DEEP_ARCHIVE_ACCESS,
      mostTierDays,
    ),
  ];
}

function atLeastOne(path: string, list: readonly unknown[]): readonly string[] {
  return unless(list.length > 0, `${path} must have at least one entry, got none`);
}
