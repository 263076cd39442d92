import assert from "node:assert/strict";
import type { Spec } from "../../../spec/spec";
import { guestsOf, usersOf } from "../../support/reachability/buckets";
import { builtStack } from "../../support/reachability/built-stack";
import type { Deployed } from "../../support/reachability/deployed";
import { deliveredTo } from "../../support/reachability/delivery";
import { doorsOf } from "../../support/reachability/doors";
import { Graph } from "../../support/reachability/graph";
import { namespacesOf, workloadsOf } from "../../support/reachability/pods";
import { at, textAt } from "../../support/reachability/read";
import { mayRole, roleOfPods, rolesThatMay } from "../../support/reachability/roles";
import { fetchableIn } from "../../support/reachability/secret-stores";
import { readersOf, secretsOf } from "../../support/reachability/secrets";

const consumers = ["finance-service", "project-service", "user-service"];

for (const name of ["production", "staging"]) {
  describe(`the rights in ${name}`, () => {
    let spec: Spec;
    let graph: Graph;

    before(async () => {
      const stack = await builtStack(name);
      spec = stack.spec;
      graph = new Graph(stack.resources);
    });

    const roleOf = (service: string): Deployed | undefined => {
      const workload = workloadsOf(graph).find(({ host }) => host.name === service);
      assert.ok(workload, service);
      return roleOfPods(graph, workload.host.pod.namespace, workload.serviceAccount);
    };

    it("give a role to the pods of each workload that does something in AWS, and of no other", () => {
      const roles = Object.keys(spec.services).map((service) => [service, roleOf(service)?.name]);
      assert.deepEqual(Object.fromEntries(roles), {
        "api-gateway": undefined,
        "finance-service": "finance-service",
        "project-service": "project-service",
        "user-service": "user-service",
      });
    });

    it("hand each role to one service account", () => {
      const associations = graph.ofType("aws:eks/podIdentityAssociation:PodIdentityAssociation");
      const handed = associations.map(({ inputs }) => {
        const [namespace, account] = [
          textAt(inputs, "namespace"),
          textAt(inputs, "serviceAccount"),
        ];
        return [`${namespace}/${account}`, roleOfPods(graph, namespace, account)?.name];
      });
      assert.deepEqual(Object.fromEntries(handed), {
        "cdf-smarthub/finance-service": "finance-service",
        "cdf-smarthub/project-service": "project-service",
        "cdf-smarthub/user-service": "user-service",
        "external-secrets/external-secrets": "cluster-services-external-secrets",
        "kube-system/aws-load-balancer-controller": "cluster-services-aws-load-balancer-controller",
        "kube-system/cluster-autoscaler": "cluster-services-cluster-autoscaler",
      });
    });

    describe("at the brokers", () => {
      const cluster = () => textAt(graph.ofType("aws:msk/cluster:Cluster")[0]?.outputs, "arn");
      const part = (kind: string, wanted: string) =>
        `${cluster().replace(":cluster/", `:${kind}/`)}/${wanted}`;
      const rolesAt = (action: string, resource: string) =>
        rolesThatMay(graph, () => [{ action: `kafka-cluster:${action}`, resource }]);

      it("let the services connect that declare it", () => {
        const declared = Object.entries(spec.services).filter(([, each]) => each.connectsTo.broker);
        assert.deepEqual(declared.map(([service]) => service).sort(), consumers);
        assert.deepEqual(rolesAt("Connect", cluster()), consumers);
      });

      it("let them read and write the topics of the system, and no others", () => {
        for (const action of ["DescribeTopic", "ReadData", "WriteData"]) {
          assert.deepEqual(rolesAt(action, part("topic", "cdf-smarthub.projects")), consumers);
          assert.deepEqual(rolesAt(action, part("topic", "payments")), []);
        }
        assert.deepEqual(rolesAt("WriteDataIdempotently", cluster()), consumers);
        for (const action of ["CreateTopic", "DeleteTopic", "AlterTopic"]) {
          assert.deepEqual(rolesAt(action, part("topic", "cdf-smarthub.projects")), []);
        }
      });

      it("let each join the groups of its own name", () => {
        for (const service of consumers) {
          const group = part("group", `${service}-events`);
          assert.deepEqual(rolesAt("AlterGroup", group), [service]);
          assert.deepEqual(rolesAt("DescribeGroup", group), [service]);
        }
      });

      it("let nobody change the cluster", () => {
        assert.deepEqual(rolesAt("AlterCluster", cluster()), []);
      });
    });

    describe("to buckets", () => {
      /** Who does something with the objects of buckets; buckets are left out whose objects nobody does it with. */
      const usersBy = (action: Parameters<typeof usersOf>[2]) => {
        const buckets = graph.ofType("aws:s3/bucket:Bucket");
        const users = buckets.map((bucket): [string, readonly string[]] => [
          bucket.name,
          usersOf(graph, bucket, action),
        ]);
        return Object.fromEntries(users.filter(([, roles]) => roles.length > 0));
      };
      const replicated = name === "production" ? ["backups", "documents"] : [];
      const replicating = (bucket: (label: string) => string) =>
        Object.fromEntries(
          replicated.map((label) => [bucket(label), [`storage-${label}-replication`]]),
        );

      it("let the services read and write what they declare, with the key of it", () => {
        const users = { "storage-documents": ["finance-service", "project-service"] };
        assert.deepEqual(usersBy("s3:GetObject"), users);
        assert.deepEqual(usersBy("s3:PutObject"), users);
      });

      it("let S3 copy them where they are replicated", () => {
        assert.deepEqual(
          usersBy("s3:GetObjectVersionForReplication"),
          replicating((label) => `storage-${label}`),
        );
        assert.deepEqual(
          usersBy("s3:ReplicateObject"),
          replicating((label) => `storage-${label}-replica`),
        );
      });

      it("let in no other account, and those services of AWS that fill and show them", () => {
        const guests = graph
          .ofType("aws:s3/bucket:Bucket")
          .filter(({ name: bucket }) => !bucket.endsWith("-replica"))
          .map((bucket) => [bucket.name, guestsOf(graph, bucket)]);
        assert.deepEqual(Object.fromEntries(guests), {
          "storage-access-logs": ["Service logging.s3.amazonaws.com"],
          "storage-backups": [],
          "storage-documents": [],
          "storage-load-balancer-logs": ["Service logdelivery.elasticloadbalancing.amazonaws.com"],
          "storage-monitoring": [],
          "storage-static": ["Service cloudfront.amazonaws.com"],
        });
      });
    });

    describe("to secrets", () => {
      const delivered = {
        DB_USERNAME: "database-application.username",
        DB_PASSWORD: "database-application.password",
        REDIS_PASSWORD: "cache-auth.password",
        JWT_SECRET: "secrets-jwt-secrets.secret",
        JWT_REFRESH_SECRET: "secrets-jwt-secrets.refresh-secret",
      };

      const master = "database-master";
      const application = "database-application";
      /** What the jobs are handed that look after the database. */
      const toJobs = {
        bootstrap: {
          PGUSER: `${master}.username`,
          PGPASSWORD: `${master}.password`,
          APPLICATION_USERNAME: `${application}.username`,
          APPLICATION_PASSWORD: `${application}.password`,
        },
        verification: {
          PGUSER: `${application}.username`,
          PGPASSWORD: `${application}.password`,
        },
      };
      const jobs = () => Object.entries(toJobs).filter(([job]) => at(spec, "database", job));

      it("bring every workload what it declares, key by key", () => {
        const actual = workloadsOf(graph).map((each) => [each.host.name, deliveredTo(graph, each)]);
        const expected = Object.keys(spec.services).map((service) => [service, delivered]);
        const expectedOfJobs = jobs().map(([job, secrets]) => [`database-${job}`, secrets]);
        assert.deepEqual(
          Object.fromEntries(actual),
          Object.fromEntries([...expected, ...expectedOfJobs]),
        );
      });

      const roleFor = (namespace: string) => `cluster-services-secrets-${namespace}`;

      it("let those be read by a role of each namespace that it declares, and by no other", () => {
        const readers = secretsOf(graph).map((secret) => [secret.name, readersOf(graph, secret)]);
        const services = roleFor("cdf-smarthub");
        const ofJobs = jobs().length > 0 ? [roleFor("database-jobs")] : [];
        assert.deepEqual(Object.fromEntries(readers), {
          "cache-auth": [services],
          "database-application": [services, ...ofJobs],
          "secrets-external-services": [],
          "secrets-jwt-secrets": [services],
          "database-master": at(spec, "database", "bootstrap") === undefined ? [] : ofJobs,
        });
      });

      it("can be had in no namespace but that of the workloads that declare them, by no object", () => {
        const fetchable = namespacesOf(graph).map((each) => [each, fetchableIn(graph, each)]);
        const ofJobs = ["database-application", master];
        assert.deepEqual(Object.fromEntries(fetchable), {
          "cdf-smarthub": ["cache-auth", "database-application", "secrets-jwt-secrets"],
          ...(jobs().length > 0 ? { "database-jobs": ofJobs } : {}),
          "external-secrets": [],
          "kube-system": [],
        });
      });

      it("leave their values nowhere but in Secrets Manager and the cache that checks one", () => {
        const made = graph.resources
          .filter(({ type }) => type.startsWith("random:"))
          .flatMap(({ outputs }) =>
            ["result", "base64", "hex"].map((each) => textAt(outputs, each)),
          )
          .filter((value) => value !== "");
        assert.ok(made.length > 0);
        const holding = graph.resources.filter(({ type, inputs }) => {
          const text = JSON.stringify(inputs);
          return !type.startsWith("random:") && made.some((value) => text.includes(value));
        });
        assert.deepEqual(
          holding.map((each) => `${each.type} ${each.name}`),
          [
            "aws:elasticache/replicationGroup:ReplicationGroup cache",
            "aws:secretsmanager/secretVersion:SecretVersion cache-auth",
            "aws:secretsmanager/secretVersion:SecretVersion database-application",
            "aws:secretsmanager/secretVersion:SecretVersion secrets-jwt-secrets",
          ],
        );
      });
    });

    it("let no role of the cluster act as another, but what delivers secrets as those that read them", () => {
      const roles = graph.ofType("aws:iam/role:Role");
      assert.ok(roles.length > 10);
      const acting = roles.flatMap((role) =>
        roles
          .filter((other) =>
            ["sts:AssumeRole", "iam:PassRole"].some((action) =>
              mayRole(graph, role, { action, resource: textAt(other.outputs, "arn") }),
            ),
          )
          .map((other) => [role.name, other.name]),
      );
      const readers = [
        "cdf-smarthub",
        ...(at(spec, "database", "bootstrap") ? ["database-jobs"] : []),
      ];
      assert.deepEqual(
        acting,
        readers.map((each) => [
          "cluster-services-external-secrets",
          `cluster-services-secrets-${each}`,
        ]),
      );
    });

    it("lead from the internet to the pods of the gateway through one door", () => {
      const host = name === "production" ? "api.cdfsmarthub.zm" : "api.staging.cdfsmarthub.zm";
      assert.deepEqual(doorsOf(graph), [
        { hostnames: [host], pods: ["api-gateway:3000"], barriers: [] },
      ]);
    });
  });
}
