import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { rule } from "./rule";

type Lifecycle = Spec["storage"]["buckets"][string]["lifecycle"];
type Transitions = Lifecycle["transitions"];
type StorageClass = keyof Transitions;
type Move = readonly [storageClass: StorageClass, days: number];

/** How long an object must stay in a storage class before it moves on, and where it can move on to. */
const stays: Readonly<Record<StorageClass, { days: number; next: readonly StorageClass[] }>> = {
  STANDARD_IA: {
    days: 30,
    next: ["INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"],
  },
  INTELLIGENT_TIERING: {
    days: 1,
    next: ["ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"],
  },
  ONEZONE_IA: { days: 30, next: ["GLACIER", "DEEP_ARCHIVE"] },
  GLACIER_IR: { days: 90, next: ["GLACIER", "DEEP_ARCHIVE"] },
  GLACIER: { days: 90, next: ["DEEP_ARCHIVE"] },
  DEEP_ARCHIVE: { days: 180, next: [] },
};

/**
 * Lifecycles that S3 accepts: each move later than the one before by as long as an object must stay there, and
 * the end after the last.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
 */
export const lifecycleRules = [
  rule(["storage"], ({ storage: { buckets } }) =>
    Object.entries(buckets).flatMap(([label, { lifecycle }]) =>
      phases(lifecycle).flatMap((phase) => [
        ...moves(`storage.buckets.${label}.lifecycle`, phase),
        ...end(`storage.buckets.${label}.lifecycle`, phase),
      ]),
    ),
  ),
];

/** The life of an object, or of a version once it is noncurrent. */
interface Phase {
  readonly transitions: string;
  readonly moves: readonly Move[];
  readonly expiration: string;
  readonly end: number | undefined;
}

function phases(lifecycle: Lifecycle): readonly Phase[] {
  return [
    {
      transitions: "transitions",
      moves: inOrder(lifecycle.transitions),
      expiration: "expirationDays",
      end: lifecycle.expirationDays,
    },
    {
      transitions: "noncurrentTransitions",
      moves: inOrder(lifecycle.noncurrentTransitions),
      expiration: "noncurrentExpirationDays",
      end: lifecycle.noncurrentExpirationDays,
    },
  ];
}

function inOrder(transitions: Transitions): readonly Move[] {
  const entries = Object.entries(transitions) as Move[];
  return entries.sort(([, one], [, other]) => one - other);
}

function moves(path: string, { transitions, moves: all }: Phase): readonly Problem[] {
  return all.flatMap(([to, days], index) => {
    const earlier = all[index - 1];
    if (earlier === undefined) return [];
    const [from, before] = earlier;
    const problem = { path: `${path}.${transitions}.${to}`, value: days };
    const { days: stay, next } = stays[from];
    if (!next.includes(to)) {
      return [
        {
          ...problem,
          rule: `must come before ${from}, from which S3 moves nothing to ${to}`,
          fix: "remove one of them (null in overrides)",
        },
      ];
    }
    const least = before + stay;
    if (days >= least) return [];
    return [
      {
        ...problem,
        rule: `must be at least ${least} with ${from} ${before}, where objects stay until then`,
        fix: `raise it to ${least} or more`,
      },
    ];
  });
}

function end(path: string, { moves: all, expiration, end: days }: Phase): readonly Problem[] {
  const last = all.at(-1);
  if (days === undefined || last === undefined || days > last[1]) return [];
  return [
    {
      path: `${path}.${expiration}`,
      value: days,
      rule: `must be more than the ${last[1]} days until ${last[0]}`,
      fix: `raise it to ${last[1] + 1} or more, or remove the move (null in overrides)`,
    },
  ];
}
