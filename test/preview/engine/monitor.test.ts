import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { run } from "../../../preview/engine/run";
import { preview } from "../../support/preview";

const vpcType = "aws:ec2/vpc:Vpc";
const roleType = "aws:iam/role:Role";

class Raw extends pulumi.CustomResource {}

/** Runs a program that may use default providers. */
const runFreely = (program: () => unknown, config: Record<string, string> = {}) =>
  run({ project: "test", stack: "dev", directory: process.cwd(), config, secretKeys: [], program });

describe("a provider's check", () => {
  it("names what the program does not name, always alike", async () => {
    const build = () =>
      preview(([provider]) => new aws.iam.Role("r", { assumeRolePolicy: "{}" }, { provider }));
    const names = [await build(), await build()].map(({ one }) => one(roleType).inputs["name"]);
    assert.match(String(names[0]), /^r-[0-9a-f]{7}$/);
    assert.equal(names[0], names[1]);
  });

  it("leaves the name to a prefix that the program gives", async () => {
    const { one } = await preview(
      ([provider]) => new aws.secretsmanager.Secret("s", { namePrefix: "app/" }, { provider }),
    );
    assert.equal("name" in one("aws:secretsmanager/secret:Secret").inputs, false);
  });

  it("puts regional resources into the provider's region", async () => {
    const { one } = await preview(([provider]) => new aws.ec2.Vpc("v", {}, { provider }));
    assert.equal(one(vpcType).inputs["region"], "eu-west-1");
  });

  it("keeps the region that the program gives", async () => {
    const { one } = await preview(
      ([provider]) => new aws.ec2.Vpc("v", { region: "eu-central-1" }, { provider }),
    );
    assert.equal(one(vpcType).inputs["region"], "eu-central-1");
  });

  it("gives global resources no region", async () => {
    const { one } = await preview(
      ([provider]) => new aws.iam.Role("r", { assumeRolePolicy: "{}" }, { provider }),
    );
    assert.equal("region" in one(roleType).inputs, false);
  });

  it("joins the provider's default tags with the resource's own", async () => {
    const { resources } = await runFreely(() => {
      const provider = new aws.Provider("p", {
        region: "eu-west-1",
        defaultTags: { tags: { A: "1", B: "1" } },
      });
      new aws.ec2.Vpc("v", { tags: { B: "2" } }, { provider });
    });
    const vpc = resources.find(({ type }) => type === vpcType);
    assert.deepEqual(vpc?.inputs["tagsAll"], { A: "1", B: "2" });
  });

  it("is left out where the provider's settings are not known", async () => {
    const { resources } = await runFreely(() => {
      const generator = new random.Provider("g");
      const name = new random.RandomPassword("p", { length: 8 }, { provider: generator });
      const provider = new aws.Provider("p", { region: name.result as pulumi.Output<aws.Region> });
      new aws.iam.Role("r", { assumeRolePolicy: "{}" }, { provider });
    });
    const role = resources.find(({ type }) => type === roleType);
    assert.deepEqual([role?.inputs, role?.outputs], [{ assumeRolePolicy: "{}" }, {}]);
  });
});

describe("a default provider", () => {
  it("is made once, with its version and its package's configuration", async () => {
    const { resources } = await runFreely(
      () => {
        new aws.ec2.Vpc("v", {});
        new aws.ec2.Vpc("w", {});
      },
      { "aws:region": "eu-west-1" },
    );
    const providers = resources.filter(({ type }) => type === "pulumi:providers:aws");
    assert.deepEqual(
      providers.map(({ urn, inputs }) => ({ urn, inputs })),
      [
        {
          urn: "urn:pulumi:dev::test::pulumi:providers:aws::default_7_48_0",
          inputs: { version: "7.48.0", region: "eu-west-1" },
        },
      ],
    );
  });
});

