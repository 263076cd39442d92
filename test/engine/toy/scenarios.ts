import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

/** Programs that use what the repository's own program does not: each shows that both engines treat it alike. */
export const scenarios = {
  components: () => {
    const outer = new Outer("outer", { protect: true });
    const topic = new aws.sns.Topic(
      "topic",
      { displayName: outer.inner.bucket.arn },
      {
        ...{ dependsOn: outer, ignoreChanges: ["tags"], additionalSecretOutputs: ["arn"] },
        ...{ customTimeouts: { create: "1h30m", delete: "90s" }, retainOnDelete: true },
        ...{ aliases: [{ name: "old" }], replaceOnChanges: ["name"] },
      },
    );
    return { topic: topic.arn };
  },

  providers: () => {
    const defaultTags = { tags: { Team: "platform" } };
    const explicit = new aws.Provider("explicit", { region: "eu-central-1", defaultTags });
    const inherited = new Outer("inherited", { providers: [explicit] });
    const region = inherited.inner.bucket.arn as pulumi.Output<aws.Region>;
    const late = new aws.Provider("late", { region, defaultTags });
    new aws.sns.Topic("late", { tags: { Name: "late" } }, { provider: late });
    new aws.sns.Topic("own", { tags: { Name: "own" } }, { provider: explicit });
    new aws.sns.Topic("default");
  },

  secrets: () => {
    const bytes = new random.RandomBytes("bytes", { length: 16 });
    const password = new random.RandomPassword("password", { length: 16 });
    const secret = new aws.secretsmanager.Secret("secret");
    const value = pulumi.jsonStringify({ bytes: bytes.base64, password: password.result });
    new aws.secretsmanager.SecretVersion("version", { secretId: secret.id, secretString: value });
    new aws.secretsmanager.SecretVersion("plain", {
      ...{ secretId: secret.id, secretString: pulumi.secret("not to be shown") },
    });
    const token = new pulumi.Config().requireSecret("token");
    new aws.sns.Topic("topic", { tags: { Token: token, Plain: "plain" } });
    return { token, bytes: bytes.hex };
  },

  reads: () => {
    const bucket = aws.s3.Bucket.get("found", "some-bucket", { region: "eu-west-1" });
    new aws.s3.BucketVersioning("versioning", {
      bucket: bucket.id,
      versioningConfiguration: { status: "Enabled" },
    });
  },

  stackTransform: () => {
    pulumi.runtime.registerResourceTransform(({ type, props, opts }) =>
      type === "aws:sns/topic:Topic" ? { props: { ...props, fifoTopic: true }, opts } : undefined,
    );
    const bucket = new aws.s3.Bucket("bucket");
    new aws.sns.Topic("topic", { displayName: bucket.arn });
    new Outer("outer", {
      transforms: [
        ({ type, props, opts }) =>
          type === "aws:s3/bucket:Bucket"
            ? { props: { ...props, tags: { By: "parent" } }, opts: { ...opts, protect: true } }
            : undefined,
      ],
    });
  },

  ownTransform: () => {
    const bucket = new aws.s3.Bucket("bucket");
    const transform: pulumi.ResourceTransform = ({ props, opts }) => ({
      ...{ props: { ...props, tags: { By: "itself" } }, opts },
    });
    new aws.sns.Topic("topic", { displayName: bucket.arn }, { transforms: [transform] });
  },

  bothTransforms: () => {
    pulumi.runtime.registerResourceTransform(({ type, props, opts }) =>
      type === "aws:sns/topic:Topic" ? { props: { ...props, fifoTopic: true }, opts } : undefined,
    );
    const bucket = new aws.s3.Bucket("bucket");
    const queue = new aws.sqs.Queue("queue");
    const transform: pulumi.ResourceTransform = ({ props, opts }) => ({
      ...{ props: { ...props, tags: { Queue: queue.arn } }, opts },
    });
    new aws.sns.Topic("topic", { displayName: bucket.arn }, { transforms: [transform] });
    new aws.sns.Topic("plain", { displayName: pulumi.secret("x") }, { dependsOn: queue });
  },

  late: async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    new aws.sns.Topic("late");
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

  rejects: async () => {
    new aws.sns.Topic("topic");
    await Promise.reject(new Error("the program was rejected"));
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

  lacksSecret: () => new pulumi.Config().requireSecret("absent"),

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

  lacksProviderInComponent: () => {
    new Outer("outer");
  },

  lacksProviderToInvoke: async () => {
    await aws.getCallerIdentity({});
  },

  lacksProviderToRead: () => {
    aws.s3.Bucket.get("found", "some-bucket");
  },

  namesProviders: () => {
    const provider = new aws.Provider("explicit", { region: "eu-west-1" });
    new Outer("outer", { providers: [provider] });
    aws.s3.Bucket.get("found", "some-bucket", {}, { provider });
  },
} satisfies Record<string, () => unknown>;

/** Name of a program of the toy. */
export type Scenario = keyof typeof scenarios;

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
