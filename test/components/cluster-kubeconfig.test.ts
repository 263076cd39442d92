import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import state = require("@pulumi/pulumi/runtime/state");
import { Cluster } from "../../components/cluster";
import type { ClusterArgs } from "../../components/cluster/args";
import { args } from "./cluster-args";

const cluster = {
  arn: "arn:aws:eks:eu-west-1:123456789012:cluster/shop-production",
  endpoint: "https://ABCDEF.gr7.eu-west-1.eks.amazonaws.com",
  certificateAuthority: { data: "Q0E=" },
  vpcConfig: { clusterSecurityGroupId: "sg-cluster" },
};

/** What the provider of a cluster that is there would be made from. */
async function providerOf(clusterArgs: ClusterArgs): Promise<Record<string, unknown>> {
  let made: Record<string, unknown> = {};
  await state.withLocalStorage(async () => {
    await pulumi.runtime.setMocks({
      call: ({ inputs }) => inputs as Record<string, unknown>,
      newResource: ({ name, type, inputs }) => {
        const given = inputs as Record<string, unknown>;
        if (type === "pulumi:providers:kubernetes") made = given;
        const outputs = type === "aws:eks/cluster:Cluster" ? cluster : {};
        return { id: name, state: { ...given, ...outputs } };
      },
    });
    new Cluster("cluster", clusterArgs);
    await pulumi.runtime.disconnect();
  });
  return made;
}

function argumentsOf({ kubeconfig }: Record<string, unknown>): unknown {
  const { users } = JSON.parse(secretOf(kubeconfig)) as {
    users: { user: { exec: { args: string[] } } }[];
  };
  return users[0]?.user.exec.args;
}

/** The value of a secret in the SDK's wire form; fails where it is none. */
function secretOf(value: unknown): string {
  const { value: hidden, ...signature } = value as { value: string };
  assert.deepEqual(signature, {
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  });
  return hidden;
}

describe("The provider of a Cluster", () => {
  it("is known by the cluster and applies on the server's side", async () => {
    const { clusterIdentifier, enableServerSideApply } = await providerOf(args);

    assert.equal(clusterIdentifier, cluster.arn);
    assert.equal(enableServerSideApply, "true");
  });

  it("has a kubeconfig that is secret and asks the AWS CLI for a token", async () => {
    const { kubeconfig } = await providerOf(args);
    const name = "shop-production";

    assert.deepEqual(JSON.parse(secretOf(kubeconfig)), {
      apiVersion: "v1",
      kind: "Config",
      clusters: [
        {
          name,
          cluster: { server: cluster.endpoint, "certificate-authority-data": "Q0E=" },
        },
      ],
      contexts: [{ name, context: { cluster: name, user: name } }],
      "current-context": name,
      users: [
        {
          name,
          user: {
            exec: {
              apiVersion: "client.authentication.k8s.io/v1beta1",
              command: "aws",
              args: [
                "--region",
                "eu-west-1",
                "eks",
                "get-token",
                "--cluster-name",
                name,
                "--output",
                "json",
              ],
              interactiveMode: "Never",
            },
          },
        },
      ],
    });
  });

  it("takes on the role that it is told", async () => {
    const role = "arn:aws:iam::123456789012:role/deployer";
    const provider = await providerOf({ ...args, kubeconfigRoleArn: role });

    assert.deepEqual((argumentsOf(provider) as string[]).slice(-4), [
      "--output",
      "json",
      "--role-arn",
      role,
    ]);
  });
});
