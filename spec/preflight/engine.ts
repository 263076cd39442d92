import { or } from "../expectation";
import type { Problem } from "../problem";
import { rule } from "./rule";

/** A major version of PostgreSQL on RDS. */
interface Major {
  /** Last day of standard support; after it RDS charges for support, or refuses to create instances without it. */
  readonly supportedUntil: string;
  /** The oldest minor that can still be created. */
  readonly leastMinor: number;
}

/**
 * Majors that RDS supports, as of November 2026.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html
 * Minors that can no longer be created: the list of deprecated versions in the PyPI package cfn-lint 1.58.
 */
const majors: Readonly<Record<string, Major>> = {
  "14": { supportedUntil: "2027-02-28", leastMinor: 18 },
  "15": { supportedUntil: "2028-02-29", leastMinor: 13 },
  "16": { supportedUntil: "2029-02-28", leastMinor: 9 },
  "17": { supportedUntil: "2030-02-28", leastMinor: 5 },
  "18": { supportedUntil: "2031-02-28", leastMinor: 1 },
};

/** Versions that RDS creates. */
export const engineRules = [
  rule(["database"], ({ database: { engineVersion } }, today) => supported(engineVersion, today)),
  rule(["database"], ({ database: { engineVersion } }) => creatable(engineVersion)),
  rule(["database"], ({ database: { engineVersion, parameterGroupFamily } }) =>
    sameFamily(engineVersion, parameterGroupFamily),
  ),
];

function supported(version: string, today: string): readonly Problem[] {
  const until = majors[majorOf(version)]?.supportedUntil;
  if (until !== undefined && today <= until) return [];
  const current = Object.keys(majors).filter(
    (name) => today <= (majors[name]?.supportedUntil ?? ""),
  );
  return [
    {
      path: "database.engineVersion",
      value: version,
      rule:
        until === undefined
          ? "must be a major that RDS supports"
          : `must be a major in standard support, which ended on ${until}`,
      fix: `choose ${or(current)}`,
    },
  ];
}

function creatable(version: string): readonly Problem[] {
  const [major = "", minor] = version.split(".");
  const least = majors[major]?.leastMinor;
  if (minor === undefined || least === undefined || Number(minor) >= least) return [];
  return [
    {
      path: "database.engineVersion",
      value: version,
      rule: `must be ${major}.${least} or later: RDS no longer creates older minors`,
      fix: `write ${major}, and RDS chooses the minor`,
    },
  ];
}

function sameFamily(version: string, family: string | undefined): readonly Problem[] {
  const wanted = `postgres${majorOf(version)}`;
  if (family === undefined || family === wanted) return [];
  return [
    {
      path: "database.parameterGroupFamily",
      value: family,
      rule: `must be ${wanted}, the family of engineVersion ${version}`,
      fix: `write ${wanted}, or leave it out`,
    },
  ];
}

function majorOf(version: string): string {
  return version.split(".")[0] ?? "";
}
