import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Scope } from "./scope";

/** Where the events of the instances go. */
export interface EventsArgs {
  /** SNS topic to which RDS may publish. */
  readonly topicArn: pulumi.Input<string>;
  /**
   * What must be there before RDS takes the topic: the policy by which it may publish.
   *
   * @default []
   */
  readonly topicReady?: readonly pulumi.Resource[];
}

/**
 * What an operator wants to hear of.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html
 */
const categories = [
  "availability",
  "backup",
  "configuration change",
  "deletion",
  "failover",
  "failure",
  "low storage",
  "maintenance",
  "notification",
  "read replica",
  "recovery",
  "restoration",
  "security",
];

/** Sends the events of the region's instances to a topic where one was named. */
export function subscribeToEvents(
  { name, settings, options }: Scope,
  instances: readonly aws.rds.Instance[],
): void {
  const { region, events } = settings;
  if (events === undefined) return;

  const sourceIds: pulumi.Input<string>[] = instances.map(({ identifier }) => identifier);
  new aws.rds.EventSubscription(
    `${name}-events`,
    {
      region,
      snsTopic: events.topicArn,
      sourceType: "db-instance",
      sourceIds,
      eventCategories: categories,
    },
    { ...options, dependsOn: [...(events.topicReady ?? [])] },
  );
}
