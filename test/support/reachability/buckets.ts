import type { Deployed } from "./deployed";
import type { Graph } from "./graph";
import { keyLeavesToAccount } from "./keys";
import { isAbout, principalsOf, type Request } from "./policies";
import { rolesThatMay } from "./roles";
import { at, listAt, parsed, textAt } from "./read";

/** What each use of an object needs of the key that encrypts it. */
const keyActions = {
  "s3:GetObject": "kms:Decrypt",
  "s3:GetObjectVersionForReplication": "kms:Decrypt",
  "s3:PutObject": "kms:GenerateDataKey",
  "s3:ReplicateObject": "kms:GenerateDataKey",
} as const;

/** The names of the roles that may use the objects of a bucket, and with them its key. */
export function usersOf(
  graph: Graph,
  bucket: Deployed,
  action: keyof typeof keyActions,
): readonly string[] {
  const arn = textAt(bucket.outputs, "arn");
  const context = { "aws:SecureTransport": "true", "s3:TlsVersion": "1.3" };
  const use: Request = { action, resource: `${arn}/file`, context };
  const isDenied = statementsOf(graph, bucket)
    .filter((statement) => at(statement, "Effect") === "Deny")
    .some((statement) => isAbout(statement, use));
  if (isDenied) return [];
  const keyUses = keyUsesOf(graph, bucket, keyActions[action]);
  if (!keyUses.every((request) => keyLeavesToAccount(graph, request))) return [];
  return rolesThatMay(graph, () => [use, ...keyUses]);
}

/** Whom the policy of a bucket lets in, whatever their own policies say. */
export function guestsOf(graph: Graph, bucket: Deployed): readonly string[] {
  return statementsOf(graph, bucket)
    .filter((statement) => at(statement, "Effect") === "Allow")
    .flatMap(principalsOf);
}

function statementsOf(graph: Graph, { id }: Deployed): readonly unknown[] {
  return graph
    .referring("aws:s3/bucketPolicy:BucketPolicy", "bucket", id)
    .flatMap(({ inputs }) => listAt(parsed(inputs["policy"]), "Statement"));
}

function keyUsesOf(graph: Graph, { id, inputs, outputs }: Deployed, action: string): Request[] {
  const [encryption] = graph.referring(
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    "bucket",
    id,
  );
  const rule = listAt(encryption?.inputs, "rules")[0];
  const key = textAt(rule, "applyServerSideEncryptionByDefault", "kmsMasterKeyId");
  if (key === "") return [];
  const context = {
    "kms:EncryptionContext:aws:s3:arn": textAt(outputs, "arn"),
    "kms:ViaService": `s3.${textAt(inputs, "region")}.amazonaws.com`,
  };
  return [{ action, resource: key, context }];
}
