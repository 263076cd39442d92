import assert from "node:assert/strict";
import { settingsOf } from "../../components/database/database-settings";
import {
  defaultedParameters,
  parametersOf,
  secureParameters,
  staticParameters,
} from "../../components/database/parameters";
import { args, previewDatabase, types } from "./database-args";

/** The parameters that AWS's guide lists as static. */
const listedByAws = [
  "autovacuum_freeze_max_age",
  "autovacuum_max_workers",
  "logging_collector",
  "max_connections",
  "max_files_per_process",
  "max_locks_per_transaction",
  "max_pred_locks_per_transaction",
  "max_prepared_transactions",
  "rds.restrict_password_commands",
  "shared_buffers",
  "shared_preload_libraries",
  "ssl",
  "temp_file_limit",
  "track_activity_query_size",
  "wal_buffers",
];

/** The parameters that the guides set, with how AWS takes a change of them. */
const applied = {
  autovacuum_naptime: "immediate",
  checkpoint_timeout: "immediate",
  effective_cache_size: "immediate",
  maintenance_work_mem: "immediate",
  max_connections: "pending-reboot",
  max_replication_slots: "pending-reboot",
  max_wal_senders: "pending-reboot",
  max_wal_size: "immediate",
  min_wal_size: "immediate",
  "rds.logical_replication": "pending-reboot",
  shared_buffers: "pending-reboot",
  wal_buffers: "pending-reboot",
  work_mem: "immediate",
};

function methodOf(name: string): string | undefined {
  const settings = settingsOf({ ...args, parameters: { [name]: "1" } });
  return parametersOf(settings).find((parameter) => parameter.name === name)?.applyMethod;
}

describe("Database parameters", () => {
  it("force TLS and SCRAM, log who connects and what is slow, by default", async () => {
    const group = (await previewDatabase(args)).one(types.parameterGroup);

    assert.deepEqual(group.inputs, {
      description: "Parameters of the database shop-production",
      family: "postgres16",
      name: group.inputs["name"],
      parameters: [
        { applyMethod: "immediate", name: "log_connections", value: "1" },
        { applyMethod: "immediate", name: "log_disconnections", value: "1" },
        { applyMethod: "immediate", name: "log_min_duration_statement", value: "1000" },
        { applyMethod: "pending-reboot", name: "password_encryption", value: "scram-sha-256" },
        { applyMethod: "pending-reboot", name: "rds.force_ssl", value: "1" },
        {
          applyMethod: "pending-reboot",
          name: "shared_preload_libraries",
          value: "pg_stat_statements",
        },
      ],
      region: "eu-west-1",
    });
  });

  it("stand in a group that AWS names anew, so that a new family has another beside the old", async () => {
    const group = (await previewDatabase(args)).one(types.parameterGroup);

    assert.match(String(group.inputs["name"]), /^db-parameters-[0-9a-f]{7}$/);
    assert.equal(group.options.deleteBeforeReplace, undefined);
  });

  it("follow the major of the engine", async () => {
    const { one } = await previewDatabase({ ...args, engineVersion: "17.11" });

    assert.equal(one(types.parameterGroup).inputs["family"], "postgres17");
  });

  it("are of the family that they are told", async () => {
    const { one } = await previewDatabase({ ...args, parameterGroupFamily: "postgres16" });

    assert.equal(one(types.parameterGroup).inputs["family"], "postgres16");
  });

  it("allow the extensions that are named, and all when none is", () => {
    const allowedBy = (extensions: readonly string[]) =>
      parametersOf(settingsOf({ ...args, extensions })).find(
        ({ name }) => name === "rds.allowed_extensions",
      );
    assert.deepEqual(allowedBy(["uuid-ossp", "postgis"]), {
      name: "rds.allowed_extensions",
      value: "uuid-ossp,postgis",
      applyMethod: "immediate",
    });
    assert.equal(allowedBy([]), undefined);
  });

  it("put what is asked for over the secure ones", () => {
    const parameters = { log_min_duration_statement: "500", work_mem: "65536" };
    const values = parametersOf(settingsOf({ ...args, parameters }));

    assert.deepEqual(
      values.filter(({ name }) => name in parameters),
      [
        { name: "log_min_duration_statement", value: "500", applyMethod: "immediate" },
        { name: "work_mem", value: "65536", applyMethod: "immediate" },
      ],
    );
  });

  for (const [name, method] of Object.entries(applied)) {
    it(`apply ${name} by ${method}`, () => {
      assert.equal(methodOf(name), method);
    });
  }

  it("apply at the next restart every one that AWS lists as static", () => {
    assert.deepEqual(
      listedByAws.filter((name) => methodOf(name) !== "pending-reboot"),
      [],
    );
  });

  it("apply at the next restart what newer majors come with, as AWS reports it", () => {
    assert.deepEqual([...defaultedParameters], ["password_encryption", "rds.force_ssl"]);
    assert.equal(methodOf("rds.force_ssl"), "pending-reboot");
  });

  it("are static in an order in which a reader finds them", () => {
    assert.deepEqual([...staticParameters], [...staticParameters].sort());
  });

  it("name no secure one that is static for no reason", () => {
    const late = Object.keys(secureParameters).filter((name) => methodOf(name) !== "immediate");
    assert.deepEqual(late, ["rds.force_ssl", "password_encryption", "shared_preload_libraries"]);
  });
});
