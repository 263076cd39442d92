import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { AccountGuardsArgs } from "./account-guards/args";
import { createRegionGuards } from "./account-guards/region-guards";
import { passwordPolicy } from "./account-guards/password-policy";
import { validateAccountGuards } from "./account-guards/validate-account-guards";

/**
 * Settings of an account that hold for all that is made in it, by this program or by hand: nothing is public by
 * accident, every volume is encrypted, instances hand out credentials only to who asks for a token first.
 */
export class AccountGuards extends pulumi.ComponentResource {
  /** @throws {pulumi.ResourceError} When AWS would refuse the arguments: every problem is listed. */
  constructor(name: string, args: AccountGuardsArgs, opts?: pulumi.ComponentResourceOptions) {
    const { accountId, volumeKeyArns, securityContact, deletionProtection = true } = args;
    const regions = Object.keys(volumeKeyArns);
    super("groundwork:platform:AccountGuards", name, { accountId, regions }, opts);

    const problems = validateAccountGuards(args);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);

    const options = { parent: this, protect: deletionProtection };
    new aws.s3.AccountPublicAccessBlock(
      name,
      {
        accountId,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      options,
    );
    new aws.iam.AccountPasswordPolicy(name, passwordPolicy, options);
    if (securityContact !== undefined) {
      new aws.account.AlternativeContact(
        `${name}-security`,
        // Without the account: only an organization names one, and never its own.
        { alternateContactType: "SECURITY", ...securityContact },
        options,
      );
    }
    for (const [region, keyArn] of Object.entries(volumeKeyArns)) {
      createRegionGuards(`${name}-${region}`, { accountId, region, keyArn }, options);
    }
    this.registerOutputs({});
  }
}
