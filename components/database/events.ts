import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Scope } from "./scope";

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
  const { region, eventTopicArn } = settings;
  if (eventTopicArn === undefined) return;

  const sourceIds: pulumi.Input<string>[] = instances.map(({ identifier }) => identifier);
  new aws.rds.EventSubscription(
    `${name}-events`,
    {
      region,
      snsTopic: eventTopicArn,
      sourceType: "db-instance",
      sourceIds,
      eventCategories: categories,
    },
    options,
  );
}
