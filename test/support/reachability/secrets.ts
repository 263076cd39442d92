import type { Deployed } from "./deployed";
import type { Graph } from "./graph";
import { keyLeavesToAccount } from "./keys";
import type { Request } from "./policies";
import { at, listAt, parsed, recordAt, textAt } from "./read";
import { rolesThatMay } from "./roles";

/** A secret of Secrets Manager. */
export interface Secret {
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  /** The key that encrypts it. */
  readonly keyArn: string;
  /** The keys of what is stored in it. */
  readonly keys: readonly string[];
}

/** The secrets of a stack, with those that RDS makes for the masters of its databases. */
export function secretsOf(graph: Graph): readonly Secret[] {
  return [
    ...graph.ofType("aws:secretsmanager/secret:Secret").map((each) => own(graph, each)),
    ...graph.ofType("aws:rds/instance:Instance").flatMap(masters),
  ];
}

/** The names of the roles that may read a secret: Secrets Manager gives it to them, and opens it with its key for them. */
export function readersOf(graph: Graph, { arn, region, keyArn }: Secret): readonly string[] {
  const read: Request = { action: "secretsmanager:GetSecretValue", resource: arn };
  const decrypt = {
    action: "kms:Decrypt",
    resource: keyArn,
    context: { "kms:ViaService": `secretsmanager.${region}.amazonaws.com` },
  };
  return keyLeavesToAccount(graph, decrypt) ? rolesThatMay(graph, () => [read, decrypt]) : [];
}

function own(graph: Graph, { name, id, inputs, outputs }: Deployed): Secret {
  const arn = textAt(outputs, "arn");
  const type = "aws:secretsmanager/secretVersion:SecretVersion";
  const versions = [id, arn].flatMap((handle) => graph.referring(type, "secretId", handle));
  return {
    name,
    arn,
    region: textAt(inputs, "region"),
    keyArn: textAt(inputs, "kmsKeyId"),
    keys: versions.flatMap((version) =>
      Object.keys(recordAt(parsed(version.inputs["secretString"]))),
    ),
  };
}

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html */
function masters({ name, inputs, outputs }: Deployed): readonly Secret[] {
  return listAt(outputs, "masterUserSecrets").map((secret) => ({
    name: `${name}-master`,
    arn: textAt(secret, "secretArn"),
    region: textAt(inputs, "region"),
    keyArn: String(at(secret, "kmsKeyId")),
    keys: ["password", "username"],
  }));
}
