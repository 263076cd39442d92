import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import { brokerScramSecretValid } from "../../../policies/rules/broker-secret";
import { judge, resource, type Resource, root, unknown } from "../kit";

const listType = "aws:msk/scramSecretAssociation:ScramSecretAssociation";
const singleType = "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation";
const secretType = "aws:secretsmanager/secret:Secret";
const versionType = "aws:secretsmanager/secretVersion:SecretVersion";
const arnOf = (name: string): string =>
  `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}-a1B2c3`;

const valid = { name: "AmazonMSK_shop", kmsKeyId: unknown };
const secretOf = (inputs: Data, more: Partial<Resource> = {}): Resource =>
  resource(secretType, inputs, { name: "shop", ...more });
const single = (secretArn: unknown, ...secretArnFrom: readonly Resource[]): Resource =>
  resource(singleType, { secretArn }, { dependencies: { secretArn: secretArnFrom } });

async function verdictsOn(...stack: readonly Resource[]): Promise<unknown> {
  const { verdicts } = await judge([brokerScramSecretValid], [root, ...stack]);
  return verdicts.map(({ verdict, message }) => [verdict, message]);
}

const pass = [["pass", undefined]];
const failures = (...lines: readonly string[]): unknown => [
  ["fail", lines.map((line) => `${secretType} "shop": ${line}`).join("\n")],
];
const undecided = (value: string): unknown => [["undecided", `not known until deployed: ${value}`]];

describe("broker-scram-secret-valid", () => {
  it("passes a secret of the stack, its ARN not known yet", async () => {
    const own = secretOf(valid);
    assert.deepEqual(await verdictsOn(own, single(unknown, own)), pass);
  });

  it("passes a secret whose name is only begun", async () => {
    const own = secretOf({ namePrefix: "AmazonMSK_", kmsKeyId: unknown });
    assert.deepEqual(await verdictsOn(own, single(unknown, own)), pass);
  });

  it("passes a secret that is named by way of its version", async () => {
    const own = secretOf(valid);
    const version = resource(
      versionType,
      { secretId: unknown },
      { dependencies: { secretId: [own] } },
    );
    assert.deepEqual(await verdictsOn(own, version, single(unknown, version)), pass);
  });

  it("passes a secret of the stack that is named by its ARN", async () => {
    const arn = arnOf("AmazonMSK_shop");
    const own = secretOf(valid, { outputs: { arn } });
    assert.deepEqual(await verdictsOn(own, single(arn)), pass);
  });

  it("passes a list of secrets", async () => {
    const own = secretOf(valid);
    const association = resource(
      listType,
      { secretArnLists: [unknown] },
      { dependencies: { secretArnLists: [own] } },
    );
    assert.deepEqual(await verdictsOn(own, association), pass);
  });

  it("fails when the name begins otherwise", async () => {
    const own = secretOf({ ...valid, name: "shop" });
    assert.deepEqual(
      await verdictsOn(own, single(unknown, own)),
      failures('name must begin with "AmazonMSK_", got "shop"'),
    );
  });

  it("fails when nothing is said of the secret", async () => {
    const own = secretOf({});
    assert.deepEqual(
      await verdictsOn(own, single(unknown, own)),
      failures("kmsKeyId must be set", 'name must begin with "AmazonMSK_", but is not set'),
    );
  });

  it("fails when the key is the one that AWS manages", async () => {
    const own = secretOf({ ...valid, kmsKeyId: "alias/aws/secretsmanager" });
    assert.deepEqual(
      await verdictsOn(own, single(unknown, own)),
      failures('kmsKeyId must be a key of your own, got "alias/aws/secretsmanager"'),
    );
  });

  it("fails when one of several is not valid", async () => {
    const own = secretOf(valid, { name: "other", urn: `${secretOf({}).urn}-other` });
    const wrong = secretOf({ ...valid, name: "shop" });
    const association = resource(
      listType,
      { secretArnLists: [unknown, unknown] },
      { dependencies: { secretArnLists: [own, wrong] } },
    );
    assert.deepEqual(
      await verdictsOn(own, wrong, association),
      failures('name must begin with "AmazonMSK_", got "shop"'),
    );
  });

  it("fails when a secret that is made elsewhere has another name", async () => {
    const association = resource(listType, {
      secretArnLists: [arnOf("AmazonMSK_shop"), arnOf("shop")],
    });
    assert.deepEqual(await verdictsOn(association), [
      [
        "fail",
        `secretArnLists[1] must name a secret whose name begins with "AmazonMSK_", got "${arnOf("shop")}"`,
      ],
    ]);
  });

  it("fails when no secret is named", async () => {
    assert.deepEqual(await verdictsOn(single(undefined)), [
      ["fail", 'secretArn must name a secret whose name begins with "AmazonMSK_", but is not set'],
    ]);
  });

  it("is undecided on the key of a secret that is made elsewhere", async () => {
    assert.deepEqual(
      await verdictsOn(single(arnOf("AmazonMSK_shop"))),
      undecided("the key of the secret that secretArn names"),
    );
  });

  it("is undecided while a secret that is made elsewhere is not known", async () => {
    assert.deepEqual(await verdictsOn(single(unknown)), undecided("secretArn"));
    const list = resource(listType, { secretArnLists: unknown });
    assert.deepEqual(await verdictsOn(list), undecided("secretArnLists"));
  });

  it("is undecided while a name is not known", async () => {
    const own = secretOf({ ...valid, name: unknown });
    assert.deepEqual(
      await verdictsOn(own, single(unknown, own)),
      undecided(`${secretType} "shop": name`),
    );
  });
});
