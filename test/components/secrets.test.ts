import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { Secrets, type SecretsArgs } from "../../components/secrets";
import { isSecret, reveal } from "../../preview/engine/wire";
import { preview, type Previewed } from "../support/preview";
import { storedDocuments } from "../support/stored-documents";

const secretsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd";
const replicaKeyArn = "arn:aws:kms:eu-central-1:123456789012:key/5678efab";

const tokens = {
  description: "Keys that sign tokens.",
  values: {
    access: { generate: "bytes" },
    refresh: { generate: "bytes", bytes: 64, encoding: "hex" },
  },
} as const;
const mail = {
  description: "Access to the mail server.",
  values: { password: { supplied: true }, user: { supplied: true } },
} as const;
const session = {
  description: "Password of the sessions.",
  values: { password: { generate: "password" } },
} as const;

const args: SecretsArgs = {
  namePrefix: "shop/production",
  keyArn: secretsKeyArn,
  entries: { tokens, mail },
  supplied: { mail: { password: "correct horse", user: "battery" } },
};

const secret = "aws:secretsmanager/secret:Secret";
const version = "aws:secretsmanager/secretVersion:SecretVersion";
const bytes = "random:index/randomBytes:RandomBytes";
const password = "random:index/randomPassword:RandomPassword";

function previewSecrets(secretsArgs: SecretsArgs): Promise<Previewed> {
  return preview((providers) => new Secrets("secrets", secretsArgs, { providers }));
}

function documentsOf(secretsArgs: SecretsArgs): Promise<Record<string, unknown>> {
  return storedDocuments(() => new Secrets("secrets", secretsArgs));
}

