import { broker } from "./sound-broker";
import { accepts, refuses } from "./table";

const at = "broker.storage";

/** A volume in the Cape, where none grows. */
function cape(storage: object): object {
  return {
    region: "af-south-1",
    disasterRecoveryRegion: "eu-central-1",
    availabilityZones: { a: "af-south-1a", b: "af-south-1b" },
    ...broker({ storage }),
  };
}

function large(instanceType: string, storage: object): object {
  return broker({ instanceType, storage });
}

describe("preflight of the broker's volumes", () => {
  refuses([
    [
      "they cannot grow",
      broker({ storage: { maximumGiB: 100 } }),
      {
        path: `${at}.maximumGiB`,
        value: 100,
        rule: "must be above allocatedGiB 100",
        fix: "raise it, or leave it out",
      },
    ],
    [
      "they grow where none does",
      cape({ maximumGiB: 200 }),
      {
        path: `${at}.maximumGiB`,
        value: 200,
        rule: "must be left out in af-south-1, where MSK's volumes cannot grow by themselves",
        fix: "remove it (null in overrides), and make allocatedGiB large enough",
      },
    ],
    [
      "they are given throughput with a type whose throughput is fixed",
      broker({ storage: { throughputMiBps: 250 } }),
      {
        path: `${at}.throughputMiBps`,
        value: 250,
        rule: "must be left out with kafka.m7g.large, whose throughput is fixed",
        fix: "remove it (null in overrides), or choose kafka.m5.4xlarge, kafka.m7g.2xlarge or a larger type",
      },
    ],
    [
      "they are given more throughput than their type carries",
      large("kafka.m7g.2xlarge", { throughputMiBps: 313 }),
      {
        path: `${at}.throughputMiBps`,
        value: 313,
        rule: "must be at most 312 MiB per second with kafka.m7g.2xlarge",
        fix: "lower it to 312, or choose a larger instanceType",
      },
    ],
    [
      "they are given throughput and hold too little for it",
      large("kafka.m5.4xlarge", { allocatedGiB: 9, throughputMiBps: 250 }),
      {
        path: `${at}.allocatedGiB`,
        value: 9,
        rule: "must be at least 10 GiB with throughputMiBps",
        fix: "raise it to 10 or more, or remove throughputMiBps",
      },
    ],
    [
      "they are larger than MSK makes",
      broker({ storage: { allocatedGiB: 16_385 } }),
      {
        path: `${at}.allocatedGiB`,
        value: 16_385,
        rule: "must be a whole number from 1 to 16384 GiB",
        fix: "lower it to 16384 or less",
      },
    ],
  ]);
  accepts([
    ["growth by the least", broker({ storage: { maximumGiB: 101 } })],
    ["the largest volume", broker({ storage: { allocatedGiB: 16_384 } })],
    ["a volume that stays as it is where none grows", cape({})],
    [
      "the most throughput of a type",
      large("kafka.m7g.2xlarge", { allocatedGiB: 10, throughputMiBps: 312 }),
    ],
  ]);
});
