import { accepts, refuses } from "./table";

const at = "database.storage";

function storage(change: object): object {
  return { database: { storage: change } };
}

describe("preflight of storage", () => {
  refuses([
    [
      "it can grow by less than a tenth",
      storage({ maximumGiB: 549 }),
      {
        path: `${at}.maximumGiB`,
        value: 549,
        rule: "must be at least 550 GiB, 10 percent more than allocatedGiB 500",
        fix: "raise it to 550 or more, or leave it out",
      },
    ],
    [
      "io1 is not told its IOPS",
      storage({ type: "io1" }),
      {
        path: `${at}.iops`,
        rule: "must be given with io1",
        fix: "add it: provisioned I/O operations per second",
      },
    ],
    [
      "io1 is too small",
      storage({ type: "io1", allocatedGiB: 99, iops: 1000 }),
      {
        path: `${at}.allocatedGiB`,
        value: 99,
        rule: "must be at least 100 GiB with io1",
        fix: "raise it to 100 or more, or write gp3 as type",
      },
    ],
    [
      "io1 has more than 50 IOPS for a GiB",
      storage({ type: "io1", iops: 25_001 }),
      {
        path: `${at}.iops`,
        value: 25_001,
        rule: "must be 0.5 to 50 for each GiB of io1",
        fix: "lower it to 25000 or less",
      },
    ],
    [
      "io1 has less than half an IOPS for a GiB once it has grown",
      storage({ type: "io1", iops: 1000, maximumGiB: 2001 }),
      {
        path: `${at}.iops`,
        value: 1000,
        rule: "must be 0.5 to 50 for each GiB of io1, also at maximumGiB 2001",
        fix: "raise it to 1001 or more",
      },
    ],
    [
      "io2 has more than 1000 IOPS for a GiB",
      storage({ type: "io2", allocatedGiB: 200, iops: 200_001 }),
      {
        path: `${at}.iops`,
        value: 200_001,
        rule: "must be 0.5 to 1000 for each GiB of io2",
        fix: "lower it to 200000 or less",
      },
    ],
    [
      "io2 is told its throughput",
      storage({ type: "io2", iops: 10_000, throughputMiBps: 500 }),
      {
        path: `${at}.throughputMiBps`,
        value: 500,
        rule: "must be left out with io2, whose throughput follows from its IOPS",
        fix: "remove it (null in overrides)",
      },
    ],
    [
      "gp3 of less than 400 GiB has figures of its own",
      storage({ allocatedGiB: 399, iops: 12_000, throughputMiBps: 500 }),
      {
        path: `${at}.iops`,
        value: 12_000,
        rule: "must be left out with gp3 below 400 GiB",
        fix: "remove it (null in overrides), or raise allocatedGiB to 400",
      },
      {
        path: `${at}.throughputMiBps`,
        value: 500,
        rule: "must be left out with gp3 below 400 GiB",
        fix: "remove it (null in overrides), or raise allocatedGiB to 400",
      },
    ],
    [
      "gp3 has fewer IOPS than it has without being told",
      storage({ iops: 10_000 }),
      {
        path: `${at}.iops`,
        value: 10_000,
        rule: "must be from 12000 to 64000 with gp3 of 400 GiB or more, which has 12000 without being told",
        fix: "remove it (null in overrides)",
      },
    ],
    [
      "gp3 has more IOPS than there are",
      storage({ iops: 64_001 }),
      {
        path: `${at}.iops`,
        value: 64_001,
        rule: "must be from 12000 to 64000 with gp3 of 400 GiB or more, which has 12000 without being told",
        fix: "lower it to 64000",
      },
    ],
    [
      "gp3 has more throughput than its IOPS carry",
      storage({ throughputMiBps: 3001 }),
      {
        path: `${at}.throughputMiBps`,
        value: 3001,
        rule: "must be at most a quarter of the IOPS with gp3: 3000 MiB per second",
        fix: "lower it to 3000, or raise iops to 12004",
      },
    ],
    [
      "gp3 has a volume for its log",
      storage({ dedicatedLogVolume: true }),
      {
        path: `${at}.dedicatedLogVolume`,
        value: true,
        rule: "must be false with gp3: only provisioned IOPS have one",
        fix: "write false, or io1 or io2 as type",
      },
    ],
    [
      "io2 is asked for in China",
      {
        region: "cn-north-1",
        disasterRecoveryRegion: "cn-northwest-1",
        availabilityZones: { a: "cn-north-1a", b: "cn-north-1b" },
        database: { storage: { type: "io2", iops: 10_000 } },
      },
      {
        path: `${at}.type`,
        value: "io2",
        rule: "must be gp3 or io1 in cn-north-1: the regions in China have no io2",
        fix: "write gp3 or io1",
      },
    ],
  ]);
  accepts([
    ["growth by a tenth", storage({ maximumGiB: 550 })],
    [
      "growth by a tenth of a size that has none in whole GiB",
      storage({ allocatedGiB: 405, maximumGiB: 446 }),
    ],
    ["io1 at its limits", storage({ type: "io1", allocatedGiB: 100, iops: 5000 })],
    ["io1 that may grow", storage({ type: "io1", iops: 10_000, maximumGiB: 1000 })],
    ["io2 at its limits", storage({ type: "io2", allocatedGiB: 256, iops: 256_000 })],
    [
      "a volume for the log of io2",
      storage({ type: "io2", iops: 10_000, dedicatedLogVolume: true }),
    ],
    ["gp3 at its limits", storage({ allocatedGiB: 400, iops: 64_000, throughputMiBps: 4000 })],
    ["a small gp3", storage({ allocatedGiB: 20 })],
  ]);
});
