/** What the suffixes of Kubernetes' quantities stand for. */
const units: Readonly<Record<string, number>> = {
  m: 1 / 1000,
  "": 1,
  k: 1000,
  M: 1000 ** 2,
  G: 1000 ** 3,
  T: 1000 ** 4,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
};

/**
 * The number that a quantity of Kubernetes stands for, which the schema has found well formed.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function amountOf(quantity: string): number {
  const [figure = "", unit = ""] = quantity.split(/(?<=[\d.])(?=[A-Za-z])/);
  return Number(figure) * (units[unit] ?? NaN);
}

/** An amount of memory as people write it: `4Gi`, `512Mi`. */
export function gibibytes(bytes: number): string {
  return `${Math.floor((bytes / 1024 ** 3) * 100) / 100} GiB`;
}
