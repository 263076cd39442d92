/** Virtual processors by size. The small sizes of the burstable classes are not in it. */
const processors: Readonly<Record<string, number>> = {
  large: 2,
  xlarge: 4,
  "2xlarge": 8,
  "4xlarge": 16,
  "8xlarge": 32,
  "12xlarge": 48,
  "16xlarge": 64,
  "24xlarge": 96,
  "32xlarge": 128,
  "48xlarge": 192,
  "96xlarge": 384,
};

/** Memory for each virtual processor in GiB, by family. */
const gibPerProcessor: readonly { readonly family: RegExp; readonly gib: number }[] = [
  { family: /^m[5-8][a-z]*$/, gib: 4 },
  { family: /^r[5-8][a-z]*$/, gib: 8 },
  { family: /^x2(g|idn)$/, gib: 16 },
  { family: /^x2iedn$/, gib: 32 },
];

/** Memory of the burstable classes in GiB, by size. */
const burstable: Readonly<Record<string, number>> = {
  micro: 1,
  small: 2,
  medium: 4,
  large: 8,
  xlarge: 16,
  "2xlarge": 32,
};

const bytesPerGib = 1024 ** 3;

/**
 * Memory of an RDS instance class in bytes; undefined for a class that the tables do not cover.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html
 */
export function memoryBytesOf(instanceClass: string): number | undefined {
  const [, family = "", size = ""] = instanceClass.split(".");
  const gib = /^t[34]g?$/.test(family) ? burstable[size] : gibOf(family, size);
  return gib === undefined ? undefined : gib * bytesPerGib;
}

function gibOf(family: string, size: string): number | undefined {
  const ratio = gibPerProcessor.find((row) => row.family.test(family));
  const count = processors[size];
  return ratio === undefined || count === undefined ? undefined : ratio.gib * count;
}
