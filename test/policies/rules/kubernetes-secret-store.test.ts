import { kubernetesSecretStoreLimited } from "../../../policies/rules/kubernetes-secret-store";
import { unknown } from "../kit";
import { suite } from "../suite";

const role = "arn:aws:iam::123456789012:role/shop-secrets";
const aws = { service: "SecretsManager", region: "eu-west-1" };
const conditions = [{ namespaces: ["shop"] }];

/** The change to a store whose provider is AWS. */
const reading = (by: object, further: object = {}) => ({
  spec: { provider: { aws: { ...aws, ...by } }, ...further },
});

for (const version of ["v1", "v1beta1"]) {
  describe(`kubernetes-secret-store-limited, on the store of a namespace of ${version}`, () => {
    const rule = suite(
      kubernetesSecretStoreLimited,
      `kubernetes:external-secrets.io/${version}:SecretStore`,
      reading({ role }),
    );
    const nobody = "spec.provider.aws must have a role, or an identity in auth";
    rule.passes("passes a role", {});
    rule.passes("passes a role that is not known yet", reading({ role: unknown }));
    rule.passes(
      "passes a service account",
      reading({ auth: { jwt: { serviceAccountRef: { name: "shop" } } } }),
    );
    rule.passes("passes keys", reading({ auth: { secretRef: { accessKeyIDSecretRef: {} } } }));
    rule.fails("fails by the controller's identity", reading({}), nobody);
    rule.fails(
      "fails with an empty role and nothing in auth",
      reading({ role: "", auth: {} }),
      nobody,
    );
    rule.isUndecided(
      "is undecided while the provider is not known",
      { spec: { provider: unknown } },
      "spec.provider.aws",
    );
    rule.doesNotApply(
      "does not apply to another provider",
      { spec: { provider: { vault: { server: "https://vault.example.com" } } } },
      "it serves one namespace, and reads from elsewhere than AWS",
    );
  });

  describe(`kubernetes-secret-store-limited, on a store of the cluster of ${version}`, () => {
    const rule = suite(
      kubernetesSecretStoreLimited,
      `kubernetes:external-secrets.io/${version}:ClusterSecretStore`,
      reading({ role }, { conditions }),
    );
    const selecting = (namespaceSelector: unknown) =>
      reading({ role }, { conditions: [...conditions, { namespaceSelector }] });
    rule.passes("passes one that names its namespaces", {});
    rule.passes(
      "passes one that names them by a label",
      selecting({ matchLabels: { "kubernetes.io/metadata.name": "shop" } }),
    );
    rule.fails(
      "fails when it serves all",
      reading({ role }),
      "spec.conditions must name namespaces",
    );
    rule.fails(
      "fails when one condition selects all",
      selecting({}),
      "spec.conditions[1].namespaceSelector must not select every namespace",
    );
    rule.fails(
      "fails by the controller's identity for all",
      reading({}, { conditions: [] }),
      "spec.conditions must name namespaces",
      "spec.provider.aws must have a role, or an identity in auth",
    );
    rule.isUndecided(
      "is undecided while its conditions are not known",
      reading({ role }, { conditions: unknown }),
      "spec.conditions",
    );
    rule.isUndecided(
      "is undecided while a condition is not known",
      selecting(unknown),
      "spec.conditions[1].namespaceSelector",
    );
  });
}
