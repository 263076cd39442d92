import { merge } from "../../../spec/merge";
import { accepts, refuses } from "./table";

/** A network of two zones. */
function replicaNetwork(prefix: string) {
  const blocks = (tier: number) => ({ a: `${prefix}.${tier}1.0/24`, b: `${prefix}.${tier}2.0/24` });
  return {
    cidrBlock: `${prefix}.0.0/16`,
    subnets: { public: blocks(1), private: blocks(2), database: blocks(3) },
  };
}

/** A change that lets replicas stand in the other region. */
const replicas = {
  disasterRecovery: {
    topology: "data",
    network: replicaNetwork("10.8"),
  },
  disasterRecoveryAvailabilityZones: { a: "eu-central-1a", b: "eu-central-1b" },
  database: { credentials: { mode: "rotated" } },
};

const zonesOnly = {
  disasterRecoveryAvailabilityZones: replicas.disasterRecoveryAvailabilityZones,
};

/** The same with more changes. */
function withReplicas(change: object): object {
  return merge(replicas, change);
}

describe("preflight of disaster recovery", () => {
  refuses([
    [
      "copies have no region to go to",
      { disasterRecoveryRegion: null },
      {
        path: "disasterRecoveryRegion",
        rule: "must be given with disasterRecovery.topology backups",
        fix: "add it, or write none as topology",
      },
    ],
    [
      "the other region is the same",
      { disasterRecoveryRegion: "eu-west-1" },
      {
        path: "disasterRecoveryRegion",
        value: "eu-west-1",
        rule: "must be another region than region",
        fix: "choose another",
      },
    ],
    [
      "the other region is in another part of AWS",
      { disasterRecoveryRegion: "cn-north-1" },
      {
        path: "disasterRecoveryRegion",
        value: "cn-north-1",
        rule: "must be in the same part of AWS as eu-west-1: aws, not aws-cn",
        fix: "choose a region that keys and backups can be copied to",
      },
    ],
    [
      "the other region is the government's",
      { disasterRecoveryRegion: "us-gov-west-1" },
      {
        path: "disasterRecoveryRegion",
        value: "us-gov-west-1",
        rule: "must be in the same part of AWS as eu-west-1: aws, not aws-us-gov",
        fix: "choose a region that keys and backups can be copied to",
      },
    ],
    [
      "there are no backups to copy",
      { database: { backup: { retentionDays: 0 } } },
      {
        path: "database.backup.retentionDays",
        value: 0,
        rule: "must be at least 1 with disasterRecovery.topology backups, which copies them",
        fix: "raise it to 1 or more",
      },
    ],
    [
      "backups cannot be restored as soon as is promised",
      { disasterRecovery: { timeMinutes: 15 } },
      {
        path: "disasterRecovery.timeMinutes",
        value: 15,
        rule: "must be at least 180 minutes until it runs again with topology backups",
        fix: "write warm as topology",
      },
    ],
    [
      "backups lose more than is promised",
      { disasterRecovery: { pointMinutes: 5 } },
      {
        path: "disasterRecovery.pointMinutes",
        value: 5,
        rule: "must be at least 30 minutes of lost data with topology backups",
        fix: "write data or warm as topology",
      },
    ],
    [
      "something is promised of nothing",
      { disasterRecovery: { topology: "none", pointMinutes: 5 } },
      {
        path: "disasterRecovery.pointMinutes",
        value: 5,
        rule: "must be left out with topology none, which leaves nothing elsewhere",
        fix: "write data or warm as topology",
      },
      {
        path: "disasterRecovery.timeMinutes",
        value: 240,
        rule: "must be left out with topology none, which leaves nothing elsewhere",
        fix: "write backups or data or warm as topology",
      },
    ],
    [
      "more is promised than anything keeps",
      { disasterRecovery: { timeMinutes: 10 } },
      {
        path: "disasterRecovery.timeMinutes",
        value: 10,
        rule: "must be at least 180 minutes until it runs again with topology backups",
        fix: "raise it to 180 or more: no topology that can be built here meets it",
      },
    ],
    [
      "replicas have no network and no zones to stand in",
      withReplicas({
        disasterRecovery: { network: null },
        disasterRecoveryAvailabilityZones: null,
      }),
      {
        path: "disasterRecovery.network",
        rule: "must be given with disasterRecovery.topology data",
        fix: "add it, or write backups as topology",
      },
      {
        path: "disasterRecoveryAvailabilityZones",
        rule: "must be given with disasterRecovery.topology data",
        fix: "add it, or write backups as topology",
      },
    ],
    [
      "there is a network for copies, which need none",
      withReplicas({ disasterRecovery: { topology: "backups" } }),
      {
        path: "disasterRecovery.network",
        rule: "must be left out with disasterRecovery.topology backups, which builds no network there",
        fix: "remove it, or write data or warm as topology",
      },
    ],
    [
      "the two networks share addresses",
      withReplicas({ disasterRecovery: { network: replicaNetwork("10.0") } }),
      {
        path: "disasterRecovery.network.cidrBlock",
        value: "10.0.0.0/16",
        rule: "must not overlap network.cidrBlock 10.0.0.0/16: the two could never be connected",
        fix: "choose another range",
      },
    ],
    [
      "the other network's subnet lies outside of it",
      withReplicas({
        disasterRecovery: { network: { subnets: { public: { a: "10.9.1.0/24" } } } },
      }),
      {
        path: "disasterRecovery.network.subnets.public.a",
        value: "10.9.1.0/24",
        rule: "must lie inside disasterRecovery.network.cidrBlock 10.8.0.0/16",
        fix: "choose a free range of the VPC, or widen the VPC",
      },
    ],
    [
      "a zone of the other network has no subnet",
      withReplicas({ disasterRecoveryAvailabilityZones: { c: "eu-central-1c" } }),
      ...["database", "private", "public"].map((tier) => ({
        path: `disasterRecovery.network.subnets.${tier}`,
        rule: "must have a subnet in every zone: c has none",
        fix: `add disasterRecovery.network.subnets.${tier}.c, or remove disasterRecoveryAvailabilityZones.c`,
      })),
    ],
    [
      "a zone of the other network is not of its region",
      withReplicas({ disasterRecoveryAvailabilityZones: { b: "eu-west-1b" } }),
      {
        path: "disasterRecoveryAvailabilityZones.b",
        value: "eu-west-1b",
        rule: "must be a zone of the region eu-central-1",
        fix: "choose one of eu-central-1a, eu-central-1b, eu-central-1c",
      },
    ],
    [
      "the other network has one zone twice",
      withReplicas({ disasterRecoveryAvailabilityZones: { b: "eu-central-1a" } }),
      {
        path: "disasterRecoveryAvailabilityZones.b",
        value: "eu-central-1a",
        rule: "must be another zone than disasterRecoveryAvailabilityZones.a",
        fix: "give each label a zone of its own",
      },
    ],
    [
      "services of the other network cannot call what they need",
      withReplicas({
        disasterRecovery: {
          topology: "warm",
          network: { natGateways: "none", endpoints: { gateway: [] } },
        },
      }),
      {
        path: "disasterRecovery.network.endpoints.gateway",
        rule: "must have s3 without NAT gateways: image layers come from there",
        fix: "add s3, or write another value of disasterRecovery.network.natGateways",
      },
    ],
    [
      "RDS keeps the password of a database that is replicated",
      withReplicas({ database: { credentials: { mode: "managed" } } }),
      {
        path: "database.credentials.mode",
        value: "managed",
        rule: "must be rotated with disasterRecovery.topology data, which replicates the database",
        fix: "write rotated",
      },
    ],
    [
      "blue/green updates replace a database that is replicated",
      withReplicas({ database: { blueGreenUpdates: true } }),
      {
        path: "database.blueGreenUpdates",
        value: true,
        rule: "must be false with disasterRecovery.topology data, which replicates the database",
        fix: "write false",
      },
    ],
    [
      "a replica has no backups to start from",
      withReplicas({ database: { backup: { retentionDays: 0 } } }),
      {
        path: "database.backup.retentionDays",
        value: 0,
        rule: "must be at least 1 with disasterRecovery.topology data, whose replica needs them",
        fix: "raise it to 1 or more",
      },
    ],
  ]);
  accepts([
    [
      "nothing elsewhere, and nothing promised",
      {
        disasterRecoveryRegion: null,
        disasterRecovery: { topology: "none", timeMinutes: null, pointMinutes: null },
      },
    ],
    [
      "the tightest targets of backups",
      { disasterRecovery: { timeMinutes: 180, pointMinutes: 30 } },
    ],
    [
      "the tightest targets of replicas",
      withReplicas({ disasterRecovery: { timeMinutes: 60, pointMinutes: 5 } }),
    ],
    [
      "the tightest targets of services that stand ready",
      withReplicas({ disasterRecovery: { topology: "warm", timeMinutes: 15, pointMinutes: 5 } }),
    ],
    [
      "replicas without a way out, where no services are",
      withReplicas({
        disasterRecovery: {
          network: { natGateways: "none", endpoints: { gateway: [], interface: [] } },
        },
      }),
    ],
    ["zones of the other region that nothing stands in yet", zonesOnly],
  ]);
});
