import assert from "node:assert/strict";
import { Broker } from "../../components/broker";
import { isSecret, reveal } from "../../preview/engine/wire";
import { namesOf, sourcesOf, waitsFor } from "../support/references";
import { storedDocuments } from "../support/stored-documents";
import { args, previewBroker, types } from "./broker-args";

const unknown = { $unknown: true };

const users = {
  ...args,
  authentication: { scram: { users: { orders: {}, "billing.eu": { passwordVersion: 2 } } } },
};

describe("Broker users", () => {
  it("have a secret each that MSK takes, on the key that it takes", async () => {
    const { inputs } = (await previewBroker(users)).one(types.secret, "broker-scram-orders");

    assert.deepEqual(inputs, {
      description: "User orders of the cluster shop-production.",
      forceOverwriteReplicaSecret: false,
      kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/secrets",
      namePrefix: "AmazonMSK_shop-production_orders-",
      recoveryWindowInDays: 30,
      region: "eu-west-1",
      tags: { Name: "AmazonMSK_shop-production_orders" },
    });
  });

  it("have secrets that can be restored for as long as it is told", async () => {
    const { all } = await previewBroker({ ...users, secretRecoveryDays: 0 });

    assert.deepEqual(
      all(types.secret).map(({ inputs }) => inputs["recoveryWindowInDays"]),
      [0, 0],
    );
  });

  it("have a login as MSK reads it, with a password of their own", async () => {
    const documents = await storedDocuments(() => new Broker("broker", users));

    assert.deepEqual(reveal(documents), {
      "broker-scram-orders": JSON.stringify({
        username: "orders",
        password: "broker-scram-orders result",
      }),
      "broker-scram-billing.eu": JSON.stringify({
        username: "billing.eu",
        password: "broker-scram-billing.eu result",
      }),
    });
    assert.deepEqual(Object.values(documents).map(isSecret), [true, true]);
  });

  it("have passwords that a raised version makes anew, of letters and digits", async () => {
    const { one } = await previewBroker(users);

    const password = one(types.password, "broker-scram-orders");
    assert.deepEqual(password.inputs, {
      keepers: { version: "1" },
      length: 32,
      minLower: 1,
      minNumeric: 1,
      minUpper: 1,
      special: false,
    });
    const raised = one(types.password, "broker-scram-billing.eu");
    assert.deepEqual(raised.inputs["keepers"], { version: "2" });
  });

  it("have passwords that are nowhere but in their secret, and secret in the state", async () => {
    const { one, resources } = await previewBroker(users);

    const password = one(types.password, "broker-scram-orders");
    assert.ok(password.options.additionalSecretOutputs.includes("result"));
    const version = one(types.version, "broker-scram-orders");
    assert.ok(version.options.additionalSecretOutputs.includes("secretString"));
    assert.deepEqual(sourcesOf(version, "secretString"), [
      `${types.password}::broker-scram-orders`,
    ]);
    assert.deepEqual(sourcesOf(version, "secretId"), [`${types.secret}::broker-scram-orders`]);
    const readers = resources.filter(({ propertyDependencies }) =>
      Object.values(propertyDependencies).flat().includes(password.urn),
    );
    assert.deepEqual(namesOf(readers), [`${types.version} broker-scram-orders`]);
  });

  it("are made known to the cluster one by one, once there is a password", async () => {
    const { one } = await previewBroker(users);

    const association = one(types.association, "broker-scram-orders");
    assert.deepEqual(association.inputs, {
      clusterArn: unknown,
      region: "eu-west-1",
      secretArn: unknown,
    });
    assert.deepEqual(sourcesOf(association, "clusterArn"), [`${types.cluster}::broker`]);
    assert.deepEqual(sourcesOf(association, "secretArn"), [`${types.secret}::broker-scram-orders`]);
    assert.deepEqual(waitsFor(association), [`${types.version}::broker-scram-orders`]);
  });

  it("may come later than the cluster that lets them in", async () => {
    const authentication = { scram: { users: {} } };
    const { one, all } = await previewBroker({ ...args, authentication });

    const { inputs } = one(types.cluster);
    assert.deepEqual(inputs["clientAuthentication"], {
      sasl: { iam: true, scram: true },
      unauthenticated: false,
    });
    const made = [types.password, types.secret, types.version, types.association].flatMap(all);
    assert.deepEqual(namesOf(made), []);
  });
});
