import { notApplicable, undecided } from "../judgement";
import { resourceRule } from "../rule";
import { mustBeSupported, noticeDays } from "./support-period";

const postgres: Readonly<Record<string, string>> = {
  "9.6": "2022-04-30",
  "10": "2023-04-17",
  "11": "2024-02-29",
  "12": "2025-02-28",
  "13": "2026-02-28",
  "14": "2027-02-28",
  "15": "2028-02-29",
  "16": "2029-02-28",
  "17": "2030-02-28",
};

/** The last day of AWS's standard support of each major version, from the release calendars of RDS. */
const endsOfSupport: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "aurora-mysql": { "5.6": "2023-02-28", "5.7": "2024-10-31", "8.0": "2028-04-30" },
  "aurora-postgresql": postgres,
  mariadb: {
    "10.3": "2023-10-23",
    "10.4": "2025-02-28",
    "10.5": "2026-02-28",
    "10.6": "2026-07-31",
    "10.11": "2028-02-29",
    "11.4": "2029-05-31",
  },
  mysql: {
    "5.6": "2022-03-01",
    "5.7": "2024-02-29",
    "8.0": "2026-07-31",
    "8.4": "2029-07-31",
  },
  postgres,
};

export const databaseVersionSupported = resourceRule({
  id: "database-version-supported",
  requires: "RDS instances and clusters run a version of their engine in AWS's standard support.",
  why: "After it AWS charges per processor and hour, or upgrades to the next major version on a day of its own choice. Community fixes end with it.",
  fix: "Upgrade to a later major version; try it on a copy first, with a blue/green deployment.",
  severity: "medium",
  standards: {},
  types: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"],
  settings: { noticeDays },
  exemptible: true,
  profiles: { production: { settings: { noticeDays: 180 } } },
  check: (database, { noticeDays }, today) => {
    const [engine, version] = [database.at("engine"), database.at("engineVersion")];
    if (!version.isSet) return notApplicable("AWS takes the version, or it is the source's");
    const unknown = [engine, version].filter(({ isUnknown }) => isUnknown);
    if (unknown.length > 0) return undecided(...unknown.map(({ path }) => path));
    const ends = endsOfSupport[String(engine.value)];
    return ends === undefined
      ? notApplicable("the versions of this engine have no listed end of support")
      : mustBeSupported(version, ends, { today, noticeDays });
  },
});
