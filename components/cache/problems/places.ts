import { unless } from "../../problems/phrases";
import type { Settings } from "../cache-settings";

/** What is wrong with where a cache and its copy stand. */
export function placeProblems(settings: Settings): readonly string[] {
  const { subnetIds, disasterRecovery, region, multiAz } = settings;
  const least = multiAz ? 2 : 1;
  return [
    ...subnetProblems("subnetIds", subnetIds, least),
    ...(disasterRecovery === undefined
      ? []
      : [
          ...unless(
            disasterRecovery.region !== region,
            `disasterRecovery.region must be another region than the cache's, got ${region}`,
          ),
          ...subnetProblems("disasterRecovery.subnetIds", disasterRecovery.subnetIds, least),
        ]),
  ];
}

function subnetProblems(
  path: string,
  { length }: readonly unknown[],
  least: number,
): readonly string[] {
  return unless(
    length >= least,
    `${path} must be at least ${least}${least > 1 ? " with multiAz, in a zone each" : ""}, got ${length}`,
  );
}
