import * as k8s from "@pulumi/kubernetes";
import type { Scope } from "./scope";

/** Name of the storage class that claims get which name none. */
export const storageClassName = "gp3";

/**
 * Makes the storage class of the cluster: encrypted volumes that can grow, each in the zone of the pod that first uses
 * it.
 */
export function createStorageClass({
  name,
  settings,
  options,
}: Scope): k8s.storage.v1.StorageClass {
  return new k8s.storage.v1.StorageClass(
    `${name}-${storageClassName}`,
    {
      metadata: {
        name: storageClassName,
        annotations: { "storageclass.kubernetes.io/is-default-class": "true" },
      },
      provisioner: "ebs.csi.aws.com",
      parameters: { type: "gp3", encrypted: "true", kmsKeyId: settings.dataKeyArn },
      reclaimPolicy: settings.deletionProtection ? "Retain" : "Delete",
      allowVolumeExpansion: true,
      volumeBindingMode: "WaitForFirstConsumer",
    },
    { ...options, dependsOn: [...settings.ready] },
  );
}
