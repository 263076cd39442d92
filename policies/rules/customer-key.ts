import type { Judgement } from "../judgement";
import { must, mustBeSet } from "../must";
import type { Property } from "../property";

/**
 * The property must name a KMS key, and none that AWS manages for a service, `alias/aws/...`: its key
 * policy and its deletion are out of our hands. A key that is not known yet counts.
 */
export function mustBeCustomerKey(property: Property): Judgement {
  if (!property.isSet || property.isUnknown) return mustBeSet(property);
  return must(property, "be a key of your own", (value) => !isManaged(value));
}

function isManaged(key: unknown): boolean {
  return typeof key === "string" && /(^|:)alias\/aws\//.test(key);
}
