import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as k8s from "@pulumi/kubernetes";
import { secret, unknown, type Data } from "../../../preview/engine/wire";
import { kubernetes } from "../../../preview/providers/kubernetes";
import type { ProviderRequest } from "../../../preview/providers/stand-in";
import { preview, type Previewed } from "../../support/preview";

const configMap = "kubernetes:core/v1:ConfigMap";
const release = "kubernetes:helm.sh/v3:Release";
const kubeconfig = '{"clusters":[],"kind":"Config"}';

/** What a program makes in a cluster that is known, and in one that is not there yet. */
function previewIn(
  cluster: "absent" | "known",
  program: (opts: { provider: k8s.Provider }) => unknown,
): Promise<Previewed> {
  return preview(([provider]) => {
    const absent = new aws.ec2.Vpc("v", {}, { provider }).arn;
    const config = cluster === "known" ? kubeconfig : absent;
    program({ provider: new k8s.Provider("k8s", { kubeconfig: config }) });
  });
}

function asked(inputs: Data, more: Partial<ProviderRequest> = {}): ProviderRequest {
  return { urn: "urn:x", type: configMap, name: "settings", provider: {}, inputs, ...more };
}

function checked(inputs: Data, more: Partial<ProviderRequest> = {}): Data {
  return kubernetes.check(asked(inputs, more));
}

describe("the Kubernetes provider's check", () => {
  it("names what the program does not name and says so", () => {
    assert.deepEqual(checked({ kind: "ConfigMap" }), {
      kind: "ConfigMap",
      metadata: {
        annotations: { "pulumi.com/autonamed": "true" },
        name: "settings-1ff30242",
        namespace: "default",
      },
    });
  });

  it("keeps a name that it made up", () => {
    const olds = checked({ kind: "ConfigMap" });

    assert.deepEqual(checked({ kind: "ConfigMap" }, { name: "renamed", urn: "urn:y", olds }), olds);
  });

  it("keeps the program's annotations beside its own", () => {
    const { metadata } = checked({ metadata: { annotations: { note: "x" } } });

    assert.deepEqual((metadata as Data)["annotations"], {
      note: "x",
      "pulumi.com/autonamed": "true",
    });
  });

  it("keeps the program's name and namespace", () => {
    const metadata = { name: "settings", namespace: "shop" };

    assert.deepEqual(checked({ kind: "ConfigMap", metadata })["metadata"], metadata);
  });

  it("makes up no name where the API server will", () => {
    const metadata = { generateName: "settings-", namespace: "shop" };

    assert.deepEqual(checked({ kind: "ConfigMap", metadata })["metadata"], metadata);
  });

  it("takes the provider's namespace before the default one", () => {
    const { metadata } = checked(
      { kind: "ConfigMap", metadata: { name: "a" } },
      { provider: { namespace: "shop" } },
    );

    assert.deepEqual(metadata, { name: "a", namespace: "shop" });
  });

  for (const kind of ["Namespace", "StorageClass", "ClusterRole", "ClusterSecretStore"]) {
    it(`puts no ${kind} into a namespace`, () => {
      assert.deepEqual(checked({ kind, metadata: { name: "a" } })["metadata"], { name: "a" });
    });
  }

  it("leaves metadata that is not known yet", () => {
    assert.deepEqual(checked({ kind: "ConfigMap", metadata: unknown }), {
      kind: "ConfigMap",
      metadata: unknown,
    });
  });

  it("encodes the texts of a Secret over its data, and keeps them secret", () => {
    const { data, stringData } = checked({
      kind: "Secret",
      data: secret({ user: "b2xk", port: "NTQzMg==" }),
      stringData: secret({ user: "shop" }),
    });

    assert.deepEqual(data, secret({ user: "c2hvcA==", port: "NTQzMg==" }));
    assert.equal(stringData, undefined);
  });

  it("encodes the texts of a Secret that nobody said were secret", () => {
    const { data } = checked({ kind: "Secret", stringData: { user: "shop" } });

    assert.deepEqual(data, secret({ user: "c2hvcA==" }));
  });

  it("leaves the texts of a Secret alone while one is not known, and keeps them secret", () => {
    for (const stringData of [unknown, { user: "shop", password: unknown }]) {
      const inputs = checked({ kind: "Secret", stringData });

      assert.deepEqual(inputs["stringData"], secret(stringData));
      assert.equal("data" in inputs, false);
    }
  });

  it("keeps the data of a Secret secret", () => {
    const inputs = checked({ kind: "Secret", data: { user: "c2hvcA==" } });

    assert.deepEqual(inputs["data"], secret({ user: "c2hvcA==" }));
    assert.equal("stringData" in inputs, false);
  });

  it("completes a release by what is off, a name, a namespace and how long it waits", () => {
    const inputs = checked(
      { chart: "metrics", compat: "true", skipCrds: true },
      { type: release, name: "metrics" },
    );

    assert.deepEqual(inputs, {
      allowNullValues: false,
      atomic: false,
      chart: "metrics",
      cleanupOnFail: false,
      createNamespace: false,
      dependencyUpdate: false,
      devel: false,
      disableCRDHooks: false,
      disableOpenapiValidation: false,
      disableWebhooks: false,
      forceUpdate: false,
      lint: false,
      name: "metrics-1ff30242",
      namespace: "default",
      recreatePods: false,
      renderSubchartNotes: false,
      replace: false,
      resetValues: false,
      reuseValues: false,
      skipAwait: false,
      skipCrds: true,
      timeout: 300,
      verify: false,
      waitForJobs: false,
    });
  });

  it("keeps the made-up name of a release", () => {
    const olds = { name: "metrics-00000000" };

    assert.equal(checked({}, { type: release, olds })["name"], "metrics-00000000");
  });

  it("keeps a release's own name, namespace and time", () => {
    const own = { name: "metrics", namespace: "kube-system", timeout: 900 };
    const { name, namespace, timeout } = checked(own, { type: release });

    assert.deepEqual({ name, namespace, timeout }, own);
  });

  it("gives a release that is not waited for no time", () => {
    assert.equal("timeout" in checked({ skipAwait: true }, { type: release }), false);
  });

  it("completes less of a release whose values are not known yet", () => {
    const values = { vpcId: unknown };
    const inputs = checked(
      { chart: "lbc", compat: "true", name: "lbc", values },
      { type: release, provider: { namespace: "kube-system" } },
    );

    assert.deepEqual(inputs, {
      chart: "lbc",
      compat: "true",
      name: "lbc",
      namespace: "kube-system",
      timeout: 300,
      values,
    });
  });
});

