import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import type { ClusterArgs } from "../../components/cluster/args";
import type { PreviewedResource } from "../support/preview";
import { namesOf, sourcesOf, waitsFor } from "../support/references";
import { args, previewCluster, previewComponent, types } from "./cluster-args";

const unknown = { $unknown: true };
const clusterArn = "arn:aws:eks:eu-west-1:123456789012:cluster/shop-production";

/** The arguments with other nodes in place of the one group. */
function withNodes(group: Partial<ClusterArgs["nodeGroups"][string]>): ClusterArgs {
  const general = { instanceTypes: ["m7g.large"], minimum: 3, maximum: 6, ...group };
  return { ...args, nodeGroups: { general } };
}

function parsed(json: unknown): unknown {
  return JSON.parse(String(json));
}

/** The one statement of a role's trust. */
function trustOf({ inputs }: PreviewedResource): unknown {
  const { Statement } = parsed(inputs["assumeRolePolicy"]) as { Statement: unknown[] };
  assert.equal(Statement.length, 1);
  return Statement[0];
}

describe("Cluster", () => {
  it("makes of the least arguments what a cluster needs, and nothing else", async () => {
    const { resources } = await previewCluster(args);

    assert.deepEqual(namesOf(resources), [
      `${types.logGroup} cluster-control-plane`,
      `${types.template} cluster-general`,
      `${types.entry} cluster-deployer`,
      `${types.association} cluster-deployer-AmazonEKSClusterAdminPolicy`,
      `${types.addon} cluster-aws-ebs-csi-driver`,
      `${types.addon} cluster-coredns`,
      `${types.addon} cluster-eks-pod-identity-agent`,
      `${types.addon} cluster-kube-proxy`,
      `${types.addon} cluster-metrics-server`,
      `${types.addon} cluster-vpc-cni`,
      `${types.cluster} cluster`,
      `${types.nodeGroup} cluster-general`,
      `${types.role} cluster-aws-ebs-csi-driver`,
      `${types.role} cluster-control-plane`,
      `${types.role} cluster-nodes`,
      `${types.role} cluster-vpc-cni`,
      `${types.rolePolicy} cluster-aws-ebs-csi-driver`,
      `${types.rolePolicy} cluster-control-plane-secrets`,
      `${types.attachment} cluster-aws-ebs-csi-driver-AmazonEBSCSIDriverPolicyV2`,
      `${types.attachment} cluster-control-plane`,
      `${types.attachment} cluster-nodes-AmazonEC2ContainerRegistryPullOnly`,
      `${types.attachment} cluster-nodes-AmazonEKSWorkerNodePolicy`,
      `${types.attachment} cluster-vpc-cni-AmazonEKS_CNI_Policy`,
      `${types.egress} cluster-from-app`,
      `${types.egress} cluster-within-app`,
      `${types.ingress} cluster-from-app`,
      `${types.ingress} cluster-to-app`,
      `${types.ingress} cluster-within-app`,
      "groundwork:platform:Cluster cluster",
    ]);
  });

  it("gives every child to the component", async () => {
    const { resources, one } = await previewCluster(args);

    const component = one("groundwork:platform:Cluster").urn;
    const orphans = resources.filter(({ custom, parent }) => custom && parent !== component);
    assert.deepEqual(namesOf(orphans), []);
    assert.equal(one(types.provider).parent, component);
  });

  it("puts every regional resource in the region it is told, whatever the provider's", async () => {
    const { resources } = await previewCluster({ ...args, region: "eu-west-2" });

    const regions = resources.map(({ inputs }) => inputs["region"]).filter(Boolean);
    assert.deepEqual([...new Set(regions)], ["eu-west-2"]);
  });

  it("hands out what others build on", async () => {
    const { one } = await previewComponent(args, (cluster, provider) => {
      const { clusterName, clusterArn: arn, endpoint, clusterSecurityGroupId } = cluster;
      const outputs = { clusterName, arn, endpoint, clusterSecurityGroupId };
      for (const [name, displayName] of Object.entries(outputs)) {
        new aws.sns.Topic(name, { displayName }, { provider });
      }
      new aws.sns.Topic("late", {}, { provider, dependsOn: [...cluster.ready] });
    });

    const topic = (name: string) => one("aws:sns/topic:Topic", name);
    assert.equal(topic("clusterName").inputs["displayName"], "shop-production");
    for (const name of ["arn", "endpoint", "clusterSecurityGroupId"]) {
      assert.deepEqual(topic(name).inputs["displayName"], unknown, name);
    }
    const late = topic("late").options.dependsOn.map((urn) => urn.split("$").at(-1));
    assert.deepEqual(late, [
      `${types.addon}::cluster-aws-ebs-csi-driver`,
      `${types.addon}::cluster-coredns`,
      `${types.addon}::cluster-metrics-server`,
      `${types.nodeGroup}::cluster-general`,
    ]);
  });

  describe("control plane", () => {
    it("is private, encrypted, logged, and administered by nobody but whom it is told of", async () => {
      const { inputs } = (await previewCluster(args)).one(types.cluster);

      assert.deepEqual(inputs, {
        accessConfig: {
          authenticationMode: "API",
          bootstrapClusterCreatorAdminPermissions: false,
        },
        bootstrapSelfManagedAddons: false,
        deletionProtection: true,
        enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
        encryptionConfig: {
          provider: { keyArn: "arn:aws:kms:eu-west-1:123456789012:key/secrets" },
          resources: ["secrets"],
        },
        name: "shop-production",
        region: "eu-west-1",
        roleArn: unknown,
        tags: { Name: "shop-production" },
        upgradePolicy: { supportType: "STANDARD" },
        version: "1.36",
        vpcConfig: {
          endpointPrivateAccess: true,
          endpointPublicAccess: false,
          subnetIds: ["subnet-a", "subnet-b", "subnet-c"],
        },
        zonalShiftConfig: { enabled: true },
      });
    });

    it("is public to the ranges it is told, and private too", async () => {
      const endpointAccess = { publicAccessCidrs: ["203.0.113.0/24"] };
      const { inputs } = (await previewCluster({ ...args, endpointAccess })).one(types.cluster);

      assert.deepEqual(inputs["vpcConfig"], {
        endpointPrivateAccess: true,
        endpointPublicAccess: true,
        publicAccessCidrs: ["203.0.113.0/24"],
        subnetIds: ["subnet-a", "subnet-b", "subnet-c"],
      });
    });

    it("has a log group of its own before it, encrypted, for 90 days", async () => {
      const { one } = await previewCluster(args);

      const logGroup = one(types.logGroup);
      assert.deepEqual(logGroup.inputs, {
        kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/logs",
        name: "/aws/eks/shop-production/cluster",
        region: "eu-west-1",
        retentionInDays: 90,
        skipDestroy: false,
      });
      assert.equal(logGroup.options.retainOnDelete, true);
    });

    it("keeps its logs for as long as it is told", async () => {
      const { one } = await previewCluster({ ...args, logRetentionDays: 30 });

      assert.equal(one(types.logGroup).inputs["retentionInDays"], 30);
    });

    it("waits for its log group and its role's rights, so that they outlive it", async () => {
      const cluster = (await previewCluster(args)).one(types.cluster);

      assert.deepEqual(sourcesOf(cluster, "roleArn"), [`${types.role}::cluster-control-plane`]);
      assert.deepEqual(waitsFor(cluster), [
        `${types.logGroup}::cluster-control-plane`,
        `${types.rolePolicy}::cluster-control-plane-secrets`,
        `${types.attachment}::cluster-control-plane`,
      ]);
    });

    it("takes its time, is protected, and is not replaced for what AWS tells at creation only", async () => {
      const { options } = (await previewCluster(args)).one(types.cluster);

      assert.equal(options.protect, true);
      assert.deepEqual(options.ignoreChanges, [
        "accessConfig.bootstrapClusterCreatorAdminPermissions",
        "bootstrapSelfManagedAddons",
      ]);
      assert.deepEqual(options.customTimeouts, { create: "45m", update: "1h30m", delete: "30m" });
    });

    it("can be deleted, and its logs, when it is told so", async () => {
      const { one, resources } = await previewCluster({ ...args, deletionProtection: false });

      assert.equal(one(types.cluster).inputs["deletionProtection"], false);
      const kept = resources.filter(({ options }) => options.protect || options.retainOnDelete);
      assert.deepEqual(namesOf(kept), []);
    });

    it("has a role that EKS takes for this cluster alone, under the path that keys know", async () => {
      const role = (await previewCluster(args)).one(types.role, "cluster-control-plane");

      assert.equal(role.inputs["path"], "/eks/");
      assert.deepEqual(trustOf(role), {
        Effect: "Allow",
        Principal: { Service: "eks.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": "123456789012" },
          ArnEquals: { "aws:SourceArn": clusterArn },
        },
      });
    });

    it("may use the key of its secrets", async () => {
      const { one } = await previewCluster(args);
      const policy = one(types.rolePolicy, "cluster-control-plane-secrets");

      assert.deepEqual(sourcesOf(policy, "role"), [`${types.role}::cluster-control-plane`]);
      assert.deepEqual(parsed(policy.inputs["policy"]), {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["kms:Encrypt", "kms:Decrypt", "kms:ListGrants", "kms:DescribeKey"],
            Resource: "arn:aws:kms:eu-west-1:123456789012:key/secrets",
          },
        ],
      });
    });

    it("has the rights that EKS asks for, in the region's partition", async () => {
      const { one } = await previewCluster({ ...args, region: "cn-north-1" });

      assert.equal(
        one(types.attachment, "cluster-control-plane").inputs["policyArn"],
        "arn:aws-cn:iam::aws:policy/AmazonEKSClusterPolicy",
      );
    });
  });

  describe("access", () => {
    const accessEntries: ClusterArgs["accessEntries"] = {
      ...args.accessEntries,
      developers: {
        principalArn: "arn:aws:iam::123456789012:role/developers",
        policies: [
          { policy: "AmazonEKSViewPolicy" },
          { policy: "AmazonEKSEditPolicy", namespaces: ["shop"] },
        ],
        kubernetesGroups: ["shop:developers"],
      },
    };

    it("is given to each identity by an entry", async () => {
      const { all } = await previewCluster({ ...args, accessEntries });

      assert.deepEqual(
        all(types.entry).map(({ inputs }) => inputs),
        [
          {
            clusterName: "shop-production",
            principalArn: "arn:aws:iam::123456789012:role/deployer",
            region: "eu-west-1",
            type: "STANDARD",
          },
          {
            clusterName: "shop-production",
            kubernetesGroups: ["shop:developers"],
            principalArn: "arn:aws:iam::123456789012:role/developers",
            region: "eu-west-1",
            type: "STANDARD",
          },
        ],
      );
    });

    it("is what the entry's policies say, in the whole cluster or in namespaces", async () => {
      const { all } = await previewCluster({ ...args, accessEntries });

      assert.deepEqual(
        all(types.association).map(({ name, inputs }) => [
          name,
          inputs["policyArn"],
          inputs["accessScope"],
        ]),
        [
          [
            "cluster-deployer-AmazonEKSClusterAdminPolicy",
            "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
            { type: "cluster" },
          ],
          [
            "cluster-developers-AmazonEKSEditPolicy",
            "arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy",
            { type: "namespace", namespaces: ["shop"] },
          ],
          [
            "cluster-developers-AmazonEKSViewPolicy",
            "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
            { type: "cluster" },
          ],
        ],
      );
    });

    it("is there before the provider, and until what it makes is gone", async () => {
      const provider = (await previewCluster(args)).one(types.provider);

      assert.deepEqual(waitsFor(provider), [
        `${types.entry}::cluster-deployer`,
        `${types.association}::cluster-deployer-AmazonEKSClusterAdminPolicy`,
      ]);
      assert.deepEqual(sourcesOf(provider, "kubeconfig"), [`${types.cluster}::cluster`]);
      assert.deepEqual(sourcesOf(provider, "clusterIdentifier"), [`${types.cluster}::cluster`]);
    });
  });

  describe("add-ons", () => {
    it("are the versions they are told, over whatever stands there", async () => {
      const { all } = await previewCluster(args);

      for (const { name, inputs, options } of all(types.addon)) {
        const addonName = String(inputs["addonName"]);
        assert.equal(name, `cluster-${addonName}`);
        assert.equal(inputs["clusterName"], "shop-production", name);
        assert.equal(
          inputs["addonVersion"],
          (args.addonVersions as Record<string, string>)[addonName],
          name,
        );
        assert.equal(inputs["resolveConflictsOnCreate"], "OVERWRITE", name);
        assert.equal(inputs["resolveConflictsOnUpdate"], "OVERWRITE", name);
        assert.deepEqual(inputs["tags"], { Name: `shop-production-${addonName}` }, name);
        assert.deepEqual(
          options.customTimeouts,
          { create: "20m", update: "20m", delete: "40m" },
          name,
        );
      }
    });

    it("are configured to enforce network policies and to hand out addresses in blocks", async () => {
      const { inputs } = (await previewCluster(args)).one(types.addon, "cluster-vpc-cni");

      assert.deepEqual(parsed(inputs["configurationValues"]), {
        enableNetworkPolicy: "true",
        env: { ENABLE_PREFIX_DELEGATION: "true", WARM_PREFIX_TARGET: "1" },
        nodeAgent: { enablePolicyEventLogs: "true" },
      });
    });

    it("are configured to survive the loss of a node", async () => {
      const { one } = await previewCluster(args);
      const configurationOf = (name: string) =>
        parsed(one(types.addon, `cluster-${name}`).inputs["configurationValues"]);

      assert.deepEqual(configurationOf("metrics-server"), { replicas: 2 });
      assert.deepEqual(configurationOf("coredns"), {
        autoScaling: { enabled: true, minReplicas: 2, maxReplicas: 10 },
      });
    });

    it("tag the volumes that they make", async () => {
      const { one } = await previewCluster({ ...args, tags: { Project: "Shop" } });
      const { inputs } = one(types.addon, "cluster-aws-ebs-csi-driver");

      assert.deepEqual(parsed(inputs["configurationValues"]), {
        controller: { extraVolumeTags: { Project: "Shop" } },
      });
    });

    it("have the rest as EKS has it", async () => {
      const { one } = await previewCluster(args);

      for (const name of ["cluster-kube-proxy", "cluster-eks-pod-identity-agent"]) {
        const { inputs } = one(types.addon, name);
        assert.equal("configurationValues" in inputs, false, name);
        assert.equal("podIdentityAssociations" in inputs, false, name);
      }
    });

    it("that nodes need to join come first, the network after the roles of pods", async () => {
      const { one } = await previewCluster(args);

      assert.deepEqual(waitsFor(one(types.addon, "cluster-eks-pod-identity-agent")), []);
      assert.deepEqual(waitsFor(one(types.addon, "cluster-kube-proxy")), []);
      assert.deepEqual(waitsFor(one(types.addon, "cluster-vpc-cni")), [
        `${types.addon}::cluster-eks-pod-identity-agent`,
        `${types.attachment}::cluster-vpc-cni-AmazonEKS_CNI_Policy`,
      ]);
    });

    it("that need nodes to run on come after them", async () => {
      const { one } = await previewCluster(args);

      const nodes = `${types.nodeGroup}::cluster-general`;
      assert.deepEqual(waitsFor(one(types.addon, "cluster-coredns")), [nodes]);
      assert.deepEqual(waitsFor(one(types.addon, "cluster-metrics-server")), [nodes]);
      assert.deepEqual(waitsFor(one(types.addon, "cluster-aws-ebs-csi-driver")), [
        nodes,
        `${types.rolePolicy}::cluster-aws-ebs-csi-driver`,
        `${types.attachment}::cluster-aws-ebs-csi-driver-AmazonEBSCSIDriverPolicyV2`,
      ]);
    });

    it("have roles that only their own pods are given", async () => {
      const { one } = await previewCluster(args);
      const serviceAccounts = {
        "cluster-vpc-cni": "aws-node",
        "cluster-aws-ebs-csi-driver": "ebs-csi-controller-sa",
      };

      for (const [name, serviceAccount] of Object.entries(serviceAccounts)) {
        const addon = one(types.addon, name);
        assert.deepEqual(addon.inputs["podIdentityAssociations"], [
          { roleArn: unknown, serviceAccount },
        ]);
        assert.ok(
          sourcesOf(addon, "podIdentityAssociations").includes(`${types.role}::${name}`),
          name,
        );
        assert.deepEqual(trustOf(one(types.role, name)), {
          Effect: "Allow",
          Principal: { Service: "pods.eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
          Condition: {
            StringEquals: {
              "aws:RequestTag/eks-cluster-arn": clusterArn,
              "aws:RequestTag/kubernetes-namespace": "kube-system",
              "aws:RequestTag/kubernetes-service-account": serviceAccount,
            },
          },
        });
      }
    });

    it("may encrypt volumes with the data key, for AWS alone", async () => {
      const { one } = await previewCluster(args);
      const { inputs } = one(types.rolePolicy, "cluster-aws-ebs-csi-driver");
      const Resource = "arn:aws:kms:eu-west-1:123456789012:key/data";

      assert.deepEqual(parsed(inputs["policy"]), {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: [
              "kms:Encrypt",
              "kms:Decrypt",
              "kms:ReEncrypt*",
              "kms:GenerateDataKey*",
              "kms:DescribeKey",
            ],
            Resource,
          },
          {
            Effect: "Allow",
            Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
            Resource,
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
          },
        ],
      });
    });
  });

  describe("nodes", () => {
    it("are a managed group in every subnet, repaired, one replaced at a time", async () => {
      const group = (await previewCluster(args)).one(types.nodeGroup);

      assert.deepEqual(group.inputs, {
        amiType: "AL2023_ARM_64_STANDARD",
        capacityType: "ON_DEMAND",
        clusterName: "shop-production",
        instanceTypes: ["m7g.large"],
        labels: {},
        launchTemplate: { id: unknown, version: unknown },
        nodeGroupNamePrefix: "general-",
        nodeRepairConfig: { enabled: true },
        nodeRoleArn: unknown,
        region: "eu-west-1",
        scalingConfig: { desiredSize: 3, maxSize: 6, minSize: 3 },
        subnetIds: ["subnet-a", "subnet-b", "subnet-c"],
        tags: { Name: "shop-production-general" },
        taints: [],
        updateConfig: { maxUnavailable: 1 },
      });
      assert.deepEqual(group.options.customTimeouts, { create: "1h", update: "2h", delete: "1h" });
    });

    it("leave their number to the autoscaler once they are there", async () => {
      const { options } = (await previewCluster(args)).one(types.nodeGroup);

      assert.deepEqual(options.ignoreChanges, ["scalingConfig.desiredSize"]);
    });

    it("are what they are told", async () => {
      const { one } = await previewCluster(
        withNodes({
          desired: 4,
          amiType: "BOTTLEROCKET_x86_64",
          capacityType: "SPOT",
          instanceTypes: ["m7i.large", "m6i.large"],
          labels: { tier: "batch" },
          taints: [
            { key: "batch", value: "yes", effect: "NO_SCHEDULE" },
            { key: "late", effect: "NO_EXECUTE" },
          ],
        }),
      );
      const { inputs } = one(types.nodeGroup);

      assert.equal(inputs["amiType"], "BOTTLEROCKET_x86_64");
      assert.equal(inputs["capacityType"], "SPOT");
      assert.deepEqual(inputs["instanceTypes"], ["m7i.large", "m6i.large"]);
      assert.deepEqual(inputs["scalingConfig"], { desiredSize: 4, maxSize: 6, minSize: 3 });
      assert.deepEqual(inputs["labels"], { tier: "batch" });
      assert.deepEqual(inputs["taints"], [
        { effect: "NO_SCHEDULE", key: "batch", value: "yes" },
        { effect: "NO_EXECUTE", key: "late" },
      ]);
    });

    it("join when their role, the network, the agent and what lets them through are ready", async () => {
      const group = (await previewCluster(args)).one(types.nodeGroup);

      assert.deepEqual(sourcesOf(group, "nodeRoleArn"), [`${types.role}::cluster-nodes`]);
      assert.deepEqual(waitsFor(group), [
        `${types.addon}::cluster-eks-pod-identity-agent`,
        `${types.addon}::cluster-kube-proxy`,
        `${types.addon}::cluster-vpc-cni`,
        `${types.attachment}::cluster-nodes-AmazonEC2ContainerRegistryPullOnly`,
        `${types.attachment}::cluster-nodes-AmazonEKSWorkerNodePolicy`,
        `${types.egress}::cluster-from-app`,
        `${types.egress}::cluster-within-app`,
        `${types.ingress}::cluster-from-app`,
        `${types.ingress}::cluster-to-app`,
        `${types.ingress}::cluster-within-app`,
      ]);
    });

    it("have a role to join and to pull images, which EC2 takes", async () => {
      const { one, all } = await previewCluster(args);

      assert.deepEqual(trustOf(one(types.role, "cluster-nodes")), {
        Effect: "Allow",
        Principal: { Service: "ec2.amazonaws.com" },
        Action: "sts:AssumeRole",
      });
      assert.deepEqual(
        all(types.attachment)
          .filter(({ name }) => name.startsWith("cluster-nodes-"))
          .map(({ inputs }) => inputs["policyArn"]),
        [
          "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
          "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
        ],
      );
    });

    it("start from a template with encrypted volumes, tags and one security group, and keep their role from pods", async () => {
      const { one } = await previewCluster({ ...args, tags: { Project: "Shop" } });
      const { userData, ...inputs } = one(types.template).inputs;
      const tags = { Project: "Shop", Name: "shop-production-general" };

      assert.deepEqual(inputs, {
        blockDeviceMappings: [
          {
            deviceName: "/dev/xvda",
            ebs: {
              deleteOnTermination: "true",
              encrypted: "true",
              kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/data",
              volumeSize: 50,
              volumeType: "gp3",
            },
          },
        ],
        description: "Nodes of the group general of shop-production",
        metadataOptions: {
          httpEndpoint: "enabled",
          httpPutResponseHopLimit: 1,
          httpTokens: "required",
        },
        monitoring: { enabled: true },
        namePrefix: "shop-production-general-",
        region: "eu-west-1",
        tagSpecifications: [
          { resourceType: "instance", tags },
          { resourceType: "volume", tags },
          { resourceType: "network-interface", tags },
        ],
        tags: { Name: "shop-production-general" },
        updateDefaultVersion: true,
        vpcSecurityGroupIds: ["sg-app"],
      });
      assert.equal(typeof userData, "string");
    });

    it("take as many pods as they are told, by the settings of Amazon Linux", async () => {
      const { one } = await previewCluster(withNodes({ maxPods: 58 }));
      const { userData } = one(types.template).inputs;

      assert.equal(
        Buffer.from(String(userData), "base64").toString(),
        [
          "MIME-Version: 1.0",
          'Content-Type: multipart/mixed; boundary="BOUNDARY"',
          "",
          "--BOUNDARY",
          "Content-Type: application/node.eks.aws",
          "",
          "apiVersion: node.eks.aws/v1alpha1",
          "kind: NodeConfig",
          "spec:",
          "  kubelet:",
          "    config:",
          "      maxPods: 58",
          "",
          "--BOUNDARY--",
          "",
        ].join("\n"),
      );
    });

    it("take 110 pods by the settings of Bottlerocket, and keep all but itself on a second volume", async () => {
      const { one } = await previewCluster(
        withNodes({ amiType: "BOTTLEROCKET_ARM_64", volumeGiB: 80 }),
      );
      const { userData, blockDeviceMappings } = one(types.template).inputs;
      const ebs = {
        deleteOnTermination: "true",
        encrypted: "true",
        kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/data",
        volumeType: "gp3",
      };

      assert.equal(
        Buffer.from(String(userData), "base64").toString(),
        "[settings.kubernetes]\nmax-pods = 110\n",
      );
      assert.deepEqual(blockDeviceMappings, [
        { deviceName: "/dev/xvda", ebs },
        { deviceName: "/dev/xvdb", ebs: { ...ebs, volumeSize: 80 } },
      ]);
    });

    it("are a group for each subnet when they are told so, all from one template", async () => {
      const { all } = await previewCluster(withNodes({ onePerSubnet: true, minimum: 1 }));

      assert.deepEqual(
        all(types.nodeGroup).map(({ name, inputs }) => [
          name,
          inputs["nodeGroupNamePrefix"],
          inputs["subnetIds"],
          inputs["scalingConfig"],
        ]),
        [
          ["cluster-general-1", "general-1-", ["subnet-a"], sized],
          ["cluster-general-2", "general-2-", ["subnet-b"], sized],
          ["cluster-general-3", "general-3-", ["subnet-c"], sized],
        ],
      );
      assert.equal(all(types.template).length, 1);
    });
    const sized = { desiredSize: 1, maxSize: 6, minSize: 1 };
  });

  describe("alarm inputs", () => {
    it("name the cluster, its logs and the group of each kind of nodes", async () => {
      const { one } = await previewComponent(args, ({ alarmInputs }, provider) => {
        const { nodeGroups, ...plain } = alarmInputs;
        assert.deepEqual(plain, {
          clusterName: "shop-production",
          logGroupName: "/aws/eks/shop-production/cluster",
        });
        assert.deepEqual(Object.keys(nodeGroups), ["cluster-general"]);
        const { autoScalingGroupName, ...limits } = nodeGroups["cluster-general"] ?? {};
        assert.deepEqual(limits, { minimum: 3, maximum: 6 });
        new aws.sns.Topic("group", { displayName: autoScalingGroupName ?? "" }, { provider });
      });

      assert.deepEqual(sourcesOf(one("aws:sns/topic:Topic"), "displayName"), [
        `${types.nodeGroup}::cluster-general`,
      ]);
    });
  });
});
