import { accepts, refuses } from "./table";

const at = "storage.buckets.documents.lifecycle";

function lifecycle(change: object): object {
  return { storage: { buckets: { documents: { lifecycle: change } } } };
}

describe("preflight of lifecycles", () => {
  refuses([
    [
      "objects are too young for a storage class",
      lifecycle({ transitions: { STANDARD_IA: 29 } }),
      {
        path: `${at}.transitions.STANDARD_IA`,
        value: 29,
        rule: "must be a whole number from 30 to 36500 days",
        fix: "raise it to 30 or more",
      },
    ],
    [
      "objects move on sooner than 30 days after they came to Standard-IA",
      lifecycle({ transitions: { STANDARD_IA: 30, GLACIER: 59 } }),
      {
        path: `${at}.transitions.GLACIER`,
        value: 59,
        rule: "must be at least 60 with STANDARD_IA 30, where objects stay until then",
        fix: "raise it to 60 or more",
      },
    ],
    [
      "objects move on sooner than 90 days after they came to Glacier",
      lifecycle({ transitions: { DEEP_ARCHIVE: 179, GLACIER: 90 } }),
      {
        path: `${at}.transitions.DEEP_ARCHIVE`,
        value: 179,
        rule: "must be at least 180 with GLACIER 90, where objects stay until then",
        fix: "raise it to 180 or more",
      },
    ],
    [
      "objects move twice on one day",
      lifecycle({ transitions: { INTELLIGENT_TIERING: 0, GLACIER_IR: 0 } }),
      {
        path: `${at}.transitions.GLACIER_IR`,
        value: 0,
        rule: "must be at least 1 with INTELLIGENT_TIERING 0, where objects stay until then",
        fix: "raise it to 1 or more",
      },
    ],
    [
      "objects would move back",
      lifecycle({ transitions: { DEEP_ARCHIVE: 0, ONEZONE_IA: 400, GLACIER_IR: 500 } }),
      {
        path: `${at}.transitions.GLACIER_IR`,
        value: 500,
        rule: "must come before ONEZONE_IA, from which S3 moves nothing to GLACIER_IR",
        fix: "remove one of them (null in overrides)",
      },
      {
        path: `${at}.transitions.ONEZONE_IA`,
        value: 400,
        rule: "must come before DEEP_ARCHIVE, from which S3 moves nothing to ONEZONE_IA",
        fix: "remove one of them (null in overrides)",
      },
    ],
    [
      "noncurrent versions move on too soon",
      lifecycle({
        noncurrentExpirationDays: 400,
        noncurrentTransitions: { ONEZONE_IA: 30, DEEP_ARCHIVE: 59 },
      }),
      {
        path: `${at}.noncurrentTransitions.DEEP_ARCHIVE`,
        value: 59,
        rule: "must be at least 60 with ONEZONE_IA 30, where objects stay until then",
        fix: "raise it to 60 or more",
      },
    ],
    [
      "objects and versions end on the day on which they move",
      lifecycle({
        expirationDays: 90,
        transitions: { GLACIER: 90, STANDARD_IA: 30 },
        noncurrentTransitions: { STANDARD_IA: 90 },
      }),
      {
        path: `${at}.expirationDays`,
        value: 90,
        rule: "must be more than the 90 days until GLACIER",
        fix: "raise it to 91 or more, or remove the move (null in overrides)",
      },
      {
        path: `${at}.noncurrentExpirationDays`,
        value: 90,
        rule: "must be more than the 90 days until STANDARD_IA",
        fix: "raise it to 91 or more, or remove the move (null in overrides)",
      },
    ],
  ]);
  accepts([
    ["one that says nothing", lifecycle({})],
    ["objects that only end", lifecycle({ expirationDays: 1 })],
    ["objects that only move", lifecycle({ transitions: { GLACIER: 0 } })],
    [
      "every storage class but one, as soon as it can be",
      lifecycle({
        expirationDays: 242,
        transitions: {
          STANDARD_IA: 30,
          INTELLIGENT_TIERING: 60,
          GLACIER_IR: 61,
          GLACIER: 151,
          DEEP_ARCHIVE: 241,
        },
        noncurrentExpirationDays: 61,
        noncurrentTransitions: { ONEZONE_IA: 30, GLACIER: 60 },
        noncurrentVersionsKept: 100,
      }),
    ],
  ]);
});
