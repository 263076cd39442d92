import { all, fail, type Judgement, notApplicable, undecided } from "../judgement";
import { must } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { isOfAuroraInstance, judgeParameter } from "./parameter-group";

/** One parameter by which an engine is told what to log. */
interface LogParameter {
  readonly name: string;
  /** What its value must be, for the slowest statement that may go unlogged, in milliseconds. */
  readonly demand: (maximum: number) => string;
  readonly holds: (value: string, maximum: number) => boolean;
}

const isOn = (value: string): boolean => !["", "0", "FALSE", "NO", "OFF"].includes(value);

/** Without the statements themselves: `log_statement` would write passwords and data into the log. */
const postgres: readonly LogParameter[] = [
  { name: "log_connections", demand: () => '"1"', holds: isOn },
  { name: "log_disconnections", demand: () => '"1"', holds: isOn },
  {
    name: "log_min_duration_statement",
    demand: (maximum) => `a number from 0 to ${maximum.toString()}`,
    holds: (value, maximum) => isNumber(value) && Number(value) >= 0 && Number(value) <= maximum,
  },
];

const mysql: readonly LogParameter[] = [
  { name: "slow_query_log", demand: () => '"1"', holds: isOn },
  {
    name: "long_query_time",
    demand: (maximum) => `a number from 0 to ${(maximum / 1000).toString()}`,
    holds: (value, maximum) => isNumber(value) && Number(value) * 1000 <= maximum,
  },
];

/** By the start of the parameter group family. */
const parametersByFamily: Readonly<Record<string, readonly LogParameter[]>> = {
  "aurora-mysql": mysql,
  "aurora-postgresql": postgres,
  mariadb: mysql,
  mysql,
  postgres,
};

export const databaseQueriesLogged = resourceRule({
  id: "database-queries-logged",
  requires: "RDS parameter groups log slow statements, those of PostgreSQL every connection too.",
  why: "The log is the first place to look when a system is slow, and the only one that says who was connected when data was read.",
  fix: 'In PostgreSQL set log_connections and log_disconnections to "1" and log_min_duration_statement to milliseconds; in MySQL and MariaDB slow_query_log to "1" and long_query_time to seconds.',
  severity: "low",
  standards: { checkov: ["CKV2_AWS_27", "CKV2_AWS_30"] },
  types: [
    "aws:rds/parameterGroup:ParameterGroup",
    "aws:rds/clusterParameterGroup:ClusterParameterGroup",
  ],
  settings: {
    maximumMilliseconds: {
      kind: "integer",
      description: "Milliseconds that a statement may take without being logged.",
      minimum: 0,
      maximum: 60000,
      default: 5000,
      stricter: "lower",
    },
  },
  exemptible: true,
  check: (group, { maximumMilliseconds }) => {
    const family = group.at("family");
    if (family.isUnknown) return undecided(family.path);
    const parameters = parametersOf(String(family.value));
    if (parameters === undefined)
      return notApplicable("statements are no parameter of this engine");
    if (isOfAuroraInstance(group.type, String(family.value))) {
      return notApplicable("logs are parameters of the Aurora cluster, not of its instances");
    }
    return all(
      ...parameters.map((parameter) =>
        mustLog(group.at("parameters"), parameter, maximumMilliseconds),
      ),
    );
  },
});

function parametersOf(family: string): readonly LogParameter[] | undefined {
  const start = Object.keys(parametersByFamily).find((prefix) => family.startsWith(prefix));
  return start === undefined ? undefined : parametersByFamily[start];
}

function mustLog(parameters: Property, parameter: LogParameter, maximum: number): Judgement {
  const { name, demand, holds } = parameter;
  return judgeParameter(parameters, name, (value) =>
    value === undefined
      ? fail(`${parameters.path} must set ${name} to ${demand(maximum)}, but do not name it`)
      : must(value, `be ${demand(maximum)} for ${name}`, (given) =>
          holds(String(given).toUpperCase(), maximum),
        ),
  );
}

function isNumber(value: string): boolean {
  return value.trim() !== "" && Number.isFinite(Number(value));
}
