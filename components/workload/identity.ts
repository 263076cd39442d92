import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { awaitsRole, createPodIdentity, type PolicyStatement } from "../pod-role";
import { labelsOf, metadataOf, type Scope } from "./scope";
import type { WorkloadSettings } from "./workload-settings";

/** Who the pods of a workload are. */
export interface Identity {
  /** ARN of their role; undefined where no edge gives them a right in AWS. */
  readonly roleArn: pulumi.Output<string> | undefined;
  /** What must be there before the pods start. */
  readonly ready: readonly pulumi.Resource[];
}

/** What the pods of a workload may do in AWS: what its edges say, and nothing else. */
export function statementsOf({
  connectsTo,
}: Pick<WorkloadSettings, "connectsTo">): readonly PolicyStatement[] {
  return connectsTo.flatMap(({ statements = [] }) => statements);
}

/** Labels of the pods of a workload. */
export function podLabelsOf(
  settings: Pick<WorkloadSettings, "connectsTo" | "partOf" | "workloadName">,
) {
  return { ...labelsOf(settings), ...(statementsOf(settings).length === 0 ? {} : awaitsRole) };
}

/** Makes the service account of a workload, and its role where it may do something in AWS. */
export function createIdentity({ name, settings, options, inside }: Scope): Identity {
  const { accountId, region, clusterName, namespace, workloadName } = settings;
  const account = new k8s.core.v1.ServiceAccount(
    name,
    { metadata: metadataOf(settings), automountServiceAccountToken: false },
    inside,
  );
  const statements = statementsOf(settings);
  if (statements.length === 0) return { roleArn: undefined, ready: [account] };

  const description = `Pods of the workload ${workloadName} in the cluster ${clusterName}`;
  const place = { accountId, region, clusterName, namespace, serviceAccount: workloadName };
  const { arn, ready } = createPodIdentity(
    { name, description, ...place, statements },
    settings.ready,
    options,
  );
  return { roleArn: arn, ready: [account, ...ready] };
}
