/** What the suffixes of Kubernetes' quantities stand for. */
const units: Readonly<Record<string, number>> = {
  m: 1e-3,
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/**
 * The number that a quantity of Kubernetes stands for; undefined where it is none.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function amountOf(quantity: string): number | undefined {
  const [, digits, suffix = ""] = /^(\d+(?:\.\d+)?)([a-zA-Z]{0,2})$/.exec(quantity) ?? [];
  const unit = Object.hasOwn(units, suffix) ? units[suffix] : undefined;
  return digits === undefined || unit === undefined ? undefined : Number(digits) * unit;
}
