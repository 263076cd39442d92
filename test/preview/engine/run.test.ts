import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { preview } from "../../support/preview";

class Pair extends pulumi.ComponentResource {
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("example:index:Pair", name, {}, opts);
    const vpc = new aws.ec2.Vpc(
      name,
      { cidrBlock: "10.0.0.0/16" },
      { parent: this, protect: true },
    );
    new aws.ec2.Subnet(name, { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" }, { parent: this });
    this.registerOutputs({ vpcId: vpc.id });
  }
}

const vpcType = "aws:ec2/vpc:Vpc";

describe("the offline engine", () => {
  it("names resources after their parents' types", async () => {
    const { one } = await preview((providers) => new Pair("pair", { providers }));
    assert.equal(
      one(vpcType).urn,
      "urn:pulumi:production::test::example:index:Pair$aws:ec2/vpc:Vpc::pair",
    );
  });

  it("knows which resource a property was made from", async () => {
    const { one } = await preview((providers) => new Pair("pair", { providers }));
    assert.deepEqual(one("aws:ec2/subnet:Subnet").propertyDependencies, {
      vpcId: [one(vpcType).urn],
    });
  });

  it("leaves what the cloud makes up unknown", async () => {
    const { one } = await preview((providers) => new Pair("pair", { providers }));
    assert.deepEqual(one("aws:ec2/subnet:Subnet").inputs["vpcId"], { $unknown: true });
  });

  it("knows what the cloud made up once the stack is deployed", async () => {
    const { one } = await preview((providers) => new Pair("pair", { providers }), true);
    const { id, outputs } = one(vpcType);
    assert.match(id, /^pair-[0-9a-f]{12}$/);
    assert.equal(outputs["arn"], `arn:aws:ec2:eu-west-1:123456789012:${id}`);
    assert.equal(one("aws:ec2/subnet:Subnet").inputs["vpcId"], id);
  });

  it("keeps secrets secret", async () => {
    const { one } = await preview(([provider]) => {
      const password = pulumi.secret("correct horse");
      new aws.rds.Instance("d", { instanceClass: "db.t4g.micro", password }, { provider });
    });
    assert.deepEqual(one("aws:rds/instance:Instance").inputs["password"], { $secret: true });
  });

  it("fails when the program throws", async () => {
    await assert.rejects(
      preview(() => {
        throw new Error("no such zone");
      }),
      { name: "ProgramError", message: "no such zone" },
    );
  });

  it("fails when a promise of the program is rejected", async () => {
    await assert.rejects(
      preview(() => pulumi.output(Promise.reject(new Error("late")))),
      { name: "ProgramError", message: "late" },
    );
  });

  it("fails when the program refuses for a resource, naming it", async () => {
    await assert.rejects(
      preview(() => {
        const parent = new pulumi.ComponentResource("example:index:C", "c");
        throw new pulumi.ResourceError("no such zone", parent, true);
      }),
      {
        message: "no such zone",
        urn: "urn:pulumi:production::test::example:index:C::c",
      },
    );
  });

  it("fails when two resources have one URN", async () => {
    await assert.rejects(
      preview(([provider]) => {
        new aws.ec2.Vpc("v", {}, { provider });
        new aws.ec2.Vpc("v", {}, { provider });
      }),
      {
        message:
          "Duplicate resource URN 'urn:pulumi:production::test::aws:ec2/vpc:Vpc::v'; try giving it a unique name",
      },
    );
  });

  it("fails when a resource would use a default provider", async () => {
    await assert.rejects(
      preview(() => new aws.ec2.Vpc("v", {})),
      {
        message:
          "Default provider for 'aws' disabled. 'urn:pulumi:production::test::aws:ec2/vpc:Vpc::v' must use an explicit provider.",
      },
    );
  });
});
