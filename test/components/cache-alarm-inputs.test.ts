import assert from "node:assert/strict";
import type { AlarmInputs } from "../../components/cache/alarm-inputs";
import type { CacheArgs } from "../../components/cache/args";
import { maximumConnectionsOf, memoryBytesOf } from "../../components/cache/node-memory";
import { completeTopology, memberIdsOf } from "../../components/cache/topology";
import { args, fullest, previewComponent, sharded } from "./cache-args";

async function inputsOf(cacheArgs: CacheArgs): Promise<AlarmInputs> {
  const found: AlarmInputs[] = [];
  await previewComponent(cacheArgs, ({ alarmInputs }) => found.push(alarmInputs));
  const [inputs] = found;
  assert.ok(inputs);
  return inputs;
}

/** A node type of every row of the tables, with its memory in bytes as AWS states it. */
const memory = {
  "cache.t3.micro": 536_870_912,
  "cache.t4g.small": 1_471_026_299,
  "cache.t4g.medium": 3_317_862_236,
  "cache.m5.large": 6_854_542_746,
  "cache.m6g.xlarge": 13_891_921_715,
  "cache.m7g.2xlarge": 27_966_669_210,
  "cache.m7g.4xlarge": 56_116_178_125,
  "cache.m7g.8xlarge": 111_325_552_312,
  "cache.m7g.12xlarge": 168_715_971_994,
  "cache.m7g.16xlarge": 225_000_375_228,
  "cache.m5.24xlarge": 337_500_562_842,
  "cache.r5.large": 14_037_181_030,
  "cache.r7g.xlarge": 28_261_849_702,
  "cache.r6gd.2xlarge": 56_711_183_565,
  "cache.r6g.4xlarge": 113_609_865_216,
  "cache.r7g.8xlarge": 225_000_375_228,
  "cache.r7g.12xlarge": 341_206_346_547,
  "cache.r7g.16xlarge": 450_000_750_456,
  "cache.r5.24xlarge": 682_485_973_811,
  "cache.c7gn.large": 3_317_862_236,
  "cache.c7gn.xlarge": 6_854_542_746,
  "cache.c7gn.2xlarge": 13_891_921_715,
  "cache.c7gn.4xlarge": 27_966_669_210,
  "cache.c7gn.8xlarge": 56_116_178_125,
  "cache.c7gn.12xlarge": 84_357_985_997,
  "cache.c7gn.16xlarge": 113_609_865_216,
};

describe("Cache alarm inputs", () => {
  it("say what there is to watch of the least cache", async () => {
    const node = {
      region: "eu-west-1",
      nodeType: "cache.r7g.large",
      memoryBytes: 14_037_181_030,
      maximumConnections: 65_000,
    };

    assert.deepEqual(await inputsOf(args), {
      replicationGroups: [{ id: "shop-production", region: "eu-west-1" }],
      nodes: [
        { ...node, memberId: "shop-production-001" },
        { ...node, memberId: "shop-production-002" },
      ],
      replicated: true,
    });
  });

  it("say what there is to watch in both regions", async () => {
    const { nodes, replicationGroups } = await inputsOf({
      ...fullest,
      topology: { clusterMode: "enabled", numNodeGroups: 2 },
    });

    assert.deepEqual(replicationGroups, [
      { id: "shop-production", region: "eu-west-1" },
      { id: "shop-production-recovery", region: "eu-central-1" },
    ]);
    assert.deepEqual(
      nodes.map(({ memberId, region }) => `${region} ${memberId}`),
      [
        "eu-west-1 shop-production-0001-001",
        "eu-west-1 shop-production-0001-002",
        "eu-west-1 shop-production-0002-001",
        "eu-west-1 shop-production-0002-002",
        "eu-central-1 shop-production-recovery-0001-001",
        "eu-central-1 shop-production-recovery-0001-002",
        "eu-central-1 shop-production-recovery-0002-001",
        "eu-central-1 shop-production-recovery-0002-002",
      ],
    );
  });

  it("say that nothing can lag where nothing is replicated", async () => {
    const topology = { clusterMode: "enabled", numNodeGroups: 1, replicasPerNodeGroup: 0 } as const;
    const { replicated, nodes } = await inputsOf({ ...sharded, topology, multiAz: false });

    assert.equal(replicated, false);
    assert.deepEqual(
      nodes.map(({ memberId }) => memberId),
      ["shop-production-0001-001"],
    );
  });

  it("count nodes by three digits and shards by four", () => {
    const topology = completeTopology({ clusterMode: "enabled", numNodeGroups: 100 });

    assert.equal(memberIdsOf("shop", topology).at(-1), "shop-0100-002");
  });

  for (const [nodeType, bytes] of Object.entries(memory)) {
    it(`know that ${nodeType} has ${bytes} bytes`, () => {
      assert.equal(memoryBytesOf(nodeType), bytes);
    });
  }

  for (const nodeType of ["cache.r8g.large", "cache.r7g.huge", "cache.t4g.large", "cache"]) {
    it(`do not guess the memory of ${nodeType}`, () => {
      assert.equal(memoryBytesOf(nodeType), undefined);
    });
  }

  for (const [nodeType, connections] of [
    ["cache.r7g.large", 65_000],
    ["cache.t4g.medium", 65_000],
    ["cache.t4g.micro", 20_000],
    ["cache.t3.medium", 46_000],
    ["cache.t2.small", 20_000],
  ] as const) {
    it(`know that ${nodeType} takes ${connections} connections`, () => {
      assert.equal(maximumConnectionsOf(nodeType), connections);
    });
  }
});
