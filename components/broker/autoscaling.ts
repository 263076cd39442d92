import * as aws from "@pulumi/aws";
import type { Scope } from "./scope";

/** MSK asks for it, although it never makes a volume smaller. */
const leastGiB = 1;

/**
 * Has the volumes of all brokers grow when one runs full, up to the maximum where there is one.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-autoexpand.html
 */
export function growVolumes(
  { name, settings, options }: Scope,
  { arn }: Pick<aws.msk.Cluster, "arn">,
): void {
  const { region, storage, clusterName } = settings;
  const { maximumGiB, targetUtilizationPercent } = storage;
  if (maximumGiB === undefined) return;

  const target = new aws.appautoscaling.Target(
    `${name}-volumes`,
    {
      region,
      serviceNamespace: "kafka",
      scalableDimension: "kafka:broker-storage:VolumeSize",
      resourceId: arn,
      minCapacity: leastGiB,
      maxCapacity: maximumGiB,
      tags: { Name: clusterName },
    },
    options,
  );
  new aws.appautoscaling.Policy(
    `${name}-volumes`,
    {
      region,
      serviceNamespace: target.serviceNamespace,
      scalableDimension: target.scalableDimension,
      resourceId: target.resourceId,
      policyType: "TargetTrackingScaling",
      targetTrackingScalingPolicyConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: "KafkaBrokerStorageUtilization" },
        targetValue: targetUtilizationPercent,
        disableScaleIn: true,
      },
    },
    options,
  );
}
