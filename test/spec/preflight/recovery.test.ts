import { accepts, refuses } from "./table";

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
        fix: "raise it to 180 or more: no topology that can be built here meets it",
      },
    ],
    [
      "backups lose more than is promised",
      { disasterRecovery: { pointMinutes: 5 } },
      {
        path: "disasterRecovery.pointMinutes",
        value: 5,
        rule: "must be at least 30 minutes of lost data with topology backups",
        fix: "raise it to 30 or more: no topology that can be built here meets it",
      },
    ],
    [
      "something is promised of nothing",
      { disasterRecovery: { topology: "none", pointMinutes: 5 } },
      {
        path: "disasterRecovery.pointMinutes",
        value: 5,
        rule: "must be left out with topology none, which leaves nothing elsewhere",
        fix: "remove it: no topology that can be built here meets it",
      },
      {
        path: "disasterRecovery.timeMinutes",
        value: 240,
        rule: "must be left out with topology none, which leaves nothing elsewhere",
        fix: "write backups as topology",
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
  ]);
});
