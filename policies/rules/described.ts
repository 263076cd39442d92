import { fail, type Judgement, pass } from "../judgement";
import type { Property } from "../property";

/** What Pulumi and Terraform write where the program says nothing. */
const filledIn = /^(Managed by (Pulumi|Terraform))?$/i;

/** The property must say in words what the thing is for; words not known yet count. */
export function mustBeDescribed(property: Property): Judgement {
  const { value, isUnknown } = property;
  if (isUnknown || (typeof value === "string" && !filledIn.test(value.trim()))) return pass;
  return fail(`${property.path} must say what it is for, ${property.finding}`);
}
