/** What a machine has. */
export interface Machine {
  /** Virtual processors. */
  readonly processors: number;
  readonly memoryBytes: number;
}

const bytesPerGib = 1024 ** 3;

/** Processors of the sizes below xlarge; above, the size says how many times four there are. */
const processorsOfSmall: Readonly<Record<string, number>> = { medium: 1, large: 2, xlarge: 4 };

/** Memory for each processor in GiB, by family. */
const gibPerProcessor: readonly (readonly [family: RegExp, gib: number])[] = [
  [/^(a1|c5(a|ad|d)?|c[6-9][a-z]*(-flex)?)$/, 2],
  [/^m[5-9][a-z]*(-flex)?$/, 4],
  [/^r[5-9][a-z]*(-flex)?$/, 8],
  [/^x(2gd?|2idn|8g[a-z]*)$/, 16],
  [/^x2iedn$/, 32],
];

/** Processors and GiB of the burstable families, whose small sizes follow no rule. */
const burstable: Readonly<Record<string, readonly [processors: number, gib: number]>> = {
  micro: [2, 1],
  small: [2, 2],
  medium: [2, 4],
  large: [2, 8],
  xlarge: [4, 16],
  "2xlarge": [8, 32],
};

/**
 * Processors and memory of an instance type such as `c7g.xlarge`, of EC2 or less its `db.` of RDS; undefined for one
 * of another family or size.
 *
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-types.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html
 */
export function machineOf(type: string): Machine | undefined {
  const [family = "", size = ""] = type.split(".");
  const [processors, gib] = /^t[34][a-z]?$/.test(family)
    ? (burstable[size] ?? [])
    : regular(family, size);
  if (processors === undefined || gib === undefined) return undefined;
  return { processors, memoryBytes: gib * bytesPerGib };
}

function regular(family: string, size: string): readonly [processors?: number, gib?: number] {
  const [, ratio] = gibPerProcessor.find(([pattern]) => pattern.test(family)) ?? [];
  const [, times] = /^(\d+)xlarge$/.exec(size) ?? [];
  const processors = times === undefined ? processorsOfSmall[size] : 4 * Number(times);
  return ratio === undefined || processors === undefined ? [] : [processors, processors * ratio];
}
