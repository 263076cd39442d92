import { all, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import type { Property } from "../property";
import { resourceRule } from "../rule";

const mysql = ["audit", "error", "general", "slowquery"];

/** The logs that Security Hub's RDS.9 asks for, by the start of the engine's name. */
const logsByEngine: Readonly<Record<string, readonly string[]>> = {
  "aurora-postgresql": ["postgresql"],
  "aurora-mysql": mysql,
  postgres: ["postgresql", "upgrade"],
  mysql,
  mariadb: mysql,
  sqlserver: ["agent", "error"],
  oracle: ["alert", "audit", "listener", "trace"],
};

export const databaseLogsExported = resourceRule({
  id: "database-logs-exported",
  requires: "RDS instances and clusters send their logs to CloudWatch Logs.",
  why: "On the instance they are lost after days and with it; nobody can search them or raise an alarm on them.",
  fix: "Name these logs in enabledCloudwatchLogsExports.",
  severity: "medium",
  standards: {
    securityHub: ["RDS.9", "RDS.34", "RDS.36", "RDS.37"],
    checkov: ["CKV_AWS_129", "CKV_AWS_324"],
  },
  types: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"],
  exemptible: true,
  check: (database) => {
    const engine = database.at("engine");
    const exports = database.at("enabledCloudwatchLogsExports");
    if (exports.isUnknown) return undecided(exports.path);
    if (!engine.isSet) return mustExportAny(exports);
    if (engine.isUnknown) return undecided(engine.path);
    const required = logsOf(engine.value);
    return required === undefined
      ? notApplicable("AWS exports no logs of this engine")
      : all(...required.map((log) => mustExport(exports, log)));
  },
});

function logsOf(engine: unknown): readonly string[] | undefined {
  const prefix = Object.keys(logsByEngine).find((start) => String(engine).startsWith(start));
  return prefix === undefined ? undefined : logsByEngine[prefix];
}

function mustExport(exports: Property, log: string): Judgement {
  if (exports.items.some(({ value }) => value === log)) return pass;
  if (exports.items.some(({ isUnknown }) => isUnknown)) return undecided(exports.path);
  return fail(`${exports.path} must name "${log}", ${exports.finding}`);
}

/** A replica or a restored instance has the engine of its source. */
function mustExportAny(exports: Property): Judgement {
  return exports.items.length > 0
    ? pass
    : fail(`${exports.path} must name the engine's logs, ${exports.finding}`);
}
