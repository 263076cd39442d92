import { merge } from "../../../spec/merge";

/** A broker with nothing wrong, as it is written. */
export const soundBroker = {
  kafkaVersion: "3.9.x.kraft",
  instanceType: "kafka.m7g.large",
  storage: { allocatedGiB: 100 },
};

/** A third zone for the sound spec, with its subnets. */
export const thirdZone = {
  availabilityZones: { c: "eu-west-1c" },
  network: {
    subnets: {
      public: { c: "10.0.3.0/24" },
      private: { c: "10.0.13.0/24" },
      database: { c: "10.0.23.0/24" },
    },
  },
};

/** A change that gives the sound spec the sound broker, once that is changed as well. */
export function broker(change: object): object {
  return { broker: merge(soundBroker, change) };
}
