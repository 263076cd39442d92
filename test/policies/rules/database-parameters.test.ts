import assert from "node:assert/strict";
import {
  databaseParameterGroupOwn,
  databaseTlsForced,
} from "../../../policies/rules/database-parameters";
import type { Data } from "../../../policies/data";
import { judge, resource, type Resource, root, unknown } from "../kit";
import { suite } from "../suite";

const groupType = "aws:rds/parameterGroup:ParameterGroup";
const forced = { name: "rds.force_ssl", value: "1", applyMethod: "immediate" };

describe("database-tls-forced, on PostgreSQL", () => {
  const rule = suite(databaseTlsForced, groupType, { family: "postgres16", parameters: [forced] });
  rule.passes("passes a group that forces TLS", {});
  rule.fails(
    "fails when the group switches it off",
    {
      parameters: [
        { name: "log_connections", value: "1" },
        { ...forced, value: "0" },
      ],
    },
    'parameters[1].value must be "1" for rds.force_ssl, got "0"',
  );
  rule.passes("passes when PostgreSQL 15 or later is left at its default", { parameters: [] });
  rule.passes("passes when it is left at its default without parameters", {
    parameters: undefined,
  });
  rule.fails(
    "fails when PostgreSQL 14 is left at its default",
    { family: "postgres14", parameters: [] },
    'parameters must set rds.force_ssl to "1", but do not name it',
  );
  rule.isUndecided("is undecided while the family is not known", { family: unknown }, "family");
  rule.isUndecided(
    "is undecided while the parameters are not known",
    { parameters: unknown },
    "parameters",
  );
  rule.isUndecided(
    "is undecided while the value is not known",
    { parameters: [{ ...forced, value: unknown }] },
    "parameters[0].value",
  );
  rule.isUndecided(
    "is undecided while a name that may be the missing one is not known",
    { family: "postgres14", parameters: [{ name: unknown, value: "1" }] },
    "parameters",
  );
});

describe("database-tls-forced, on other engines", () => {
  const rule = suite(databaseTlsForced, groupType, { parameters: [] });
  rule.fails(
    "fails when MySQL is left at its default",
    { family: "mysql8.4" },
    'parameters must set require_secure_transport to "1", but do not name it',
  );
  rule.passes("passes MySQL that requires it", {
    family: "mysql8.4",
    parameters: [{ name: "require_secure_transport", value: "on" }],
  });
  rule.fails(
    "fails when MariaDB 11.4 is left at its default",
    { family: "mariadb11.4" },
    'parameters must set require_secure_transport to "1", but do not name it',
  );
  rule.passes("passes MariaDB 11.8, whose default it is", { family: "mariadb11.8" });
  rule.fails(
    "fails when SQL Server is left at its default",
    { family: "sqlserver-ex-16.0" },
    'parameters must set rds.force_ssl to "1", but do not name it',
  );
  rule.doesNotApply(
    "does not apply to Oracle, which has it in the option group",
    { family: "oracle-se2-19" },
    "TLS is no parameter of this engine",
  );
  rule.doesNotApply(
    "does not apply to the instances of Aurora",
    { family: "aurora-postgresql16" },
    "TLS is a parameter of the Aurora cluster, not of its instances",
  );
});

describe("database-tls-forced, on clusters", () => {
  const rule = suite(databaseTlsForced, "aws:rds/clusterParameterGroup:ClusterParameterGroup", {
    family: "aurora-postgresql16",
    parameters: [forced],
  });
  rule.passes("passes a cluster that forces TLS", {});
  rule.fails(
    "fails when it is left at its default",
    { parameters: [] },
    'parameters must set rds.force_ssl to "1", but do not name it',
  );
});

describe("database-parameter-group-own", () => {
  const group = resource(groupType, { name: "main-16", family: "postgres16" }, { name: "main" });
  const instance = (inputs: Data, more: Partial<Resource> = {}): Resource =>
    resource("aws:rds/instance:Instance", inputs, more);
  const verdictOn = async (...stack: readonly Resource[]): Promise<unknown> => {
    const { verdicts } = await judge([databaseParameterGroupOwn], [root, ...stack]);
    return verdicts.map(({ verdict, message }) => [verdict, message]);
  };

  it("passes an instance that refers to a group of the stack, its name not known yet", async () => {
    const attached = instance(
      { parameterGroupName: unknown },
      { dependencies: { parameterGroupName: [group] } },
    );
    assert.deepEqual(await verdictOn(group, attached), [["pass", undefined]]);
  });

  it("passes an instance that names a group of the stack by its literal name", async () => {
    const attached = instance({ parameterGroupName: "main-16" });
    assert.deepEqual(await verdictOn(group, attached), [["pass", undefined]]);
  });

  it("fails when no group is named", async () => {
    assert.deepEqual(await verdictOn(group, instance({})), [
      ["fail", "parameterGroupName must name a parameter group of your own, but is not set"],
    ]);
  });

  it("fails when the group is the default of AWS", async () => {
    assert.deepEqual(
      await verdictOn(group, instance({ parameterGroupName: "default.postgres16" })),
      [
        [
          "fail",
          'parameterGroupName must name a parameter group of your own, got "default.postgres16"',
        ],
      ],
    );
  });

  it("is undecided when the group is made elsewhere", async () => {
    assert.deepEqual(await verdictOn(group, instance({ parameterGroupName: "shared" })), [
      [
        "undecided",
        "not known until deployed: the parameters of the group that parameterGroupName names",
      ],
    ]);
  });

  it("does not apply to a replica that names none", async () => {
    assert.deepEqual(await verdictOn(instance({ replicateSourceDb: "main" })), [
      ["notApplicable", "a replica uses the group of its source"],
    ]);
  });

  it("fails when a replica names the default of AWS", async () => {
    const replica = instance({
      replicateSourceDb: "main",
      parameterGroupName: "default.postgres16",
    });
    assert.deepEqual(await verdictOn(replica), [
      [
        "fail",
        'parameterGroupName must name a parameter group of your own, got "default.postgres16"',
      ],
    ]);
  });
});
