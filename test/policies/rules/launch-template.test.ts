import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import {
  launchTemplateMetadataProtected,
  launchTemplatePrivate,
  launchTemplateVolumesEncrypted,
} from "../../../policies/rules/launch-template";
import { resource, unknown } from "../kit";
import { verdictOn } from "../made";
import { suite } from "../suite";

const type = "aws:ec2/launchTemplate:LaunchTemplate";

describe("launch-template-metadata-protected", () => {
  const metadataOptions = { httpTokens: "required", httpPutResponseHopLimit: 1 };
  const rule = suite(launchTemplateMetadataProtected, type, { metadataOptions });
  rule.passes("passes tokens over one hop", {});
  rule.passes("passes the hops that AWS takes", { metadataOptions: { httpTokens: "required" } });
  rule.passes("passes a metadata service that is off", {
    metadataOptions: { httpEndpoint: "disabled" },
  });
  rule.fails(
    "fails when nothing is said",
    { metadataOptions: undefined },
    'metadataOptions.httpTokens must be "required", but is not set',
  );
  rule.fails(
    "fails when tokens are optional, and containers reach it",
    { metadataOptions: { httpTokens: "optional", httpPutResponseHopLimit: 2 } },
    "metadataOptions.httpPutResponseHopLimit must be at most 1, got 2",
    'metadataOptions.httpTokens must be "required", got a value that is not shown',
  );
  rule.isUndecided(
    "is undecided while it is not known whether the service is on",
    { metadataOptions: { httpEndpoint: unknown } },
    "metadataOptions.httpEndpoint",
  );
  rule.isUndecided(
    "is undecided while nothing of it is known",
    { metadataOptions: unknown },
    "metadataOptions.httpPutResponseHopLimit",
    "metadataOptions.httpTokens",
  );
  suite(launchTemplateMetadataProtected, type, { metadataOptions }, { maximumHops: 2 }).passes(
    "passes the hops that configuration allows",
    { metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 2 } },
  );
});

describe("launch-template-private", () => {
  const networkInterfaces = [{ associatePublicIpAddress: "false" }];
  const rule = suite(launchTemplatePrivate, type, { networkInterfaces });
  rule.passes("passes an interface without a public address", {});
  rule.passes("passes what the subnet decides", { networkInterfaces: undefined });
  for (const associatePublicIpAddress of [true, "true"]) {
    rule.fails(
      `fails when it has one, by ${typeof associatePublicIpAddress}`,
      { networkInterfaces: [{ associatePublicIpAddress }] },
      `networkInterfaces[0].associatePublicIpAddress must not be true, got ${JSON.stringify(associatePublicIpAddress)}`,
    );
  }
  rule.isUndecided(
    "is undecided while the interfaces are not known",
    { networkInterfaces: unknown },
    "networkInterfaces",
  );
});

describe("launch-template-volumes-encrypted", () => {
  const kmsKeyId = "arn:aws:kms:eu-west-1:123456789012:key/data";
  const mapped = (ebs: unknown) => ({ blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs }] });
  const rule = suite(launchTemplateVolumesEncrypted, type, mapped({ encrypted: "true", kmsKeyId }));
  rule.passes("passes a volume under the account's own key", {});
  rule.passes("passes a switch that is no text", mapped({ encrypted: true, kmsKeyId: unknown }));
  rule.fails(
    "fails when nothing is said of the volumes",
    { blockDeviceMappings: undefined },
    "blockDeviceMappings must name the volumes of the image, but name none",
  );
  rule.fails(
    "fails when only a disk of the machine is named",
    { blockDeviceMappings: [{ virtualName: "ephemeral0" }] },
    "blockDeviceMappings must name the volumes of the image, but name none",
  );
  rule.fails(
    "fails when a volume is not encrypted",
    mapped({ encrypted: "false", kmsKeyId }),
    'blockDeviceMappings[0].ebs.encrypted must be true, got "false"',
  );
  rule.fails(
    "fails when the key is AWS's",
    mapped({ encrypted: "true" }),
    "blockDeviceMappings[0].ebs.kmsKeyId must be set",
  );
  rule.isUndecided(
    "is undecided while the volumes are not known",
    { blockDeviceMappings: unknown },
    "blockDeviceMappings",
  );
  rule.isUndecided(
    "is undecided while a volume is not",
    mapped({ encrypted: unknown, kmsKeyId }),
    "blockDeviceMappings[0].ebs.encrypted",
  );
  rule.doesNotApply(
    "does not apply to a volume of a snapshot",
    mapped({ snapshotId: "snap-1" }),
    "its volumes are as their snapshots are",
  );

  const byDefault = (inputs: Data): Promise<readonly unknown[]> =>
    verdictOn({
      rule: launchTemplateVolumesEncrypted,
      about: resource(type, {}),
      among: [resource("aws:ebs/encryptionByDefault:EncryptionByDefault", inputs)],
    });

  it("passes where the account encrypts every volume", async () => {
    assert.deepEqual(await byDefault({}), ["pass"]);
  });

  it("fails when the account has been told not to", async () => {
    assert.deepEqual(await byDefault({ enabled: false }), [
      "fail",
      "blockDeviceMappings must name the volumes of the image, but name none",
    ]);
  });
});
