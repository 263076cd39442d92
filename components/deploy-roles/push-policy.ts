import { partitionOf } from "../../spec/partition";
import type { AccountPlace } from "./names";
import { documentOf } from "./statement";

/**
 * What pushing an image takes, of the repositories alone. A tag that is there already cannot be pushed again: the
 * repositories see to that.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
 */
export function pushPolicy(
  { accountId, region }: AccountPlace,
  repositories: readonly string[],
): string {
  const registry = `arn:${partitionOf(region)}:ecr:${region}:${accountId}:repository`;
  return documentOf([
    { Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: "*" },
    {
      Effect: "Allow",
      Action: [
        "ecr:BatchCheckLayerAvailability",
        "ecr:BatchGetImage",
        "ecr:CompleteLayerUpload",
        "ecr:DescribeImages",
        "ecr:GetDownloadUrlForLayer",
        "ecr:InitiateLayerUpload",
        "ecr:PutImage",
        "ecr:UploadLayerPart",
      ],
      Resource: repositories.map((name) => `${registry}/${name}`),
    },
  ]);
}
