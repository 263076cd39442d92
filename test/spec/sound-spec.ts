import { merge } from "../../spec/merge";
import { parseSpec } from "../../spec/parse";
import type { Problem } from "../../spec/problem";

/** The day that the tests judge support of versions by. */
export const today = "2026-11-21";

/** A spec with nothing wrong, as it is written. */
export const soundSpec = {
  system: "orders",
  environment: "production",
  size: "large",
  account: "123456789012",
  region: "eu-west-1",
  disasterRecoveryRegion: "eu-central-1",
  availabilityZones: { a: "eu-west-1a", b: "eu-west-1b" },
  contacts: { onCall: "on-call@example.com" },
  disasterRecovery: { topology: "backups", timeMinutes: 240, pointMinutes: 60 },
  network: {
    cidrBlock: "10.0.0.0/16",
    subnets: {
      public: { a: "10.0.1.0/24", b: "10.0.2.0/24" },
      private: { a: "10.0.11.0/24", b: "10.0.12.0/24" },
      database: { a: "10.0.21.0/24", b: "10.0.22.0/24" },
    },
  },
  database: {
    engineVersion: "16",
    instanceClass: "db.r6g.2xlarge",
    storage: { type: "gp3", allocatedGiB: 500 },
    databaseName: "orders",
  },
};

/** What is wrong with the sound spec once it is changed; `null` takes a value out. */
export function problemsWith(change: object, day = today): readonly Problem[] {
  const parsed = parseSpec(merge(soundSpec, change), day);
  return "problems" in parsed ? parsed.problems : [];
}
