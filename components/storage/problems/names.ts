import { unless } from "../../problems/phrases";
import { accessLogsLabel, bucketNameOf, sitesOf, type Site } from "../scope";
import type { StorageSettings } from "../storage-settings";

const words = /^[a-z0-9](-?[a-z0-9])*$/;
const longest = 63;
/** Beginnings that S3 keeps for itself. */
const reserved = ["amzn-s3-demo-", "sthree-"];
const replicaSuffix = "-replica";

/**
 * What is wrong with the names of the buckets.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function nameProblems(settings: StorageSettings): readonly string[] {
  const { namePrefix, accountId, buckets } = settings;
  const { home, recovery } = sitesOf(settings);
  return [
    ...unless(/^\d{12}$/.test(accountId), `accountId must be 12 digits, got ${accountId}`),
    ...unless(
      words.test(namePrefix) && !reserved.some((each) => namePrefix.startsWith(each)),
      `namePrefix must be lower-case letters, digits and single hyphens, and not begin with ${reserved.join(" or ")}, got ${namePrefix}`,
    ),
    ...Object.keys(buckets).flatMap((label) => labelProblems(settings, label)),
    ...[home, ...(recovery === undefined ? [] : [recovery])].flatMap((site) =>
      lengthProblems(settings, site),
    ),
  ];
}

function labelProblems({ buckets }: StorageSettings, label: string): readonly string[] {
  const source = label.endsWith(replicaSuffix) ? label.slice(0, -replicaSuffix.length) : undefined;
  return [
    ...unless(
      words.test(label),
      `buckets must be labelled by lower-case letters, digits and single hyphens, got ${label}`,
    ),
    ...unless(
      label !== accessLogsLabel && source !== accessLogsLabel,
      `buckets.${label} must have another label, which buckets of access logs have`,
    ),
    ...unless(
      source === undefined || buckets[source]?.replicate !== true,
      `buckets.${label} must have another label, which the replica of ${String(source)} has`,
    ),
  ];
}

function lengthProblems(settings: StorageSettings, site: Site): readonly string[] {
  const labels = Object.keys(site.buckets);
  const all = labels.length === 0 ? [] : [...labels, accessLogsLabel];
  return all
    .map((label) => bucketNameOf(settings, label, site))
    .filter((name) => name.length > longest)
    .map(
      (name) =>
        `namePrefix and labels must make names of at most ${longest} characters, got ${name.length}: ${name}`,
    );
}
