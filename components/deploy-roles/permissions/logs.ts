import type { TypePermissions } from "../type-permissions";

/** Log groups and the delivery of logs. */
export const logs: TypePermissions = {
  "aws:cloudwatch/logDelivery:LogDelivery": {
    create: ["logs:CreateDelivery", "logs:TagResource"],
    read: ["logs:GetDelivery", "logs:ListTagsForResource"],
    update: ["logs:TagResource", "logs:UntagResource", "logs:UpdateDeliveryConfiguration"],
    delete: ["logs:DeleteDelivery"],
  },
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": {
    create: ["logs:PutDeliveryDestination", "logs:TagResource"],
    read: ["logs:GetDeliveryDestination", "logs:ListTagsForResource"],
    update: ["logs:PutDeliveryDestination", "logs:TagResource", "logs:UntagResource"],
    delete: ["logs:DeleteDeliveryDestination"],
  },
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": {
    create: [
      "cloudfront:AllowVendedLogDeliveryForResource",
      "logs:PutDeliverySource",
      "logs:TagResource",
    ],
    read: ["logs:GetDeliverySource", "logs:ListTagsForResource"],
    update: ["logs:PutDeliverySource", "logs:TagResource", "logs:UntagResource"],
    delete: ["logs:DeleteDeliverySource"],
  },
  "aws:cloudwatch/logGroup:LogGroup": {
    create: ["logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:TagResource"],
    read: ["logs:DescribeLogGroups", "logs:ListTagsForResource"],
    update: [
      "logs:AssociateKmsKey",
      "logs:DeleteRetentionPolicy",
      "logs:DisassociateKmsKey",
      "logs:PutLogGroupDeletionProtection",
      "logs:PutRetentionPolicy",
      "logs:TagResource",
      "logs:UntagResource",
    ],
    delete: ["logs:DeleteLogGroup"],
  },
};
