import { all, fail, type Judgement, undecided } from "../judgement";
import { must } from "../must";
import type { Property } from "../property";
import { propertiesAt } from "../reference";
import { stackRule } from "../rule";
import type { Stack, StackResource } from "../stack";
import { mustBeCustomerKey } from "./customer-key";
import { named } from "./title";

/** The input that names the secrets, by resource type. */
const secretsIn: Readonly<Record<string, string>> = {
  "aws:msk/scramSecretAssociation:ScramSecretAssociation": "secretArnLists[]",
  "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation": "secretArn",
};
const secretType = "aws:secretsmanager/secret:Secret";
const versionType = "aws:secretsmanager/secretVersion:SecretVersion";
const prefix = "AmazonMSK_";

export const brokerScramSecretValid = stackRule({
  id: "broker-scram-secret-valid",
  requires:
    "Secrets that clients log in to MSK with have a name that MSK accepts, and a KMS key of the account's own.",
  why: "MSK refuses any other only when the cluster stands, after half an hour of deployment.",
  fix: "Begin the secret's name with AmazonMSK_ and set its kmsKeyId to the ARN of an aws.kms.Key.",
  severity: "medium",
  standards: {},
  types: Object.keys(secretsIn),
  exemptible: true,
  check: (association, _settings, stack) => {
    const path = secretsIn[association.type] ?? "";
    const secrets = secretsOf(association, path, stack);
    const arns = propertiesAt(association, path);
    const outside = arns.filter((arn) => isOutside(arn, secrets));
    return all(
      ...secrets.map((secret) => named(secret, mustBeValid(secret))),
      ...outside.map(mustNameValid),
    );
  },
});

/** The secrets of the stack that are named, be it by way of their version, which has the same ARN. */
function secretsOf(
  association: StackResource,
  path: string,
  stack: Stack,
): readonly StackResource[] {
  const versions = stack.referredBy(association, path, versionType);
  return [
    ...stack.referredBy(association, path, secretType),
    ...versions.flatMap((version) => stack.referredBy(version, "secretId", secretType)),
  ];
}

/** Not known yet, it is taken for one of the secrets that the program names. */
function isOutside({ isUnknown, value }: Property, secrets: readonly StackResource[]): boolean {
  return isUnknown ? secrets.length === 0 : secrets.every(({ handles }) => !handles.has(value));
}

function mustBeValid(secret: StackResource): Judgement {
  const name = secret.at("name").isSet ? secret.at("name") : secret.at("namePrefix");
  return all(
    must(name.isSet ? name : secret.at("name"), `begin with "${prefix}"`, hasPrefix),
    mustBeCustomerKey(secret.at("kmsKeyId")),
  );
}

function hasPrefix(name: unknown): boolean {
  return typeof name === "string" && name.startsWith(prefix);
}

/** Of a secret that is made elsewhere only the name can be seen, in its ARN. */
function mustNameValid(arn: Property): Judgement {
  if (arn.isUnknown) return undecided(arn.path);
  const [name] = String(arn.value).split(":").slice(6);
  return hasPrefix(name)
    ? undecided(`the key of the secret that ${arn.path} names`)
    : fail(`${arn.path} must name a secret whose name begins with "${prefix}", ${arn.finding}`);
}