describe("the Kubernetes provider's create", () => {
  it("identifies an object by namespace and name", () => {
    const metadata = { name: "settings", namespace: "shop" };
    const { id, outputs } = kubernetes.create(asked({ kind: "ConfigMap", metadata }));

    assert.equal(id, "shop/settings");
    assert.deepEqual(outputs, {
      kind: "ConfigMap",
      metadata: { ...metadata, resourceVersion: "1", uid: "1ff30242f9f3364b74666328c5a75a04" },
    });
  });

  it("identifies an object outside of any namespace by its name, and says how it is", () => {
    const { id, outputs } = kubernetes.create(
      asked({ kind: "Namespace", metadata: { name: "shop" } }),
    );

    assert.equal(id, "shop");
    assert.deepEqual(outputs["status"], { phase: "Active" });
  });

  it("deploys a release", () => {
    const inputs = { chart: "metrics", name: "m", namespace: "kube-system", version: "1.2.3" };
    const { id, outputs } = kubernetes.create(asked(inputs, { type: release }));

    assert.equal(id, "kube-system/m");
    assert.deepEqual(outputs, {
      ...inputs,
      status: { ...inputs, revision: 1, status: "deployed" },
    });
  });
});

describe("an object in a cluster", () => {
  it("is checked where the cluster is known", async () => {
    const { one } = await previewIn("known", (opts) => new k8s.core.v1.ConfigMap("c", {}, opts));
    const { inputs, outputs } = one(configMap);

    assert.match(String((inputs["metadata"] as Data)["name"]), /^c-[0-9a-f]{8}$/);
    assert.deepEqual(outputs, inputs);
  });

  it("is left as the program gives it where the cluster is not there yet", async () => {
    const { one } = await previewIn("absent", (opts) => new k8s.core.v1.ConfigMap("c", {}, opts));
    const { inputs, outputs } = one(configMap);

    assert.deepEqual(inputs, { apiVersion: "v1", kind: "ConfigMap" });
    assert.deepEqual(outputs, {});
  });
});

describe("the Kubernetes provider's functions", () => {
  it("fail with their names", () => {
    assert.throws(() => kubernetes.invoke("kubernetes:helm:template", {}), {
      message:
        "the function kubernetes:helm:template asks a cluster or a chart repository, which the offline preview does not have",
    });
  });
});
