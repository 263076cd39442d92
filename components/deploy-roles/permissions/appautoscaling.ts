import type { TypePermissions } from "../type-permissions";

/** Automatic scaling of storage and replicas. */
export const appautoscaling: TypePermissions = {
  "aws:appautoscaling/policy:Policy": {
    create: ["application-autoscaling:PutScalingPolicy", "cloudwatch:PutMetricAlarm"],
    read: ["application-autoscaling:DescribeScalingPolicies", "cloudwatch:DescribeAlarms"],
    update: ["application-autoscaling:PutScalingPolicy", "cloudwatch:PutMetricAlarm"],
    delete: ["application-autoscaling:DeleteScalingPolicy", "cloudwatch:DeleteAlarms"],
  },
  "aws:appautoscaling/target:Target": {
    create: [
      "application-autoscaling:RegisterScalableTarget",
      "application-autoscaling:TagResource",
    ],
    read: [
      "application-autoscaling:DescribeScalableTargets",
      "application-autoscaling:ListTagsForResource",
    ],
    update: [
      "application-autoscaling:RegisterScalableTarget",
      "application-autoscaling:TagResource",
      "application-autoscaling:UntagResource",
    ],
    delete: ["application-autoscaling:DeregisterScalableTarget"],
    serviceLinkedRoles: ["kafka.application-autoscaling.amazonaws.com"],
  },
};
