import * as aws from "@pulumi/aws";
import type { Scope } from "./scope";
import { render, serverPropertiesOf } from "./server-properties";

/**
 * Makes the configuration of the brokers. Other properties are another revision of it. It is bound to no version
 * of Kafka, as an upgrade would have to replace it, and named by the provider, as one in use cannot be deleted:
 * its successor comes first.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/16691
 */
export function createConfiguration({ name, settings, options }: Scope): aws.msk.Configuration {
  const { region, clusterName } = settings;
  return new aws.msk.Configuration(
    `${name}-configuration`,
    {
      region,
      description: `Brokers of the cluster ${clusterName}`,
      serverProperties: render(serverPropertiesOf(settings)),
    },
    options,
  );
}
