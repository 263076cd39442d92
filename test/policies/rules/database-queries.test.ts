import type { Data } from "../../../policies/data";
import { databaseQueriesLogged } from "../../../policies/rules/database-queries";
import { unknown } from "../kit";
import { suite } from "../suite";

const groupType = "aws:rds/parameterGroup:ParameterGroup";

/** The parameters of a group by name. */
function parameters(values: Data): readonly Data[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

const postgres = {
  log_connections: "1",
  log_disconnections: "on",
  log_min_duration_statement: "0",
};

describe("database-queries-logged, on PostgreSQL", () => {
  const group = { family: "postgres16", parameters: parameters(postgres) };
  const rule = suite(databaseQueriesLogged, groupType, group);
  rule.passes("passes a group that logs connections and slow statements", {});
  rule.passes("passes the form that PostgreSQL 18 has", {
    family: "postgres18",
    parameters: parameters({ ...postgres, log_connections: "all" }),
  });
  rule.passes("passes the slowest that may go unlogged", {
    parameters: parameters({ ...postgres, log_min_duration_statement: "5000" }),
  });
  rule.fails(
    "fails when connections are not logged",
    { parameters: parameters({ ...postgres, log_connections: "off" }) },
    'parameters[0].value must be "1" for log_connections, got "off"',
  );
  rule.fails(
    "fails when statements are not logged",
    { parameters: parameters({ ...postgres, log_min_duration_statement: "-1" }) },
    'parameters[2].value must be a number from 0 to 5000 for log_min_duration_statement, got "-1"',
  );
  rule.fails(
    "fails when they may take too long",
    { parameters: parameters({ ...postgres, log_min_duration_statement: "5001" }) },
    'parameters[2].value must be a number from 0 to 5000 for log_min_duration_statement, got "5001"',
  );
  rule.fails(
    "fails when the group names none",
    { parameters: undefined },
    'parameters must set log_connections to "1", but do not name it',
    'parameters must set log_disconnections to "1", but do not name it',
    "parameters must set log_min_duration_statement to a number from 0 to 5000, but do not name it",
  );
  rule.isUndecided("is undecided while the family is not known", { family: unknown }, "family");
  rule.isUndecided(
    "is undecided while the parameters are not known",
    { parameters: unknown },
    "parameters",
  );
  rule.isUndecided(
    "is undecided while a value is not known",
    { parameters: parameters({ ...postgres, log_min_duration_statement: unknown }) },
    "parameters[2].value",
  );
});

describe("database-queries-logged, on MySQL", () => {
  const mysql = { slow_query_log: "1", long_query_time: "2.5" };
  const group = { family: "mysql8.4", parameters: parameters(mysql) };
  const rule = suite(databaseQueriesLogged, groupType, group, { maximumMilliseconds: 2500 });
  rule.passes("passes a group that logs slow statements", {});
  rule.fails(
    "fails when they may take too long",
    { parameters: parameters({ ...mysql, long_query_time: "10" }) },
    'parameters[1].value must be a number from 0 to 2.5 for long_query_time, got "10"',
  );
  rule.fails(
    "fails when they are not logged",
    { family: "mariadb11.4", parameters: parameters({ ...mysql, slow_query_log: "OFF" }) },
    'parameters[0].value must be "1" for slow_query_log, got "OFF"',
  );
});

describe("database-queries-logged, on other groups", () => {
  const rule = suite(databaseQueriesLogged, groupType, { parameters: [] });
  rule.doesNotApply(
    "does not apply to Oracle",
    { family: "oracle-se2-19" },
    "statements are no parameter of this engine",
  );
  rule.doesNotApply(
    "does not apply to the instances of Aurora",
    { family: "aurora-postgresql16" },
    "logs are parameters of the Aurora cluster, not of its instances",
  );
  const cluster = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
  const group = { family: "aurora-postgresql16", parameters: parameters(postgres) };
  suite(databaseQueriesLogged, cluster, group).fails(
    "fails when a cluster logs no connections",
    { parameters: parameters({ ...postgres, log_disconnections: "0" }) },
    'parameters[1].value must be "1" for log_disconnections, got "0"',
  );
});
