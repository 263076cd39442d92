import assert from "node:assert/strict";
import { AccountGuards } from "../../components/account-guards";
import type { AccountGuardsArgs } from "../../components/account-guards/args";
import { preview, type Previewed } from "../support/preview";

const keyArn = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd";
const args: AccountGuardsArgs = {
  accountId: "123456789012",
  volumeKeyArns: { "eu-west-1": keyArn },
};
const securityContact = {
  name: "Security",
  title: "Security team",
  emailAddress: "security@example.com",
  phoneNumber: "+260 211 555 0100",
};

function previewGuards(changed: Partial<AccountGuardsArgs> = {}): Promise<Previewed> {
  return preview(
    (providers) => new AccountGuards("guards", { ...args, ...changed }, { providers }),
  );
}

/** What each guard must say, by its type. */
const guards: Readonly<Record<string, object>> = {
  "aws:ebs/defaultKmsKey:DefaultKmsKey": { region: "eu-west-1", keyArn },
  "aws:ebs/encryptionByDefault:EncryptionByDefault": { region: "eu-west-1", enabled: true },
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": {
    region: "eu-west-1",
    state: "block-all-sharing",
  },
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": {
    region: "eu-west-1",
    state: "block-new-sharing",
  },
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults": {
    region: "eu-west-1",
    httpEndpoint: "enabled",
    httpTokens: "required",
    httpPutResponseHopLimit: 1,
    instanceMetadataTags: "disabled",
  },
  "aws:ec2/serialConsoleAccess:SerialConsoleAccess": { region: "eu-west-1", enabled: false },
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": {
    minimumPasswordLength: 14,
    passwordReusePrevention: 24,
    maxPasswordAge: 90,
    requireLowercaseCharacters: true,
    requireUppercaseCharacters: true,
    requireNumbers: true,
    requireSymbols: true,
    allowUsersToChangePassword: true,
    hardExpiry: false,
  },
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": {
    accountId: "123456789012",
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  },
  "aws:ssm/serviceSetting:ServiceSetting": {
    region: "eu-west-1",
    settingId:
      "arn:aws:ssm:eu-west-1:123456789012:servicesetting/ssm/documents/console/public-sharing-permission",
    settingValue: "Disable",
  },
  "aws:accessanalyzer/analyzer:Analyzer": {
    region: "eu-west-1",
    analyzerName: "groundwork-external-access",
    type: "ACCOUNT",
    tags: { Name: "groundwork-external-access" },
  },
};

describe("AccountGuards", () => {
  for (const [type, inputs] of Object.entries(guards)) {
    it(`sets ${type.replace(/.*:/, "")}, protected`, async () => {
      const guard = (await previewGuards()).one(type);
      assert.deepEqual(guard.inputs, inputs);
      assert.equal(guard.options.protect, true);
    });
  }

  it("makes nothing else", async () => {
    const { resources } = await previewGuards();
    assert.deepEqual(
      resources.map(({ type }) => type).sort(),
      [...Object.keys(guards), "groundwork:platform:AccountGuards"].sort(),
    );
  });

  it("guards each region with its own key", async () => {
    const recovery = "arn:aws:kms:eu-central-1:123456789012:key/5678efab";
    const { all } = await previewGuards({
      volumeKeyArns: { "eu-west-1": keyArn, "eu-central-1": recovery },
    });
    assert.deepEqual(
      all("aws:ebs/defaultKmsKey:DefaultKmsKey").map(({ inputs }) => inputs),
      [
        { region: "eu-central-1", keyArn: recovery },
        { region: "eu-west-1", keyArn },
      ],
    );
    assert.equal(all("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock").length, 1);
  });

  it("says which key encrypts volumes before it has them encrypted", async () => {
    const { one } = await previewGuards();
    assert.deepEqual(one("aws:ebs/encryptionByDefault:EncryptionByDefault").dependencies, [
      one("aws:ebs/defaultKmsKey:DefaultKmsKey").urn,
    ]);
  });

  it("tells AWS whom to write and call about security", async () => {
    const { one } = await previewGuards({ securityContact });
    assert.deepEqual(one("aws:account/alternativeContact:AlternativeContact").inputs, {
      alternateContactType: "SECURITY",
      ...securityContact,
    });
  });

  it("protects nothing when it is told so", async () => {
    const { resources } = await previewGuards({ deletionProtection: false });
    assert.ok(resources.every(({ options }) => !options.protect));
  });

  it("fails when AWS would refuse it, with everything that is wrong", async () => {
    await assert.rejects(
      previewGuards({
        accountId: "1234",
        volumeKeyArns: {},
        securityContact: { ...securityContact, phoneNumber: "none", emailAddress: "security" },
      }),
      {
        message: [
          "accountId must be 12 digits, got 1234",
          "volumeKeyArns must have a key for each region, got none",
          "securityContact.phoneNumber must be digits, spaces and ()+-, at most 25, got none",
          "securityContact.emailAddress must be an e-mail address, got security",
        ].join("\n"),
      },
    );
  });
});
