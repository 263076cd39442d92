import assert from "node:assert/strict";
import type { Data } from "../../../preview/engine/wire";
import { usersOf } from "../../support/reachability/buckets";
import { builtStack } from "../../support/reachability/built-stack";
import { changed, gone, withAnother } from "../../support/reachability/changed";
import type { Deployed } from "../../support/reachability/deployed";
import { deliveredTo } from "../../support/reachability/delivery";
import { Graph } from "../../support/reachability/graph";
import { workloadsOf } from "../../support/reachability/pods";
import { at, listAt, recordAt, textAt } from "../../support/reachability/read";
import { roleOfPods } from "../../support/reachability/roles";
import { fetchableIn } from "../../support/reachability/secret-stores";

const namespace = "cdf-smarthub";
const service = "user-service";

describe("rights that are not as they were declared", () => {
  let resources: readonly Deployed[];

  before(async () => {
    ({ resources } = await builtStack("production"));
  });

  const idOf = (type: string, name: string) =>
    resources.find((each) => each.type.endsWith(`:${type}`) && each.name === name);
  /** What the service is handed in its secret variables. */
  const delivered = (others: readonly Deployed[]) => {
    const graph = new Graph(others);
    const workload = workloadsOf(graph).find(({ host }) => host.name === service);
    assert.ok(workload);
    return deliveredTo(graph, workload);
  };
  const intact = {
    DB_USERNAME: "database-application.username",
    DB_PASSWORD: "database-application.password",
    REDIS_PASSWORD: "cache-auth.password",
    JWT_SECRET: "secrets-jwt-secrets.secret",
    JWT_REFRESH_SECRET: "secrets-jwt-secrets.refresh-secret",
  };
  const all = (problem: string) =>
    Object.fromEntries(Object.keys(intact).map((variable) => [variable, problem]));
  const external = ["ExternalSecret", service] as const;
  const withEntry = (secretKey: string, remoteRef: Data) => (inputs: Data) => {
    const spec = recordAt(inputs, "spec");
    const data = listAt(spec, "data").map((entry) =>
      at(entry, "secretKey") === secretKey ? { secretKey, remoteRef } : entry,
    );
    return { ...inputs, spec: { ...spec, data } };
  };
  const withPolicy = (change: (statements: readonly unknown[]) => readonly unknown[]) => {
    return (inputs: Data) => {
      const { Statement, ...rest } = JSON.parse(textAt(inputs, "policy")) as Data;
      const policy = JSON.stringify({
        ...rest,
        Statement: change(listAt({ Statement }, "Statement")),
      });
      return { ...inputs, policy };
    };
  };

  describe("to secrets are found where", () => {
    it("another secret is delivered", () => {
      const key = textAt(idOf("Secret", "cache-auth")?.outputs, "arn");
      const other = withEntry("DB_PASSWORD", { key, property: "password" });
      assert.deepEqual(delivered(changed(resources, external, other)), {
        ...intact,
        DB_PASSWORD: "cache-auth.password",
      });
    });

    it("the secret is not of the stack", () => {
      const key = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:elsewhere";
      const other = withEntry("JWT_SECRET", { key, property: "secret" });
      assert.deepEqual(delivered(changed(resources, external, other)), {
        ...intact,
        JWT_SECRET: "no secret of the stack",
      });
    });

    it("the secret has no such key", () => {
      const key = textAt(idOf("Secret", "cache-auth")?.outputs, "arn");
      const other = withEntry("REDIS_PASSWORD", { key, property: "token" });
      assert.deepEqual(delivered(changed(resources, external, other)), {
        ...intact,
        REDIS_PASSWORD: "cache-auth has no token",
      });
    });

    it("nothing delivers them", () => {
      assert.deepEqual(delivered(changed(resources, external, gone)), all("nothing delivers it"));
    });

    const store = ["SecretStore", "cluster-services-cdf-smarthub"] as const;
    const reader = "cluster-services-secrets-cdf-smarthub";
    const withRole = (name: string) => (inputs: Data) => {
      const role = textAt(idOf("Role", name)?.outputs, "arn");
      const aws = { ...recordAt(inputs, "spec", "provider", "aws"), role };
      return { ...inputs, spec: { ...recordAt(inputs, "spec"), provider: { aws } } };
    };

    it("the store is in another namespace", () => {
      const elsewhere = (inputs: Data) => ({
        ...inputs,
        metadata: { ...recordAt(inputs, "metadata"), namespace: "other" },
      });
      assert.deepEqual(
        delivered(changed(resources, store, elsewhere)),
        all(`no store serves ${namespace}`),
      );
    });

    it("the store reads by the role of another namespace", () => {
      const another = withRole("cluster-services-secrets-database-jobs");
      assert.deepEqual(
        delivered(changed(resources, store, another)),
        all("the API server refuses the store"),
      );
    });

    it("the controller may not take the role on", () => {
      const controller = ["RolePolicy", "cluster-services-external-secrets"] as const;
      assert.deepEqual(
        delivered(changed(resources, controller, gone)),
        all(`the controller may not take on the role of ${namespace}`),
      );
    });

    it("the role lets it go without the tags of its session alone", () => {
      const untagged = (inputs: Data) => ({
        ...inputs,
        assumeRolePolicy: textAt(inputs, "assumeRolePolicy").replace(',"sts:TagSession"', ""),
      });
      assert.deepEqual(
        delivered(changed(resources, ["Role", reader], untagged)),
        all(`the controller may not take on the role of ${namespace}`),
      );
    });

    it("the role was not told of one", () => {
      const arn = textAt(idOf("Secret", "cache-auth")?.outputs, "arn");
      const forget = withPolicy((statements) =>
        statements.map((statement) => ({
          ...recordAt(statement),
          Resource: listAt(statement, "Resource").filter((resource) => resource !== arn),
        })),
      );
      assert.deepEqual(delivered(changed(resources, ["RolePolicy", reader], forget)), {
        ...intact,
        REDIS_PASSWORD: `${reader} may not read cache-auth`,
      });
    });

    it("their key is not for Secrets Manager", () => {
      const keyless = withPolicy((statements) =>
        statements.filter(
          (statement) =>
            !["SecretsManager", "RdsMasterPassword"].includes(textAt(statement, "Sid")),
        ),
      );
      const found = delivered(changed(resources, ["Key", "keys-secrets"], keyless));
      assert.equal(found["DB_PASSWORD"], `${reader} may not read database-application`);
    });
  });

  describe("to the master's login are found in the services' namespace where", () => {
    const master = "database-master";
    const hasMaster = (others: readonly Deployed[]) =>
      fetchableIn(new Graph(others), namespace).includes(master);

    it("no policy refuses a store that reads by the role of another namespace", () => {
      assert.equal(hasMaster(resources), false);
      const binding = [
        "ValidatingAdmissionPolicyBinding",
        "cluster-services-secret-stores",
      ] as const;
      assert.equal(hasMaster(changed(resources, binding, gone)), true);
    });

    it("its role was told of it", () => {
      const grant = withAnother(
        resources,
        ["RolePolicy", "cluster-services-secrets-database-jobs"],
        (inputs) => ({
          ...inputs,
          role: idOf("Role", "cluster-services-secrets-cdf-smarthub")?.id,
        }),
      );
      assert.equal(hasMaster(grant), true);
    });

    it("the controller itself may read it", () => {
      const grant = withAnother(
        resources,
        ["RolePolicy", "cluster-services-secrets-database-jobs"],
        (inputs) => ({ ...inputs, role: idOf("Role", "cluster-services-external-secrets")?.id }),
      );
      assert.equal(hasMaster(grant), true);
    });
  });

  describe("of pods are found where", () => {
    const roleIn = (others: readonly Deployed[]) =>
      roleOfPods(new Graph(others), namespace, service)?.name;

    it("their role is not handed to them", () => {
      assert.equal(roleIn(resources), service);
      const association = ["PodIdentityAssociation", service] as const;
      assert.equal(roleIn(changed(resources, association, gone)), undefined);
    });

    it("the role trusts another service account", () => {
      const trusting = (inputs: Data) => ({
        ...inputs,
        assumeRolePolicy: textAt(inputs, "assumeRolePolicy").replaceAll(service, "other-service"),
      });
      assert.equal(roleIn(changed(resources, ["Role", service], trusting)), undefined);
    });
  });

  describe("to buckets are found where", () => {
    const documentsIn = (others: readonly Deployed[]) => {
      const graph = new Graph(others);
      const bucket = graph
        .ofType("aws:s3/bucket:Bucket")
        .find(({ name }) => name === "storage-documents");
      assert.ok(bucket);
      return usersOf(graph, bucket, "s3:GetObject");
    };
    const grant = (...actions: string[]) =>
      withAnother(resources, ["RolePolicy", service], (inputs) => ({
        ...inputs,
        policy: JSON.stringify({
          Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }],
        }),
      }));

    it("a role may do everything", () => {
      assert.deepEqual(documentsIn(grant("s3:*", "kms:*")), [
        "finance-service",
        "project-service",
        "user-service",
      ]);
    });

    it("a role may read the objects, but not by their key", () => {
      assert.deepEqual(documentsIn(grant("s3:*")), ["finance-service", "project-service"]);
    });

    it("the bucket refuses everyone", () => {
      const refusing = withPolicy((statements) => [
        ...statements,
        { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" },
      ]);
      const policy = ["BucketPolicy", "storage-documents"] as const;
      assert.deepEqual(documentsIn(changed(resources, policy, refusing)), []);
    });

    it("the policy of a role is one that the model does not know", () => {
      const administrator = withAnother(
        resources,
        ["RolePolicyAttachment", "cluster-vpc-cni-AmazonEKS_CNI_Policy"],
        (inputs) => ({ ...inputs, policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }),
      );
      assert.throws(() => documentsIn(administrator), {
        message:
          "the model does not know what the policy arn:aws:iam::aws:policy/AdministratorAccess allows",
      });
    });
  });
});
