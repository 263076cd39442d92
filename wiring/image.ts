import { dnsSuffixOf } from "../components/partition";
import type { Spec } from "../spec/spec";

/** An image whose name begins with no registry's host is of the account's own registry. */
export function imageOf({ account, region }: Spec, image: string): string {
  const [first = "", ...rest] = image.split("/");
  if (rest.length > 0 && /[.:]/.test(first)) return image;
  return `${account}.dkr.ecr.${region}.${dnsSuffixOf(region)}/${image}`;
}
