import { ofEnvironment, resourcesOf, type EnvironmentPlan } from "./plan";
import type { Statement } from "./statement";

/** What services do with a key on behalf of whoever gives them something to encrypt. */
const cryptography = [
  "kms:Decrypt",
  "kms:Encrypt",
  "kms:GenerateDataKey*",
  "kms:ReEncrypt*",
] as const;

/**
 * Keys only that carry the environment's tag, since nothing else tells whose a key is: a new one must get it, and no
 * other can be changed. They are used through services alone, and granted to services alone.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/tag-authorization.html
 */
export function keyStatements(
  plan: EnvironmentPlan,
  actions: readonly string[],
): readonly Statement[] {
  const all = resourcesOf(plan, "kms");
  const keys = all.filter((arn) => arn.endsWith(":key/*"));
  const tagged = ofEnvironment(plan);
  const tagging = { StringEqualsIgnoreCase: { "aws:RequestTag/Environment": plan.environment } };
  const ofAlias = actions.filter((action) => action.endsWith("Alias"));
  const ofKey = actions.filter((action) => !action.endsWith("Alias") && action !== "kms:CreateKey");
  return [
    { Effect: "Allow", Action: ["kms:CreateKey"], Resource: "*", Condition: tagging },
    {
      Effect: "Allow",
      Action: ["kms:TagResource"],
      Resource: keys,
      Condition: { ...tagging, Null: { "aws:ResourceTag/Environment": "true" } },
    },
    { Effect: "Allow", Action: [...ofAlias, ...ofKey], Resource: keys, Condition: tagged },
    {
      Effect: "Allow",
      Action: ofAlias,
      Resource: all.filter((arn) => arn.includes(":alias/")),
    },
    {
      Effect: "Allow",
      Action: ["kms:CreateGrant"],
      Resource: keys,
      Condition: { ...tagged, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
    {
      Effect: "Allow",
      Action: cryptography,
      Resource: keys,
      Condition: { ...tagged, StringLike: { "kms:ViaService": "*.amazonaws.com" } },
    },
  ];
}