describe("a transform", () => {
  const vpcOf = async (
    options: pulumi.CustomResourceOptions,
    stackWide?: pulumi.ResourceTransform,
  ) =>
    preview(([provider]) => {
      if (stackWide) pulumi.runtime.registerResourceTransform(stackWide);
      new aws.ec2.Vpc("v", { cidrBlock: "10.0.0.0/16" }, { provider, ...options });
    });
  const addTag =
    (key: string): pulumi.ResourceTransform =>
    ({ type, props, opts }) =>
      type === vpcType
        ? { props: { ...props, tags: { ...(props["tags"] as object), [key]: "yes" } }, opts }
        : undefined;

  it("of the whole stack changes inputs", async () => {
    const { one } = await vpcOf({}, addTag("stack"));
    assert.deepEqual(one(vpcType).inputs["tags"], { stack: "yes" });
  });

  it("of the resource itself changes inputs", async () => {
    const { one } = await vpcOf({ transforms: [addTag("own")] });
    assert.deepEqual(one(vpcType).inputs["tags"], { own: "yes" });
  });

  it("changes options", async () => {
    const { one } = await vpcOf({}, ({ type, props, opts }) =>
      type === vpcType ? { props, opts: { ...opts, protect: true } } : undefined,
    );
    assert.equal(one(vpcType).options.protect, true);
  });

  it("leaves what is not known, and secrets, as they are", async () => {
    const change: pulumi.ResourceTransform = ({ props, opts }) => ({ props, opts });
    const { one } = await preview(([provider]) => {
      pulumi.runtime.registerResourceTransform(change);
      const vpc = new aws.ec2.Vpc("v", {}, { provider });
      new aws.ec2.Subnet(
        "s",
        { vpcId: vpc.id, cidrBlock: pulumi.secret("10.0.0.0/24") },
        { provider },
      );
    });
    const { vpcId, cidrBlock } = one("aws:ec2/subnet:Subnet").inputs;
    assert.deepEqual([vpcId, cidrBlock], [{ $unknown: true }, { $secret: true }]);
  });

  it("of a component reaches its children", async () => {
    const { one } = await preview((providers) => {
      const parent = new pulumi.ComponentResource(
        "example:index:C",
        "c",
        {},
        { providers, transforms: [addTag("parent")] },
      );
      new aws.ec2.Vpc("v", {}, { parent });
    });
    assert.deepEqual(one(vpcType).inputs["tags"], { parent: "yes" });
  });

  it("that throws fails the preview", async () => {
    await assert.rejects(
      vpcOf({}, () => {
        throw new Error("no tags today");
      }),
      { message: "transform failed: Error: no tags today" },
    );
  });
});

describe("reading a resource", () => {
  it("knows what the program says of it", async () => {
    const { resources } = await preview(([provider]) =>
      aws.ec2.Vpc.get("v", "vpc-1", {}, { provider }),
    );
    assert.deepEqual(
      resources.map(({ type, external }) => ({ type, external })),
      [{ type: vpcType, external: true }],
    );
  });

  it("fails for a stack reference", async () => {
    await assert.rejects(
      preview(() => new pulumi.StackReference("organization/other/dev")),
      {
        message:
          "the stack reference 'organization/other/dev' needs a backend: the offline preview has none",
      },
    );
  });
});

describe("a data source", () => {
  it("fails with its name", async () => {
    await assert.rejects(
      preview(([provider]) => aws.getCallerIdentityOutput({}, { provider })),
      (error: Error) =>
        error.message.includes(
          "the data source aws:index/getCallerIdentity:getCallerIdentity has no value without a cloud: take the value from configuration instead",
        ),
    );
  });
});

describe("what only a plugin can make", () => {
  it("fails for a remote component", async () => {
    await assert.rejects(
      preview(() => new pulumi.ComponentResource("awsx:ec2:Vpc", "v", {}, {}, true)),
      {
        message:
          "awsx:ec2:Vpc is a remote component: its children are made inside a plugin, where no preview without that plugin sees them",
      },
    );
  });

  it("fails for a dynamic resource", async () => {
    await assert.rejects(
      preview(() => new Raw("pulumi-nodejs:dynamic:Resource", "d", {})),
      {
        message:
          "pulumi-nodejs:dynamic:Resource is a dynamic resource: its provider is code that runs against the real world",
      },
    );
  });

  it("fails for objects that need a live cluster", async () => {
    await assert.rejects(
      preview(() => new Raw("kubernetes:helm.sh/v4:Chart", "c", {})),
      { message: "kubernetes:helm.sh/v4:Chart renders its objects against a live cluster" },
    );
  });

  it("fails for a package without a stand-in", async () => {
    await assert.rejects(
      runFreely(() => new Raw("gcp:storage/bucket:Bucket", "b", {})),
      {
        message:
          "the offline preview has no stand-in for the provider of gcp:storage/bucket:Bucket: it knows aws, kubernetes, random",
      },
    );
  });
});

describe("an asset", () => {
  it("fails when its file does not exist", async () => {
    await assert.rejects(
      preview(
        ([provider]) =>
          new aws.s3.BucketObjectv2(
            "o",
            { bucket: "b", source: new pulumi.asset.FileAsset("absent.txt") },
            { provider },
          ),
      ),
      { message: "the file 'absent.txt' does not exist" },
    );
  });
});

describe("a resource's source", () => {
  it("is the line that makes it, relative to the program", async () => {
    const { one } = await preview(([provider]) => new aws.ec2.Vpc("v", {}, { provider }));
    assert.match(one(vpcType).source, /^test\/preview\/engine\/monitor\.test\.ts:\d+$/);
  });
});

describe("stack outputs", () => {
  it("are what the program returns", async () => {
    const { outputs } = await preview(() => ({ name: "x", hidden: pulumi.secret("y") }));
    assert.deepEqual(outputs, { hidden: { $secret: true }, name: "x" });
  });
});
