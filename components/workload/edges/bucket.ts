import * as pulumi from "@pulumi/pulumi";
import { dnsSuffixOf } from "../../../spec/partition";
import type { Edge } from "../edge";

/** A bucket: what {@link Storage} gives of it, and what the workload does there. */
export interface BucketTarget {
  /** What the edge leads to, among the edges of one workload. */
  readonly to: string;
  readonly bucketName: pulumi.Input<string>;
  readonly bucketArn: pulumi.Input<string>;
  /** Variable that says the name of the bucket. */
  readonly variable: string;
  /** KMS key that encrypts the objects. */
  readonly keyArn: pulumi.Input<string>;
  readonly region: string;
  /** What is done with objects. Who writes may also delete. */
  readonly access: "read" | "readWrite";
}

const actions = {
  read: { objects: ["s3:GetObject"], key: ["kms:Decrypt"] },
  readWrite: {
    objects: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
    key: ["kms:Decrypt", "kms:GenerateDataKey"],
  },
} as const;

/** S3 has public addresses also where a gateway endpoint of the VPC leads to it, and no private ones. */
const publicAddresses = {
  cidrBlocks: ["0.0.0.0/0"],
  exceptCidrBlocks: [
    "10.0.0.0/8",
    "100.64.0.0/10",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.168.0.0/16",
  ],
} as const;

/** An edge to a bucket: the way to S3, and the right to use its objects and, through S3, their key. */
export function bucketEdge(target: BucketTarget): Edge {
  const { to, bucketName, bucketArn, variable, keyArn, region, access } = target;
  const { objects, key } = actions[access];
  const viaS3 = { "kms:ViaService": `s3.${region}.${dnsSuffixOf(region)}` };
  return {
    to,
    destination: { port: 443, ...publicAddresses },
    environment: { [variable]: bucketName },
    statements: [
      { Effect: "Allow", Action: "s3:ListBucket", Resource: bucketArn },
      { Effect: "Allow", Action: objects, Resource: pulumi.interpolate`${bucketArn}/*` },
      { Effect: "Allow", Action: key, Resource: keyArn, Condition: { StringEquals: viaS3 } },
    ],
  };
}
