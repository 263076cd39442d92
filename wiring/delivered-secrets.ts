import type { Input } from "@pulumi/pulumi";
import type { Spec } from "../spec/spec";
import { edgesOf, type Destinations } from "./connections";
import { databaseJobSecrets } from "./database-jobs";

/** A secret that workloads of a namespace declare. */
export interface DeliveredSecret {
  readonly namespace: string;
  readonly secretArn: Input<string>;
}

/** The secrets that the workloads of a namespace declare, each once. */
export function secretsIn(spec: Spec, name: string, made: Destinations): readonly Input<string>[] {
  const delivered = [...workloadSecrets(spec, made), ...databaseJobSecrets(spec, made.database)];
  const here = delivered.filter(({ namespace }) => namespace === name);
  return [...new Set(here.map(({ secretArn }) => secretArn))];
}

function workloadSecrets(spec: Spec, made: Destinations): readonly DeliveredSecret[] {
  return [...Object.values(spec.services), ...Object.values(spec.jobs)].flatMap(
    ({ namespace, connectsTo }) =>
      edgesOf(spec, connectsTo, made)
        .flatMap(({ secrets = {} }) => Object.values(secrets))
        .map(({ secretArn }) => ({ namespace, secretArn })),
  );
}
