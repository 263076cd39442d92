import { dnsSuffixOf } from "./partition";
import type { Spec } from "./spec";

/** An image with its registry: one whose name begins with no host is of the account's own registry in the stack's region. */
export function imageOf(
  { account, region }: Pick<Spec, "account" | "region">,
  image: string,
): string {
  const [first = "", ...rest] = image.split("/");
  if (rest.length > 0 && /[.:]/.test(first)) return image;
  return `${account}.dkr.ecr.${region}.${dnsSuffixOf(region)}/${image}`;
}