describe("Secrets", () => {
  it("makes a secret with one version for each entry, and a generator for each generated value", async () => {
    const { resources } = await previewSecrets(args);

    assert.deepEqual(
      resources.map(({ type, name }) => `${type} ${name}`),
      [
        "aws:secretsmanager/secret:Secret secrets-mail",
        "aws:secretsmanager/secret:Secret secrets-tokens",
        "aws:secretsmanager/secretVersion:SecretVersion secrets-mail",
        "aws:secretsmanager/secretVersion:SecretVersion secrets-tokens",
        "random:index/randomBytes:RandomBytes secrets-tokens/access",
        "random:index/randomBytes:RandomBytes secrets-tokens/refresh",
        "groundwork:platform:Secrets secrets",
      ],
    );
  });

  it("makes nothing of no entries", async () => {
    const { resources } = await previewSecrets({ ...args, entries: {}, supplied: {} });

    assert.deepEqual(
      resources.map(({ type }) => type),
      ["groundwork:platform:Secrets"],
    );
  });

  it("describes, names and encrypts each secret", async () => {
    const { inputs } = (await previewSecrets(args)).one(secret, "secrets-tokens");

    assert.equal(inputs["description"], "Keys that sign tokens.");
    assert.equal(inputs["namePrefix"], "shop/production/tokens-");
    assert.equal(inputs["kmsKeyId"], secretsKeyArn);
    assert.deepEqual(inputs["tags"], { Name: "shop/production/tokens" });
  });

  it("stands in the region of the provider", async () => {
    const { resources } = await previewSecrets(args);

    for (const { type, inputs } of resources) {
      if (type.startsWith("aws:")) assert.equal(inputs["region"], "eu-west-1", type);
    }
  });

  it("stands in the region it is given, whatever that of the provider", async () => {
    const { resources } = await previewSecrets({ ...args, region: "eu-central-1" });

    for (const { type, inputs } of resources) {
      if (type.startsWith("aws:")) assert.equal(inputs["region"], "eu-central-1", type);
    }
  });

  it("lets a deleted secret be restored for 30 days", async () => {
    const { one } = await previewSecrets(args);

    assert.equal(one(secret, "secrets-tokens").inputs["recoveryWindowInDays"], 30);
  });

  it("lets a deleted secret be restored for as long as it is told", async () => {
    const { one } = await previewSecrets({ ...args, recoveryDays: 0 });

    assert.equal(one(secret, "secrets-tokens").inputs["recoveryWindowInDays"], 0);
  });

  it("protects the secrets, and leaves what it generates free to be renewed", async () => {
    const { resources } = await previewSecrets(args);

    assert.deepEqual(
      resources.filter(({ options }) => options.protect).map(({ type }) => type),
      [secret, secret],
    );
  });

  it("protects nothing when it is told so", async () => {
    const { resources } = await previewSecrets({ ...args, deletionProtection: false });

    assert.deepEqual(
      resources.filter(({ options }) => options.protect),
      [],
    );
  });

  it("hands out the ARN of each secret", async () => {
    const { one } = await preview((providers) => {
      const { arns } = new Secrets("secrets", args, { providers });
      for (const [entry, arn] of Object.entries(arns)) {
        new aws.sns.Topic(entry, { displayName: arn }, { provider: providers[0] });
      }
    });

    const secretOf = (topic: string) =>
      one("aws:sns/topic:Topic", topic).propertyDependencies["displayName"];
    assert.deepEqual(secretOf("tokens"), [one(secret, "secrets-tokens").urn]);
    assert.deepEqual(secretOf("mail"), [one(secret, "secrets-mail").urn]);
  });

  describe("generated values", () => {
    it("are 32 random bytes", async () => {
      const { one } = await previewSecrets(args);

      assert.equal(one(bytes, "secrets-tokens/access").inputs["length"], 32);
    });

    it("are as many random bytes as asked for", async () => {
      const { one } = await previewSecrets(args);

      assert.equal(one(bytes, "secrets-tokens/refresh").inputs["length"], 64);
    });

    it("are passwords of 32 letters and digits, of each kind one at least", async () => {
      const { one } = await previewSecrets({ ...args, entries: { session }, supplied: {} });

      assert.deepEqual(one(password).inputs, {
        keepers: { version: "1" },
        length: 32,
        minLower: 1,
        minNumeric: 1,
        minUpper: 1,
        special: false,
      });
    });

    it("are passwords with special characters where asked for", async () => {
      const generated = { generate: "password", length: 48, specialCharacters: "!#%" } as const;
      const entries = { session: { ...session, values: { password: generated } } };
      const { one } = await previewSecrets({ ...args, entries, supplied: {} });

      assert.deepEqual(one(password).inputs, {
        keepers: { version: "1" },
        length: 48,
        minLower: 1,
        minNumeric: 1,
        minSpecial: 1,
        minUpper: 1,
        overrideSpecial: "!#%",
        special: true,
      });
    });

    for (const [generator, type] of [
      ["bytes", bytes],
      ["password", password],
    ] as const) {
      it(`are renewed by a new version: ${generator}`, async () => {
        const keepersOf = async (versioned: { version?: number }) => {
          const entry = {
            description: "A key.",
            values: { key: { generate: generator, ...versioned } },
          };
          const { one } = await previewSecrets({ ...args, entries: { entry }, supplied: {} });
          return one(type).inputs["keepers"];
        };

        assert.deepEqual(await keepersOf({}), { version: "1" });
        assert.deepEqual(await keepersOf({ version: 2 }), { version: "2" });
      });
    }
  });

  describe("documents", () => {
    it("hold every value under its key", async () => {
      const documents = await documentsOf({
        ...args,
        entries: { ...args.entries, session },
      });

      assert.deepEqual(reveal(documents), {
        "secrets-tokens": JSON.stringify({
          access: "secrets-tokens/access base64",
          refresh: "secrets-tokens/refresh hex",
        }),
        "secrets-mail": JSON.stringify({ password: "correct horse", user: "battery" }),
        "secrets-session": JSON.stringify({ password: "secrets-session/password result" }),
      });
    });

    it("are secret, even where all they hold was supplied in plain", async () => {
      const documents = await documentsOf(args);

      assert.deepEqual(
        Object.values(documents).map((document) => isSecret(document)),
        [true, true],
      );
    });

    it("are the current version of their secret", async () => {
      const { one } = await previewSecrets(args);
      const { propertyDependencies } = one(version, "secrets-tokens");

      assert.deepEqual(propertyDependencies, {
        secretId: [one(secret, "secrets-tokens").urn],
        secretString: [
          one(bytes, "secrets-tokens/access").urn,
          one(bytes, "secrets-tokens/refresh").urn,
        ],
      });
    });

    it("appear nowhere in plain", async () => {
      const previewed = await previewSecrets(args);

      assert.doesNotMatch(JSON.stringify(previewed), /correct horse|battery/);
    });
  });

  describe("replicas", () => {
    it("do not exist by default", async () => {
      const { one } = await previewSecrets(args);

      assert.deepEqual(one(secret, "secrets-tokens").inputs["replicas"], []);
    });

    it("stand in the region and under the key they are given", async () => {
      const { all } = await previewSecrets({
        ...args,
        replicaRegion: "eu-central-1",
        replicaKeyArn,
      });

      for (const { inputs } of all(secret)) {
        assert.deepEqual(inputs["replicas"], [{ region: "eu-central-1", kmsKeyId: replicaKeyArn }]);
      }
    });

    it("fails when they have a region without a key", async () => {
      await assert.rejects(previewSecrets({ ...args, replicaRegion: "eu-central-1" }), {
        message: "replicaKeyArn must be set together with replicaRegion, got undefined",
      });
    });

    it("fails when they have a key without a region", async () => {
      await assert.rejects(previewSecrets({ ...args, replicaKeyArn }), {
        message: "replicaRegion must be set together with replicaKeyArn, got undefined",
      });
    });
  });

  it("fails when values are not supplied, naming each", async () => {
    const supplied = { mail: { user: "battery" } };
    const entries = { ...args.entries, payments: { ...mail, values: { key: { supplied: true } } } };

    await assert.rejects(previewSecrets({ ...args, entries, supplied } as SecretsArgs), {
      message: [
        "supplied.mail.password must be set, got undefined",
        "supplied.payments.key must be set, got undefined",
      ].join("\n"),
    });
  });

  it("fails when nothing at all is supplied", async () => {
    const { supplied, ...nothing } = args;

    assert.deepEqual(Object.keys(supplied ?? {}), ["mail"]);
    await assert.rejects(previewSecrets(nothing), {
      message: [
        "supplied.mail.password must be set, got undefined",
        "supplied.mail.user must be set, got undefined",
      ].join("\n"),
    });
  });

  it("fails when a value is supplied that no entry declares, without printing it", async () => {
    const supplied = { mail: { password: "correct horse", user: "battery", usr: "staple" } };

    await assert.rejects(previewSecrets({ ...args, supplied }), {
      message: "supplied.mail.usr must be a value that an entry declares as supplied",
    });
  });

  describe("with a secret that takes further values", () => {
    const open = {
      description: "Keys of other services.",
      values: {},
      furtherValues: "supplied",
    } as const;
    const entries = { keys: open };

    it("keeps whatever is supplied", async () => {
      const supplied = { keys: { maps: "correct horse", mail: "battery" } };
      const { one } = await previewSecrets({ ...args, entries, supplied });

      assert.deepEqual(one(version, "secrets-keys").inputs["secretString"], { $secret: true });
    });

    it("stands ready before anything is supplied", async () => {
      const { all } = await previewSecrets({ ...args, entries, supplied: {} });

      assert.deepEqual(
        all(version).map(({ name }) => name),
        ["secrets-keys"],
      );
    });

    it("fails when what is supplied takes the place of a generated value", async () => {
      const values = { maps: { generate: "bytes" } } as const;
      const supplied = { keys: { maps: "correct horse" } };
      const given = { ...args, entries: { keys: { ...open, values } }, supplied };

      await assert.rejects(previewSecrets(given), {
        message: "supplied.keys.maps must be a value that an entry declares as supplied",
      });
    });
  });
});
