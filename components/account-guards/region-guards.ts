import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { partitionOf } from "../../spec/partition";

/** A region that is guarded. */
interface GuardedRegion {
  readonly accountId: string;
  readonly region: string;
  /** KMS key of its volumes. */
  readonly keyArn: pulumi.Input<string>;
}

/** Makes the guards that AWS keeps for each region. */
export function createRegionGuards(
  name: string,
  { accountId, region, keyArn }: GuardedRegion,
  options: pulumi.CustomResourceOptions,
): void {
  encryptVolumes(name, { region, keyArn }, options);
  new aws.ebs.SnapshotBlockPublicAccess(name, { region, state: "block-all-sharing" }, options);
  new aws.ec2.ImageBlockPublicAccess(name, { region, state: "block-new-sharing" }, options);
  new aws.ec2.InstanceMetadataDefaults(
    name,
    {
      region,
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: 1,
      instanceMetadataTags: "disabled",
    },
    options,
  );
  new aws.ec2.SerialConsoleAccess(name, { region, enabled: false }, options);
  new aws.ssm.ServiceSetting(
    `${name}-documents`,
    {
      region,
      settingId: `arn:${partitionOf(region)}:ssm:${region}:${accountId}:servicesetting/ssm/documents/console/public-sharing-permission`,
      settingValue: "Disable",
    },
    options,
  );
  const analyzerName = "groundwork-external-access";
  new aws.accessanalyzer.Analyzer(
    name,
    { region, analyzerName, type: "ACCOUNT", tags: { Name: analyzerName } },
    options,
  );
}

/** The key comes first: volumes that are made between the two would be under AWS's own. */
function encryptVolumes(
  name: string,
  { region, keyArn }: Omit<GuardedRegion, "accountId">,
  options: pulumi.CustomResourceOptions,
): void {
  const key = new aws.ebs.DefaultKmsKey(name, { region, keyArn }, options);
  new aws.ebs.EncryptionByDefault(
    name,
    { region, enabled: true },
    { ...options, dependsOn: [key] },
  );
}
