import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as k8s from "@pulumi/kubernetes";
import { ClusterServices } from "../../components/cluster-services";
import type { ClusterServicesArgs } from "../../components/cluster-services/args";
import type { Data } from "../../preview/engine/wire";
import { preview, type Previewed, type PreviewedResource } from "../support/preview";
import { namesOf } from "../support/references";

const key = "arn:aws:kms:eu-west-1:123456789012:key";
const vpc = "aws:ec2/vpc:Vpc";
const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-1a2b3c";

const args: Omit<ClusterServicesArgs, "ready"> = {
  clusterName: "shop-production",
  region: "eu-west-1",
  accountId: "123456789012",
  kubernetesVersion: "1.36",
  vpcId: "vpc-1",
  dataKeyArn: `${key}/data`,
  secretsKeyArn: `${key}/secrets`,
  namespaces: {
    shop: { quota: { "requests.cpu": "8", pods: "50" }, secretArns: [secretArn] },
  },
};

const types = {
  admission: "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy",
  association: "aws:eks/podIdentityAssociation:PodIdentityAssociation",
  binding: "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding",
  limits: "kubernetes:core/v1:LimitRange",
  namespace: "kubernetes:core/v1:Namespace",
  policy: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
  quota: "kubernetes:core/v1:ResourceQuota",
  release: "kubernetes:helm.sh/v3:Release",
  role: "aws:iam/role:Role",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
  storageClass: "kubernetes:storage.k8s.io/v1:StorageClass",
  store: "kubernetes:external-secrets.io/v1:SecretStore",
} as const;

/** What the services of a cluster that is not there yet would be made of, after a VPC that stands for its nodes. */
function previewServices(
  change: Partial<ClusterServicesArgs> = {},
  look: (services: ClusterServices, provider: aws.Provider) => void = () => undefined,
  deployed = false,
): Promise<Previewed> {
  return preview(([provider]) => {
    const nodes = new aws.ec2.Vpc("nodes", {}, { provider });
    const providers = [provider, new k8s.Provider("cluster", { kubeconfig: nodes.arn })];
    const servicesArgs = { ...args, ready: [nodes], ...change };
    look(new ClusterServices("services", servicesArgs, { providers }), provider);
  }, deployed);
}

/** Another namespace beside that of the least arguments, with another secret. */
const two = { ...args.namespaces, jobs: { secretArns: [`${secretArn}-jobs`] } };

let withDefaults: Promise<Previewed> | undefined;
const services = () => (withDefaults ??= previewServices());

/** `type::name` of all that a resource waits for. */
function after({ options }: PreviewedResource): string[] {
  return options.dependsOn.map((urn) => urn.split(/\$|::test::/).at(-1) ?? "");
}

function metadataOf({ inputs }: PreviewedResource): Data {
  return inputs["metadata"] as Data;
}

function statementsOf({ one }: Previewed, name: string): unknown {
  const { policy } = one(types.rolePolicy, name).inputs;
  return (JSON.parse(String(policy)) as { Statement: unknown }).Statement;
}

function arnOf({ outputs }: PreviewedResource): unknown {
  return outputs["arn"];
}

