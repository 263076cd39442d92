import { type Judgement, undecided } from "../judgement";
import type { Property } from "../property";

/** Judges the value of one parameter of a group, which is absent where the group does not name it. */
export function judgeParameter(
  parameters: Property,
  name: string,
  judge: (value: Property | undefined) => Judgement,
): Judgement {
  if (parameters.isUnknown) return undecided(parameters.path);
  const named = parameters.items.find((item) => item.at("name").value === name);
  if (named !== undefined) return judge(named.at("value"));
  return parameters.items.some((item) => item.at("name").isUnknown)
    ? undecided(parameters.path)
    : judge(undefined);
}

/** Whether the group is of the instances of an Aurora cluster, which holds the parameters of them all. */
export function isOfAuroraInstance(type: string, family: string): boolean {
  return type.includes("/parameterGroup:") && family.startsWith("aurora-");
}
