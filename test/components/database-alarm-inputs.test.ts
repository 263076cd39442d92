import assert from "node:assert/strict";
import type { AlarmInputs } from "../../components/database/alarm-inputs";
import type { DatabaseArgs } from "../../components/database/args";
import { maximumConnections } from "../../components/database/connections";
import { memoryBytesOf } from "../../components/database/instance-memory";
import { args, fullest, previewComponent } from "./database-args";

const gib = 1024 ** 3;

/** Classes of every row of the tables, with their memory in GiB as AWS states it. */
const memory = {
  "db.t3.micro": 1,
  "db.t4g.small": 2,
  "db.t4g.medium": 4,
  "db.t4g.large": 8,
  "db.t3.xlarge": 16,
  "db.t4g.2xlarge": 32,
  "db.m5.large": 8,
  "db.m7g.large": 8,
  "db.m6gd.xlarge": 16,
  "db.m8i.96xlarge": 1536,
  "db.r5b.8xlarge": 256,
  "db.r6g.2xlarge": 64,
  "db.r7g.4xlarge": 128,
  "db.r6idn.32xlarge": 1024,
  "db.r7i.48xlarge": 1536,
  "db.r6g.12xlarge": 384,
  "db.r6g.16xlarge": 512,
  "db.r5.24xlarge": 768,
  "db.x2g.large": 32,
  "db.x2idn.16xlarge": 1024,
  "db.x2iedn.xlarge": 128,
};

async function inputsOf(databaseArgs: DatabaseArgs): Promise<AlarmInputs> {
  const found: AlarmInputs[] = [];
  await previewComponent(databaseArgs, ({ alarmInputs }) => found.push(alarmInputs));
  const [inputs] = found;
  assert.ok(inputs);
  return inputs;
}

describe("Database alarm inputs", () => {
  it("say what there is to watch of the least database", async () => {
    assert.deepEqual(await inputsOf(args), {
      instances: [
        {
          identifier: "shop-production",
          region: "eu-west-1",
          role: "primary",
          instanceClass: "db.r6g.large",
          allocatedBytes: 100 * gib,
          maximumBytes: undefined,
          memoryBytes: 16 * gib,
          maximumConnections: 1802,
        },
      ],
      proxyName: undefined,
      rotationFunctions: [],
      applicationConnectionLimit: undefined,
    });
  });

  it("say what there is to watch of the fullest database", async () => {
    const inputs = await inputsOf(fullest);

    assert.deepEqual(
      inputs.instances.map(({ identifier, region, role, instanceClass, maximumBytes }) => [
        identifier,
        region,
        role,
        instanceClass,
        maximumBytes,
      ]),
      [
        ["shop-production", "eu-west-1", "primary", "db.r6g.large", 1000 * gib],
        ["shop-production-api", "eu-west-1", "replica", "db.r6g.large", 1000 * gib],
        ["shop-production-reports", "eu-west-1", "replica", "db.r6g.xlarge", 1000 * gib],
        ["shop-production-recovery", "eu-central-1", "recovery", "db.r6g.large", 1000 * gib],
      ],
    );
    assert.equal(inputs.proxyName, "shop-production");
    assert.deepEqual(inputs.rotationFunctions, [
      "shop-production-rotate-master",
      "shop-production-rotate-application",
    ]);
    assert.equal(inputs.applicationConnectionLimit, 100);
  });

  for (const [instanceClass, gibibytes] of Object.entries(memory)) {
    it(`know that ${instanceClass} has ${gibibytes.toString()} GiB`, () => {
      assert.equal(memoryBytesOf(instanceClass), gibibytes * gib);
    });
  }

  for (const instanceClass of [
    "db.z1d.large",
    "db.m6g.metal",
    "db.r4.large",
    "db",
    "db.t4g.huge",
  ]) {
    it(`do not guess the memory of ${instanceClass}`, () => {
      assert.equal(memoryBytesOf(instanceClass), undefined);
    });
  }

  it("take max_connections for what it says", () => {
    assert.equal(maximumConnections("db.r6g.large", { max_connections: "200" }), 200);
  });

  it("estimate by the memory, up to the 5000 that RDS sets by default", () => {
    assert.equal(maximumConnections("db.t4g.medium", {}), 450);
    assert.equal(maximumConnections("db.r6g.16xlarge", {}), 5000);
  });

  it("do not guess where the class or a formula decides", () => {
    const formula = { max_connections: "LEAST({DBInstanceClassMemory/9531392},5000)" };
    assert.equal(maximumConnections("db.z1d.large", {}), undefined);
    assert.equal(maximumConnections("db.r6g.large", formula), undefined);
  });
});
