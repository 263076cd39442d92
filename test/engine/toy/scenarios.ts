import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { clusters } from "./clusters";

/** A change of every topic, and of nothing else. */
const topicsFirstInFirstOut: pulumi.ResourceTransform = ({ type, props, opts }) =>
  type === "aws:sns/topic:Topic" ? { props: { ...props, fifoTopic: true }, opts } : undefined;

/** Programs that use what the repository's own program does not: each shows that both engines treat it alike. */
export const scenarios = {
  everything: async () => {
    options();
    providers();
    reads();
    const outputs = secrets();
    await new Promise((resolve) => setTimeout(resolve, 50));
    new aws.sns.Topic("late");
    return outputs;
  },

  kubernetes: () => {
    const bucket = new aws.s3.Bucket("bucket");
    clusters({ secret: pulumi.secret("not to be shown"), unknown: bucket.arn });
  },

  ownTransforms: () => {
    const bucket = new aws.s3.Bucket("bucket");
    const transform = transformTo({ By: "itself" });
    new aws.sns.Topic("topic", { displayName: bucket.arn }, { transforms: [transform] });
  },

  stackTransforms: () => {
    pulumi.runtime.registerResourceTransform(topicsFirstInFirstOut);
    const bucket = new aws.s3.Bucket("bucket");
    const queue = new aws.sqs.Queue("queue");
    const transform = transformTo({ Queue: queue.arn });
    new aws.sns.Topic("topic", { displayName: bucket.arn });
    new aws.sns.Topic("secret", { displayName: pulumi.secret("x") }, { dependsOn: queue });
    new aws.sns.Topic("both", { displayName: bucket.arn }, { transforms: [transform] });
    new Outer("outer", { transforms: [protectBuckets] });
  },

  namesProviders: () => {
    const provider = new aws.Provider("explicit", { region: "eu-west-1" });
    new Outer("outer", { providers: [provider] });
    aws.s3.Bucket.get("found", "some-bucket", {}, { provider });
  },

  duplicate: () => {
    new aws.sns.Topic("twice");
    new aws.sns.Topic("twice");
  },

  throws: () => {
    new aws.sns.Topic("topic");
    throw new Error("the program is wrong");
  },

  throwsInApply: () => {
    const { urn } = new aws.sns.Topic("topic");
    urn.apply(fail);
  },

  rejectsUnheard: () => {
    new aws.sns.Topic("topic");
    void Promise.reject(new Error("nobody heard of it"));
  },

  refuses: () => {
    const topic = new aws.sns.Topic("topic");
    throw new pulumi.ResourceError("the topic is wrong", topic, true);
  },

  lacksConfig: () => new pulumi.Config().require("absent"),

  lacksParent: () => {
    const urn = pulumi.createUrn("absent", "x:y:Z");
    const parent = new pulumi.DependencyResource(pulumi.output(urn) as unknown as string);
    new aws.sns.Topic("orphan", {}, { parent });
  },

  invokes: async () => {
    await aws.getCallerIdentity({});
  },

  lacksProvider: () => {
    new aws.sns.Topic("topic");
  },

  lacksProviderToInvoke: async () => {
    await aws.getCallerIdentity({});
  },

  lacksProviderToRead: () => {
    aws.s3.Bucket.get("found", "some-bucket");
  },
} satisfies Record<string, () => unknown>;

/** Name of a program of the toy. */
export type Scenario = keyof typeof scenarios;

function options(): void {
  const outer = new Outer("outer", { protect: true });
  new aws.sns.Topic(
    "with-options",
    { displayName: outer.inner.bucket.arn },
    {
      ...{ dependsOn: outer, ignoreChanges: ["tags"], additionalSecretOutputs: ["arn"] },
      ...{ customTimeouts: { create: "1h30m", delete: "90s" }, retainOnDelete: true },
      ...{ aliases: [{ name: "old" }], replaceOnChanges: ["name"] },
    },
  );
}

function providers(): void {
  const defaultTags = { tags: { Team: "platform" } };
  const explicit = new aws.Provider("explicit", { region: "eu-central-1", defaultTags });
  const inherited = new Outer("inherited", { providers: [explicit] });
  const region = inherited.inner.bucket.arn as pulumi.Output<aws.Region>;
  const unknown = new aws.Provider("unknown", { region, defaultTags });
  new aws.sns.Topic("of-unknown", { tags: { Name: "unknown" } }, { provider: unknown });
  new aws.sns.Topic("of-explicit", { tags: { Name: "explicit" } }, { provider: explicit });
  new aws.sns.Topic("of-default");
}

function reads(): void {
  const bucket = aws.s3.Bucket.get("found", "some-bucket", { region: "eu-west-1" });
  new aws.s3.BucketVersioning("versioning", {
    bucket: bucket.id,
    versioningConfiguration: { status: "Enabled" },
  });
}

function secrets(): unknown {
  const bytes = new random.RandomBytes("bytes", { length: 16 });
  const password = new random.RandomPassword("password", { length: 16 });
  const secret = new aws.secretsmanager.Secret("secret");
  const generated = pulumi.jsonStringify({ bytes: bytes.base64, password: password.result });
  const written = pulumi.secret("not to be shown");
  const token = new pulumi.Config().requireSecret("token");
  new aws.secretsmanager.SecretVersion("a", { secretId: secret.id, secretString: generated });
  new aws.secretsmanager.SecretVersion("b", { secretId: secret.id, secretString: written });
  new aws.sns.Topic("tagged", { tags: { Token: token, Plain: "plain" } });
  return { token, bytes: bytes.hex };
}

/** Gives other tags. */
function transformTo(tags: Record<string, pulumi.Input<string>>): pulumi.ResourceTransform {
  return ({ props, opts }) => ({ props: { ...props, tags }, opts });
}

/** Protects the buckets of a component, and marks them. */
const protectBuckets: pulumi.ResourceTransform = ({ type, props, opts }) =>
  type === "aws:s3/bucket:Bucket"
    ? { props: { ...props, tags: { By: "parent" } }, opts: { ...opts, protect: true } }
    : undefined;

function fail(): never {
  throw new Error("the program is wrong in apply");
}

class Inner extends pulumi.ComponentResource {
  readonly bucket: aws.s3.Bucket;

  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("toy:index:Inner", name, { says: "inner" }, opts);
    this.bucket = new aws.s3.Bucket(`${name}-bucket`, {}, { parent: this });
    this.registerOutputs({ arn: this.bucket.arn });
  }
}

class Outer extends pulumi.ComponentResource {
  readonly inner: Inner;

  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("toy:index:Outer", name, {}, opts);
    this.inner = new Inner(`${name}-inner`, { parent: this });
    this.registerOutputs();
  }
}
