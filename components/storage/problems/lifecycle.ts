import { outsideOf, unless } from "../../problems/phrases";
import { inOrder } from "../in-order";
import type { StorageClass, Transitions } from "../lifecycle";
import type { BucketSettings } from "../storage-settings";

/** What S3 asks of a move to a storage class, and of the next one. */
interface Stay {
  /** Days that an object must be old before it moves there. */
  readonly leastDays: number;
  /** Days that it must stay there before it moves on. */
  readonly stayDays: number;
  /** Where it can move on to. */
  readonly next: readonly StorageClass[];
}

const stays: Readonly<Record<StorageClass, Stay>> = {
  STANDARD_IA: {
    leastDays: 30,
    stayDays: 30,
    next: ["INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"],
  },
  INTELLIGENT_TIERING: {
    leastDays: 0,
    stayDays: 1,
    next: ["ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"],
  },
  ONEZONE_IA: { leastDays: 30, stayDays: 30, next: ["GLACIER", "DEEP_ARCHIVE"] },
  GLACIER_IR: { leastDays: 0, stayDays: 90, next: ["GLACIER", "DEEP_ARCHIVE"] },
  GLACIER: { leastDays: 0, stayDays: 90, next: ["DEEP_ARCHIVE"] },
  DEEP_ARCHIVE: { leastDays: 0, stayDays: 180, next: [] },
};

type Move = readonly [storageClass: StorageClass, days: number];

const mostDays = 36_500;

/**
 * What S3 refuses of a lifecycle.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
 */
export function lifecycleProblems(path: string, { lifecycle }: BucketSettings): readonly string[] {
  const at = `${path}.lifecycle`;
  const { expirationDays, noncurrentExpirationDays, noncurrentVersionsKept } = lifecycle;
  return [
    ...outsideOf(`${at}.expirationDays`, expirationDays, 1, mostDays),
    ...outsideOf(`${at}.noncurrentExpirationDays`, noncurrentExpirationDays, 1, mostDays),
    ...outsideOf(`${at}.noncurrentVersionsKept`, noncurrentVersionsKept, 1, 100),
    ...transitionProblems(`${at}.transitions`, lifecycle.transitions),
    ...transitionProblems(`${at}.noncurrentTransitions`, lifecycle.noncurrentTransitions),
    ...endProblems(`${at}.expirationDays`, expirationDays, lifecycle.transitions),
    ...endProblems(
      `${at}.noncurrentExpirationDays`,
      noncurrentExpirationDays,
      lifecycle.noncurrentTransitions,
    ),
  ];
}

function transitionProblems(path: string, days: Transitions): readonly string[] {
  const moves = inOrder(days);
  return moves.flatMap(([to, after], index) => {
    const earlier = moves[index - 1];
    return [
      ...outsideOf(`${path}.${to}`, after, stays[to].leastDays, mostDays),
      ...(earlier === undefined ? [] : moveProblems(`${path}.${to}`, earlier, [to, after])),
    ];
  });
}

function moveProblems(path: string, [from, before]: Move, [to, after]: Move): readonly string[] {
  const { stayDays, next } = stays[from];
  if (!next.includes(to)) return [`${path} must come before ${from}, got ${after}`];
  const least = before + stayDays;
  return unless(
    after >= least,
    `${path} must be at least ${least} with ${from} ${before}, where objects stay until then, got ${after}`,
  );
}

function endProblems(path: string, end: number | undefined, days: Transitions): readonly string[] {
  const last = inOrder(days).at(-1);
  if (end === undefined || last === undefined) return [];
  const [to, after] = last;
  return unless(end > after, `${path} must be more than the ${after} days of ${to}, got ${end}`);
}
