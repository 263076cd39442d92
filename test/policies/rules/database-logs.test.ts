import { databaseLogsExported } from "../../../policies/rules/database-logs";
import { unknown } from "../kit";
import { suite } from "../suite";

const type = "aws:rds/instance:Instance";

describe("database-logs-exported, on PostgreSQL", () => {
  const rule = suite(databaseLogsExported, type, {
    engine: "postgres",
    enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
  });
  rule.passes("passes when both logs are exported", {});
  rule.passes("passes when more are", {
    enabledCloudwatchLogsExports: ["iam-db-auth-error", "upgrade", "postgresql"],
  });
  rule.fails(
    "fails when one is missing",
    { enabledCloudwatchLogsExports: ["postgresql"] },
    'enabledCloudwatchLogsExports must name "upgrade", got ["postgresql"]',
  );
  rule.fails(
    "fails when nothing is said",
    { enabledCloudwatchLogsExports: undefined },
    'enabledCloudwatchLogsExports must name "postgresql", but is not set',
    'enabledCloudwatchLogsExports must name "upgrade", but is not set',
  );
  rule.isUndecided(
    "is undecided while the list is not known",
    { enabledCloudwatchLogsExports: unknown },
    "enabledCloudwatchLogsExports",
  );
  rule.isUndecided(
    "is undecided while an entry that may be the missing one is not known",
    { enabledCloudwatchLogsExports: ["postgresql", unknown] },
    "enabledCloudwatchLogsExports",
  );
  rule.isUndecided("is undecided while the engine is not known", { engine: unknown }, "engine");
});

describe("database-logs-exported, on other engines", () => {
  const rule = suite(databaseLogsExported, type, {});
  rule.fails(
    "fails when MySQL exports only errors",
    { engine: "mysql", enabledCloudwatchLogsExports: ["error"] },
    'enabledCloudwatchLogsExports must name "audit", got ["error"]',
    'enabledCloudwatchLogsExports must name "general", got ["error"]',
    'enabledCloudwatchLogsExports must name "slowquery", got ["error"]',
  );
  rule.passes("passes SQL Server of any edition with its logs", {
    engine: "sqlserver-se",
    enabledCloudwatchLogsExports: ["agent", "error"],
  });
  rule.doesNotApply(
    "does not apply to an engine whose logs AWS does not export",
    { engine: "custom-oracle-ee" },
    "AWS exports no logs of this engine",
  );
  rule.fails(
    "fails when a replica, whose engine is its source's, exports none",
    { replicateSourceDb: "main" },
    "enabledCloudwatchLogsExports must name the engine's logs, but is not set",
  );
  rule.passes("passes a replica that exports some", {
    replicateSourceDb: "main",
    enabledCloudwatchLogsExports: ["postgresql"],
  });
});

describe("database-logs-exported, on Aurora", () => {
  const rule = suite(databaseLogsExported, "aws:rds/cluster:Cluster", {
    engine: "aurora-postgresql",
  });
  rule.passes("asks for the one log that Aurora PostgreSQL has", {
    enabledCloudwatchLogsExports: ["postgresql"],
  });
  rule.fails(
    "fails when Aurora MySQL exports none",
    { engine: "aurora-mysql", enabledCloudwatchLogsExports: [] },
    'enabledCloudwatchLogsExports must name "audit", got []',
    'enabledCloudwatchLogsExports must name "error", got []',
    'enabledCloudwatchLogsExports must name "general", got []',
    'enabledCloudwatchLogsExports must name "slowquery", got []',
  );
});
