import { all, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { given } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import type { Subject } from "../subject";

const parameterType = "aws:ssm/parameter:Parameter";

/** The inputs that hold what nobody may read, by resource type. */
const secretInputs: Readonly<Record<string, readonly string[]>> = {
  "aws:acm/certificate:Certificate": ["privateKey", "privateKeyWo"],
  "aws:directoryservice/directory:Directory": ["password"],
  "aws:dms/endpoint:Endpoint": ["password"],
  "aws:docdb/cluster:Cluster": ["masterPassword", "masterPasswordWo"],
  "aws:elasticache/replicationGroup:ReplicationGroup": ["authToken", "authTokenWo"],
  "aws:elasticache/user:User": ["passwords", "passwordsWo"],
  "aws:iam/serverCertificate:ServerCertificate": ["privateKey"],
  "aws:kms/externalKey:ExternalKey": ["keyMaterialBase64"],
  "aws:rds/cluster:Cluster": ["masterPassword", "masterPasswordWo"],
  "aws:rds/instance:Instance": ["password", "passwordWo"],
  "aws:redshift/cluster:Cluster": ["masterPassword", "masterPasswordWo"],
  "aws:secretsmanager/secretVersion:SecretVersion": [
    "secretBinary",
    "secretString",
    "secretStringWo",
  ],
  [parameterType]: ["value", "valueWo"],
  "kubernetes:core/v1:Secret": ["data", "stringData"],
};

export const secretValuesEncrypted = resourceRule({
  id: "secret-values-encrypted",
  requires: "Passwords, tokens, private keys and the values of secrets are Pulumi secrets.",
  why: "A value that is none stands in plain text in the state, in the diff of every preview and in the logs of the pipeline.",
  fix: "Take the value from a generated or a secure: configured one, or wrap it in pulumi.secret().",
  severity: "critical",
  standards: {},
  types: Object.keys(secretInputs),
  exemptible: false,
  check: (resource) => {
    const inputs = inputsOf(resource).filter((input) => input.isSet);
    if (inputs.length === 0) return notApplicable("it holds no secret value");
    if (inputs.some((input) => input.isSecret === undefined)) {
      return notApplicable("secrets are not recorded: set inputs-recorded to remediate");
    }
    const judgement = all(...inputs.flatMap(leaves).map(mustBeSecret));
    return resource.type === parameterType ? given(resource.at("type"), judgement) : judgement;
  },
});

/** A parameter of Systems Manager holds a secret only where its type says so. */
function inputsOf(resource: Subject): readonly Property[] {
  const kind = resource.at("type").value ?? "SecureString";
  if (resource.type === parameterType && kind !== "SecureString") return [];
  return (secretInputs[resource.type] ?? []).map((key) => resource.at(key));
}

/** The values that a map or a list consists of; the property itself where it is neither, or secret. */
function leaves(property: Property): readonly Property[] {
  const parts = [...property.items, ...property.entries];
  return property.isSecret === true || parts.length === 0 ? [property] : parts.flatMap(leaves);
}

function mustBeSecret(property: Property): Judgement {
  if (property.isSecret === true || isEmpty(property)) return pass;
  if (property.isUnknown) return undecided(property.path);
  return fail(`${property.path} must be a Pulumi secret, but is plain text`);
}

function isEmpty(property: Property): boolean {
  return !property.isSet || property.value === "" || typeof property.value === "object";
}
