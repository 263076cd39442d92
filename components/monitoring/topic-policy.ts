import { partitionOf } from "../../spec/partition";

/** An AWS service that publishes to topics. */
export type Publisher = "cloudwatchAlarms" | "rdsEvents";

/** What the policy of a topic is composed of. */
export interface TopicPolicyArgs {
  readonly accountId: string;
  readonly region: string;
  readonly topicName: string;
  readonly publishers: readonly Publisher[];
}

interface Service {
  readonly sid: string;
  readonly principal: string;
  /** The resources it publishes for: the service and the resource of their ARNs. */
  readonly sources: readonly [service: string, resource: string];
}

const services: Readonly<Record<Publisher, Service>> = {
  cloudwatchAlarms: {
    sid: "CloudwatchAlarms",
    principal: "cloudwatch.amazonaws.com",
    sources: ["cloudwatch", "alarm:*"],
  },
  rdsEvents: { sid: "RdsEvents", principal: "events.rds.amazonaws.com", sources: ["rds", "*"] },
};

/**
 * The policy of a topic, as JSON that is known before the topic exists: each publisher may publish
 * for resources of the account in the region, and nobody may without TLS. It replaces the default
 * policy, which lets every service publish that speaks for the account.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.GrantingPermissions.html
 */
export function topicPolicy({ topicName, publishers, ...place }: TopicPolicyArgs): string {
  const topic = arn(place, "sns", topicName);
  const refuseWithoutTls = {
    Sid: "RefuseWithoutTls",
    Effect: "Deny",
    Principal: "*",
    Action: "sns:Publish",
    Resource: topic,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
  const publish = publishers.map((publisher) => {
    const { sid, principal, sources } = services[publisher];
    return {
      Sid: sid,
      Effect: "Allow",
      Principal: { Service: principal },
      Action: "sns:Publish",
      Resource: topic,
      Condition: {
        StringEquals: { "aws:SourceAccount": place.accountId },
        ArnLike: { "aws:SourceArn": arn(place, ...sources) },
      },
    };
  });
  return JSON.stringify({ Version: "2012-10-17", Statement: [refuseWithoutTls, ...publish] });
}

function arn(
  { accountId, region }: Pick<TopicPolicyArgs, "accountId" | "region">,
  service: string,
  resource: string,
): string {
  return `arn:${partitionOf(region)}:${service}:${region}:${accountId}:${resource}`;
}