describe("ClusterServices", () => {
  it("makes controllers, a storage class, and namespaces with a store of secrets each, and nothing else", async () => {
    const { resources } = await services();

    assert.deepEqual(namesOf(resources), [
      `${vpc} nodes`,
      `${types.association} services-aws-load-balancer-controller`,
      `${types.association} services-cluster-autoscaler`,
      `${types.association} services-external-secrets`,
      `${types.role} services-aws-load-balancer-controller`,
      `${types.role} services-cluster-autoscaler`,
      `${types.role} services-external-secrets`,
      `${types.role} services-secrets-shop`,
      `${types.rolePolicy} services-aws-load-balancer-controller`,
      `${types.rolePolicy} services-cluster-autoscaler`,
      `${types.rolePolicy} services-external-secrets`,
      `${types.rolePolicy} services-secrets-shop`,
      `${types.admission} services-pod-roles`,
      `${types.admission} services-secret-stores`,
      `${types.binding} services-pod-roles`,
      `${types.binding} services-secret-stores`,
      `${types.limits} services-shop`,
      `${types.namespace} services-external-secrets`,
      `${types.namespace} services-shop`,
      `${types.quota} services-shop`,
      `${types.store} services-shop`,
      `${types.release} services-aws-load-balancer-controller`,
      `${types.release} services-cluster-autoscaler`,
      `${types.release} services-external-secrets`,
      `${types.release} services-vertical-pod-autoscaler`,
      `${types.policy} services-shop-allow-dns`,
      `${types.policy} services-shop-allow-pod-identity`,
      `${types.policy} services-shop-default-deny`,
      `${types.storageClass} services-gp3`,
      "groundwork:platform:ClusterServices services",
    ]);
  });

  it("gives every child to the component, on the provider of its kind", async () => {
    const { resources, one } = await services();

    const component = one("groundwork:platform:ClusterServices").urn;
    for (const { custom, type, name, parent, provider } of resources) {
      if (!custom || type === vpc) continue;
      assert.equal(parent, component, name);
      const pkg = type.split(":")[0] ?? "";
      assert.ok(provider.includes(`pulumi:providers:${pkg}::`), name);
    }
  });

  it("hands out what workloads build on", async () => {
    const { one } = await previewServices({}, (made, provider) => {
      assert.equal(made.storageClassName, "gp3");
      assert.deepEqual(made.secretStore, { kind: "SecretStore", name: "secrets-manager" });
      assert.deepEqual(made.targetGroupTags, { "elbv2.k8s.aws/cluster": "shop-production" });
      assert.deepEqual(made.namespaces, ["shop"]);
      new aws.sns.Topic("ready", {}, { provider, dependsOn: [...made.ready] });
    });

    assert.deepEqual(after(one("aws:sns/topic:Topic")), [
      `${types.admission}::services-pod-roles`,
      `${types.binding}::services-pod-roles`,
      `${types.limits}::services-shop`,
      `${types.namespace}::services-shop`,
      `${types.quota}::services-shop`,
      `${types.store}::services-shop`,
      `${types.release}::services-aws-load-balancer-controller`,
      `${types.release}::services-external-secrets`,
      `${types.release}::services-vertical-pod-autoscaler`,
      `${types.policy}::services-shop-allow-dns`,
      `${types.policy}::services-shop-allow-pod-identity`,
      `${types.policy}::services-shop-default-deny`,
      `${types.storageClass}::services-gp3`,
    ]);
  });

  describe("network of what serves the cluster", () => {
    const storeCidrBlocks = ["10.0.21.0/24", "10.0.22.0/24"];

    it("leads everywhere but to the data stores", async () => {
      const { all } = await previewServices({ storeCidrBlocks });

      const kept = all(types.policy).filter(({ name }) => name.endsWith("-keep-from-stores"));
      const spec = {
        podSelector: {},
        policyTypes: ["Egress"],
        egress: [{ to: [{ ipBlock: { cidr: "0.0.0.0/0", except: storeCidrBlocks } }] }],
      };
      assert.deepEqual(
        kept.map((policy) => [metadataOf(policy), policy.inputs["spec"], after(policy)]),
        [
          [
            { name: "keep-from-stores", namespace: "external-secrets" },
            spec,
            [`${types.namespace}::services-external-secrets`],
          ],
          [{ name: "keep-from-stores", namespace: "kube-system" }, spec, [`${vpc}::nodes`]],
        ],
      );
    });
  });

  describe("releases", () => {
    it("are pinned charts under their own names, undone where their pods do not start", async () => {
      const { all } = await services();

      const releases = all(types.release).map(({ inputs: { values, ...inputs } }) => {
        assert.equal(typeof values, "object");
        return inputs;
      });
      const common = { atomic: true, compat: "true", maxHistory: 5, timeout: 600 };
      const autoscaling = { repo: "https://kubernetes.github.io/autoscaler" };
      assert.deepEqual(releases, [
        {
          ...common,
          chart: "aws-load-balancer-controller",
          name: "aws-load-balancer-controller",
          namespace: "kube-system",
          repositoryOpts: { repo: "https://aws.github.io/eks-charts" },
          version: "3.5.0",
        },
        {
          ...common,
          chart: "cluster-autoscaler",
          name: "cluster-autoscaler",
          namespace: "kube-system",
          repositoryOpts: autoscaling,
          version: "9.59.0",
        },
        {
          ...common,
          chart: "external-secrets",
          name: "external-secrets",
          namespace: "external-secrets",
          repositoryOpts: { repo: "https://charts.external-secrets.io" },
          version: "2.10.0",
        },
        {
          ...common,
          chart: "vertical-pod-autoscaler",
          name: "vertical-pod-autoscaler",
          namespace: "kube-system",
          repositoryOpts: autoscaling,
          version: "0.8.1",
        },
      ]);
    });

    it("are other versions where they are told so", async () => {
      const { one } = await previewServices({ chartVersions: { "external-secrets": "2.13.0" } });
      const versionOf = (chart: string) =>
        one(types.release, `services-${chart}`).inputs["version"];

      assert.equal(versionOf("external-secrets"), "2.13.0");
      assert.equal(versionOf("cluster-autoscaler"), "9.59.0");
    });

    it("come after the nodes, the roles of their pods and what holds them back without", async () => {
      const { one } = await services();
      const holding = [
        `${types.admission}::services-pod-roles`,
        `${types.binding}::services-pod-roles`,
      ];

      for (const chart of ["aws-load-balancer-controller", "cluster-autoscaler"]) {
        const name = `services-${chart}`;
        assert.deepEqual(after(one(types.release, name)), [
          `${vpc}::nodes`,
          `${types.association}::${name}`,
          `${types.rolePolicy}::${name}`,
          ...holding,
        ]);
      }
      assert.deepEqual(after(one(types.release, "services-external-secrets")), [
        `${vpc}::nodes`,
        `${types.association}::services-external-secrets`,
        ...holding,
        `${types.namespace}::services-external-secrets`,
      ]);
      assert.deepEqual(after(one(types.release, "services-vertical-pod-autoscaler")), [
        `${vpc}::nodes`,
      ]);
    });
  });

  describe("load balancer controller", () => {
    it("keeps targets and does nothing else", async () => {
      const { inputs } = (await services()).one(
        types.release,
        "services-aws-load-balancer-controller",
      );

      assert.deepEqual(inputs["values"], {
        clusterName: "shop-production",
        controllerConfig: { featureGates: { EnableServiceController: false } },
        createIngressClassResource: false,
        defaultTargetType: "ip",
        enableServiceMutatorWebhook: false,
        enableShield: false,
        enableWaf: false,
        enableWafv2: false,
        ingressClassParams: { create: false },
        podDisruptionBudget: { maxUnavailable: 1 },
        podLabels: { "groundwork/role": "required" },
        podSecurityContext: { fsGroup: 65534, seccompProfile: { type: "RuntimeDefault" } },
        region: "eu-west-1",
        replicaCount: 2,
        resources: { limits: { memory: "256Mi" }, requests: { cpu: "100m", memory: "256Mi" } },
        serviceAccount: { create: true, name: "aws-load-balancer-controller" },
        vpcId: "vpc-1",
      });
    });

    it("touches no target group but those of this cluster", async () => {
      assert.deepEqual(statementsOf(await services(), "services-aws-load-balancer-controller"), [
        {
          Effect: "Allow",
          Action: [
            "ec2:DescribeInstances",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeVpcs",
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTargetHealth",
          ],
          Resource: "*",
        },
        {
          Effect: "Allow",
          Action: [
            "elasticloadbalancing:DeregisterTargets",
            "elasticloadbalancing:ModifyTargetGroup",
            "elasticloadbalancing:ModifyTargetGroupAttributes",
            "elasticloadbalancing:RegisterTargets",
          ],
          Resource: "*",
          Condition: {
            StringEquals: { "aws:ResourceTag/elbv2.k8s.aws/cluster": "shop-production" },
          },
        },
      ]);
    });
  });

  describe("cluster autoscaler", () => {
    it("is of the cluster's version and finds the groups of this cluster", async () => {
      const { inputs } = (await services()).one(types.release, "services-cluster-autoscaler");

      assert.deepEqual(inputs["values"], {
        autoDiscovery: { clusterName: "shop-production" },
        awsRegion: "eu-west-1",
        cloudProvider: "aws",
        containerSecurityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ["ALL"] },
          readOnlyRootFilesystem: true,
        },
        extraArgs: {
          "balance-similar-node-groups": true,
          expander: "least-waste",
          "skip-nodes-with-local-storage": false,
          "skip-nodes-with-system-pods": false,
        },
        image: { tag: "v1.36.0" },
        podLabels: { "groundwork/role": "required" },
        rbac: { serviceAccount: { create: true, name: "cluster-autoscaler" } },
        replicaCount: 2,
        resources: { limits: { memory: "600Mi" }, requests: { cpu: "100m", memory: "600Mi" } },
        securityContext: {
          runAsNonRoot: true,
          runAsUser: 65534,
          seccompProfile: { type: "RuntimeDefault" },
        },
      });
    });

    it("changes no group but those of this cluster", async () => {
      assert.deepEqual(statementsOf(await services(), "services-cluster-autoscaler"), [
        {
          Effect: "Allow",
          Action: [
            "autoscaling:DescribeAutoScalingGroups",
            "autoscaling:DescribeAutoScalingInstances",
            "autoscaling:DescribeLaunchConfigurations",
            "autoscaling:DescribeScalingActivities",
            "autoscaling:DescribeTags",
            "ec2:DescribeImages",
            "ec2:DescribeInstanceTypes",
            "ec2:DescribeLaunchTemplateVersions",
            "ec2:GetInstanceTypesFromInstanceRequirements",
          ],
          Resource: "*",
        },
        {
          Effect: "Allow",
          Action: "eks:DescribeNodegroup",
          Resource: "arn:aws:eks:eu-west-1:123456789012:nodegroup/shop-production/*",
        },
        {
          Effect: "Allow",
          Action: [
            "autoscaling:SetDesiredCapacity",
            "autoscaling:TerminateInstanceInAutoScalingGroup",
          ],
          Resource: "*",
          Condition: {
            StringEquals: {
              "aws:ResourceTag/k8s.io/cluster-autoscaler/shop-production": "owned",
            },
          },
        },
      ]);
    });
  });

  describe("vertical pod autoscaler", () => {
    it("recommends and changes nothing", async () => {
      const { inputs } = (await services()).one(types.release, "services-vertical-pod-autoscaler");

      assert.deepEqual(inputs["values"], {
        admissionController: { enabled: false },
        recommender: {
          enabled: true,
          replicas: 2,
          resources: { limits: { memory: "500Mi" }, requests: { cpu: "50m", memory: "500Mi" } },
        },
        updater: { enabled: false },
      });
    });
  });

  describe("external secrets", () => {
    it("run twice, without what is not used", async () => {
      const { inputs } = (await services()).one(types.release, "services-external-secrets");

      assert.deepEqual(inputs["values"], {
        certController: {
          resources: { limits: { memory: "192Mi" }, requests: { cpu: "20m", memory: "192Mi" } },
        },
        leaderElect: true,
        podDisruptionBudget: { enabled: true, minAvailable: 1 },
        podLabels: { "groundwork/role": "required" },
        processClusterExternalSecret: false,
        processClusterGenerator: false,
        processClusterPushSecret: false,
        processClusterStore: false,
        processPushSecret: false,
        replicaCount: 2,
        resources: { limits: { memory: "256Mi" }, requests: { cpu: "50m", memory: "256Mi" } },
        serviceAccount: { create: true, name: "external-secrets" },
        webhook: {
          podDisruptionBudget: { enabled: true, minAvailable: 1 },
          replicaCount: 2,
          resources: { limits: { memory: "128Mi" }, requests: { cpu: "20m", memory: "128Mi" } },
        },
      });
    });

    it("live in a namespace of their own whose pods are restricted", async () => {
      const namespace = (await services()).one(types.namespace, "services-external-secrets");

      assert.deepEqual(metadataOf(namespace), {
        labels: {
          "pod-security.kubernetes.io/audit": "restricted",
          "pod-security.kubernetes.io/audit-version": "v1.36",
          "pod-security.kubernetes.io/enforce": "restricted",
          "pod-security.kubernetes.io/enforce-version": "v1.36",
          "pod-security.kubernetes.io/warn": "restricted",
          "pod-security.kubernetes.io/warn-version": "v1.36",
        },
        name: "external-secrets",
      });
      assert.deepEqual(after(namespace), [`${vpc}::nodes`]);
    });

    it("read nothing by themselves, and take on the roles of the namespaces", async () => {
      const made = await previewServices({ namespaces: two }, undefined, true);

      assert.deepEqual(statementsOf(made, "services-external-secrets"), [
        {
          Effect: "Allow",
          Action: ["sts:AssumeRole", "sts:TagSession"],
          Resource: ["services-secrets-shop", "services-secrets-jobs"].map((name) =>
            arnOf(made.one(types.role, name)),
          ),
        },
      ]);
    });

    it("have no rights where no namespace has secrets", async () => {
      const { all } = await previewServices({ namespaces: { shop: {} } });

      assert.deepEqual(
        all(types.rolePolicy).map(({ name }) => name),
        ["services-aws-load-balancer-controller", "services-cluster-autoscaler"],
      );
      assert.deepEqual(all(types.store), []);
      assert.deepEqual(
        all(types.admission).map(({ name }) => name),
        ["services-pod-roles"],
      );
    });
  });

  describe("the store of a namespace", () => {
    it("reads the secrets of the namespace alone, through Secrets Manager", async () => {
      const made = await previewServices({ namespaces: two });

      const reads = (name: string) => (statementsOf(made, name) as { Resource: unknown }[])[0];
      assert.deepEqual(reads("services-secrets-jobs")?.Resource, [`${secretArn}-jobs`]);
      assert.deepEqual(statementsOf(made, "services-secrets-shop"), [
        {
          Effect: "Allow",
          Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
          Resource: [secretArn],
        },
        {
          Effect: "Allow",
          Action: "kms:Decrypt",
          Resource: `${key}/secrets`,
          Condition: {
            StringEquals: { "kms:ViaService": "secretsmanager.eu-west-1.amazonaws.com" },
          },
        },
      ]);
    });

    it("reads them by a role that the controller alone takes on", async () => {
      const { one } = await previewServices({}, undefined, true);

      const role = one(types.role, "services-secrets-shop");
      assert.deepEqual(JSON.parse(String(role.inputs["assumeRolePolicy"])), {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: arnOf(one(types.role, "services-external-secrets")) },
            Action: ["sts:AssumeRole", "sts:TagSession"],
          },
        ],
      });
      assert.deepEqual(one(types.store).inputs, {
        apiVersion: "external-secrets.io/v1",
        kind: "SecretStore",
        metadata: { name: "secrets-manager", namespace: "shop" },
        spec: {
          provider: { aws: { region: "eu-west-1", role: arnOf(role), service: "SecretsManager" } },
        },
      });
    });

    it("comes once it can read, and nobody can make another that reads more", async () => {
      assert.deepEqual(after((await services()).one(types.store)), [
        `${types.role}::services-secrets-shop`,
        `${types.rolePolicy}::services-external-secrets`,
        `${types.rolePolicy}::services-secrets-shop`,
        `${types.admission}::services-secret-stores`,
        `${types.binding}::services-secret-stores`,
        `${types.limits}::services-shop`,
        `${types.namespace}::services-shop`,
        `${types.quota}::services-shop`,
        `${types.release}::services-external-secrets`,
        `${types.policy}::services-shop-allow-dns`,
        `${types.policy}::services-shop-allow-pod-identity`,
        `${types.policy}::services-shop-default-deny`,
      ]);
    });

    it("is refused by the API server where it names another role than the namespace's", async () => {
      const { one } = await previewServices({ namespaces: two }, undefined, true);

      const roleOf = (name: string) => arnOf(one(types.role, `services-secrets-${name}`));
      assert.deepEqual(one(types.admission, "services-secret-stores").inputs, {
        apiVersion: "admissionregistration.k8s.io/v1",
        kind: "ValidatingAdmissionPolicy",
        metadata: { name: "secret-stores" },
        spec: {
          failurePolicy: "Fail",
          matchConstraints: {
            resourceRules: [
              {
                apiGroups: ["external-secrets.io"],
                apiVersions: ["*"],
                operations: ["CREATE", "UPDATE"],
                resources: ["clustersecretstores", "secretstores"],
              },
            ],
          },
          variables: [
            {
              name: "roles",
              expression: JSON.stringify({ shop: roleOf("shop"), jobs: roleOf("jobs") }),
            },
          ],
          validations: [
            {
              expression: [
                "has(object.metadata.namespace)",
                "object.metadata.namespace in variables.roles",
                "has(object.spec.provider.aws)",
                "has(object.spec.provider.aws.role)",
                "object.spec.provider.aws.role == variables.roles[object.metadata.namespace]",
                "!has(object.spec.provider.aws.additionalRoles)",
              ].join(" &&\n"),
              message: "a store must read by the role of its namespace alone",
            },
          ],
        },
      });
      assert.deepEqual(one(types.binding, "services-secret-stores").inputs["spec"], {
        policyName: "secret-stores",
        validationActions: ["Deny"],
      });
    });
  });

  it("gives each controller a role that only its own pods are given", async () => {
    const { all, one } = await services();
    const home = (name: string) =>
      name.endsWith("external-secrets") ? "external-secrets" : "kube-system";

    for (const { name, inputs } of all(types.association)) {
      const serviceAccount = name.replace("services-", "");
      assert.deepEqual(inputs, {
        clusterName: "shop-production",
        namespace: home(name),
        region: "eu-west-1",
        roleArn: { $unknown: true },
        serviceAccount,
        tags: { Name: name },
      });
      const { Statement } = JSON.parse(
        String(one(types.role, name).inputs["assumeRolePolicy"]),
      ) as { Statement: unknown };
      assert.deepEqual(Statement, [
        {
          Effect: "Allow",
          Principal: { Service: "pods.eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
          Condition: {
            StringEquals: {
              "aws:RequestTag/eks-cluster-arn":
                "arn:aws:eks:eu-west-1:123456789012:cluster/shop-production",
              "aws:RequestTag/kubernetes-namespace": home(name),
              "aws:RequestTag/kubernetes-service-account": serviceAccount,
            },
          },
        },
      ]);
    }
  });

  it("has the API server refuse pods that need a role and have not been given it", async () => {
    const { one } = await services();

    assert.deepEqual(one(types.admission, "services-pod-roles").inputs, {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingAdmissionPolicy",
      metadata: { name: "pod-roles" },
      spec: {
        failurePolicy: "Fail",
        matchConstraints: {
          objectSelector: { matchLabels: { "groundwork/role": "required" } },
          resourceRules: [
            { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"] },
          ],
        },
        validations: [
          {
            expression: [
              "object.spec.containers.all(container,",
              "  has(container.env) &&",
              '  container.env.exists(variable, variable.name == "AWS_CONTAINER_CREDENTIALS_FULL_URI"))',
            ].join("\n"),
            message: "the pod must wait until EKS gives it its role",
          },
        ],
      },
    });
    assert.deepEqual(one(types.binding, "services-pod-roles").inputs["spec"], {
      policyName: "pod-roles",
      validationActions: ["Deny"],
    });
  });

  it("gives roles to pods once there is a cluster, and takes them back before it goes", async () => {
    const { all } = await services();

    for (const association of all(types.association)) {
      assert.deepEqual(after(association), [`${vpc}::nodes`, `${types.role}::${association.name}`]);
    }
  });

  describe("storage class", () => {
    it("is the default, of encrypted volumes that outlive their claims", async () => {
      const storageClass = (await services()).one(types.storageClass);

      assert.deepEqual(storageClass.inputs, {
        allowVolumeExpansion: true,
        apiVersion: "storage.k8s.io/v1",
        kind: "StorageClass",
        metadata: {
          annotations: { "storageclass.kubernetes.io/is-default-class": "true" },
          name: "gp3",
        },
        parameters: { encrypted: "true", kmsKeyId: `${key}/data`, type: "gp3" },
        provisioner: "ebs.csi.aws.com",
        reclaimPolicy: "Retain",
        volumeBindingMode: "WaitForFirstConsumer",
      });
      assert.deepEqual(after(storageClass), [`${vpc}::nodes`]);
    });

    it("deletes volumes with their claims when it is told so", async () => {
      const { one } = await previewServices({ deletionProtection: false });

      assert.equal(one(types.storageClass).inputs["reclaimPolicy"], "Delete");
    });
  });

  describe("namespaces", () => {
    it("restrict their pods and hold them back until the load balancer finds them healthy", async () => {
      const namespace = (await services()).one(types.namespace, "services-shop");

      assert.deepEqual(metadataOf(namespace), {
        labels: {
          "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled",
          "pod-security.kubernetes.io/audit": "restricted",
          "pod-security.kubernetes.io/audit-version": "v1.36",
          "pod-security.kubernetes.io/enforce": "restricted",
          "pod-security.kubernetes.io/enforce-version": "v1.36",
          "pod-security.kubernetes.io/warn": "restricted",
          "pod-security.kubernetes.io/warn-version": "v1.36",
        },
        name: "shop",
      });
    });

    it("are gone before the nodes are, on which what lets go of them runs", async () => {
      const namespace = (await services()).one(types.namespace, "services-shop");

      assert.deepEqual(after(namespace), [`${vpc}::nodes`]);
    });

    it("restrict their pods less when they are told so", async () => {
      const namespaces = { agents: { podSecurity: "privileged" } } as const;
      const { one } = await previewServices({ namespaces });
      const labels = metadataOf(one(types.namespace, "services-agents"))["labels"] as Data;

      assert.equal(labels["pod-security.kubernetes.io/enforce"], "privileged");
    });

    it("have a quota, and no services that open ports of nodes or load balancers", async () => {
      const { inputs } = (await services()).one(types.quota);

      assert.deepEqual(inputs["spec"], {
        hard: {
          pods: "50",
          "requests.cpu": "8",
          "services.loadbalancers": "0",
          "services.nodeports": "0",
        },
      });
    });

    it("let no quota open ports of nodes or load balancers", async () => {
      const namespaces = { shop: { quota: { "services.nodeports": "3" } } };
      const { one } = await previewServices({ namespaces });

      assert.deepEqual(one(types.quota).inputs["spec"], {
        hard: { "services.loadbalancers": "0", "services.nodeports": "0" },
      });
    });

    it("say what containers get that do not say what they need", async () => {
      const { inputs } = (await services()).one(types.limits);

      assert.deepEqual(inputs["spec"], {
        limits: [
          {
            default: { cpu: "500m", memory: "512Mi" },
            defaultRequest: { cpu: "100m", memory: "128Mi" },
            type: "Container",
          },
        ],
      });
    });

    it("let nothing in or out but questions for names and for roles", async () => {
      const { all } = await services();

      assert.deepEqual(
        all(types.policy).map(({ inputs }) => inputs["spec"]),
        [
          {
            egress: [
              {
                ports: [
                  { port: 53, protocol: "UDP" },
                  { port: 53, protocol: "TCP" },
                ],
                to: [
                  {
                    namespaceSelector: {
                      matchLabels: { "kubernetes.io/metadata.name": "kube-system" },
                    },
                    podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
                  },
                ],
              },
            ],
            podSelector: {},
            policyTypes: ["Egress"],
          },
          {
            egress: [
              {
                ports: [{ port: 80, protocol: "TCP" }],
                to: [{ ipBlock: { cidr: "169.254.170.23/32" } }],
              },
            ],
            podSelector: {},
            policyTypes: ["Egress"],
          },
          { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
        ],
      );
    });

    it("hold all that limits them", async () => {
      const { all } = await services();
      const names = [types.quota, types.limits, types.policy].flatMap((type) =>
        all(type).map((resource) => {
          assert.deepEqual(after(resource), [`${types.namespace}::services-shop`]);
          return metadataOf(resource);
        }),
      );

      assert.deepEqual(names, [
        { name: "limits", namespace: "shop" },
        { name: "defaults", namespace: "shop" },
        { name: "allow-dns", namespace: "shop" },
        { name: "allow-pod-identity", namespace: "shop" },
        { name: "default-deny", namespace: "shop" },
      ]);
    });
  });

  const refused: readonly [string, Partial<ClusterServicesArgs>, string][] = [
    ["the account is none", { accountId: "1234" }, "accountId must be 12 digits, got 1234"],
    [
      "the version is not a minor",
      { kubernetesVersion: "1.36.1" },
      "kubernetesVersion must be a minor version such as 1.36, got 1.36.1",
    ],
    ["there is no namespace", { namespaces: {} }, "namespaces must be one at least, got none"],
    [
      "Kubernetes takes no such name",
      { namespaces: { Shop: {} } },
      "namespaces must be named by lower-case letters, digits and hyphens, at most 63, got Shop",
    ],
    [
      "a namespace is Kubernetes' own",
      { namespaces: { "kube-public": {} } },
      "namespaces must not be one of Kubernetes' or the services' own, got kube-public",
    ],
    [
      "a namespace is the default one",
      { namespaces: { default: {} } },
      "namespaces must not be one of Kubernetes' or the services' own, got default",
    ],
    [
      "a chart's version is a range",
      { chartVersions: { "external-secrets": "^2.11.0" } },
      "chartVersions.external-secrets must be an exact version such as 1.2.3, got ^2.11.0",
    ],
  ];
  for (const [when, change, message] of refused) {
    it(`fails when ${when}`, async () => {
      await assert.rejects(previewServices(change), { message });
    });
  }
});
