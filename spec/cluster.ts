import ipaddr from "ipaddr.js";
import { z } from "zod";
import { logRetentionDays } from "./fields";

/** A name by which the spec and the resources made of it know a part of the cluster. */
const label = (most: number) =>
  z
    .string()
    .regex(
      new RegExp(`^[a-z][a-z0-9-]{0,${most - 1}}$`),
      `must be lower-case letters, digits and hyphens, at most ${most}, a letter first`,
    );

const addressRange = z
  .string()
  .refine(
    (text) => ipaddr.IPv4.isValidCIDRFourPartDecimal(text),
    "must be an IPv4 range such as 203.0.113.0/24",
  );

const principal = z
  .string()
  .regex(
    /^(arn:aws[a-z-]*:iam::\d{12}:)?(role|user)\/[\w+=,.@/-]+$/,
    "must be an IAM role or user such as role/deployer, or the ARN of one",
  );

const accessEntry = z.strictObject({
  principal: principal.meta({
    description: "IAM role or user: of the stack's account, or by its ARN of any.",
    examples: ["role/deployer"],
  }),
  policies: z
    .array(
      z.strictObject({
        policy: z
          .enum([
            "AmazonEKSAdminPolicy",
            "AmazonEKSAdminViewPolicy",
            "AmazonEKSClusterAdminPolicy",
            "AmazonEKSEditPolicy",
            "AmazonEKSViewPolicy",
          ])
          .meta({ description: "Rights that EKS has ready." }),
        namespaces: z
          .array(z.string())
          .min(1)
          .optional()
          .meta({ description: "Namespaces they hold in; the whole cluster when left out." }),
      }),
    )
    .default([])
    .meta({ description: "What it may do." }),
  kubernetesGroups: z.array(z.string().min(1)).default([]).meta({
    description: "Groups of Kubernetes it belongs to, for rights that roles in the cluster give.",
  }),
});

const taint = z.strictObject({
  key: z.string().meta({ description: "Key of the taint." }),
  value: z.string().optional().meta({ description: "Value of the taint." }),
  effect: z
    .enum(["NO_EXECUTE", "NO_SCHEDULE", "PREFER_NO_SCHEDULE"])
    .meta({ description: "What becomes of pods that do not tolerate it." }),
});

const nodeGroup = z.strictObject({
  instanceTypes: z
    .array(
      z
        .string()
        .regex(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, "must be an EC2 instance type such as m7g.large"),
    )
    .min(1)
    .meta({
      description: "EC2 instance types, the first preferred.",
      examples: [["m7g.large", "m6g.large"]],
    }),
  minimum: z.int().min(0).max(450).meta({ description: "Fewest nodes.", unit: "nodes" }),
  maximum: z.int().min(1).max(450).meta({ description: "Most nodes.", unit: "nodes" }),
  desired: z.int().min(0).max(450).optional().meta({
    description: "Nodes at first, before the autoscaler decides; `minimum` when left out.",
    unit: "nodes",
  }),
  amiType: z
    .enum([
      "AL2023_ARM_64_STANDARD",
      "AL2023_x86_64_STANDARD",
      "BOTTLEROCKET_ARM_64",
      "BOTTLEROCKET_x86_64",
    ])
    .default("AL2023_ARM_64_STANDARD")
    .meta({ description: "Image of the nodes, of their processors' architecture." }),
  volumeGiB: z
    .int()
    .min(20)
    .max(16384)
    .default(50)
    .meta({ description: "Size of a node's volume for images and logs.", unit: "GiB" }),
  capacityType: z.enum(["ON_DEMAND", "SPOT"]).default("ON_DEMAND").meta({
    description: "How instances are paid for. Spot instances are taken back at short notice.",
  }),
  maxPods: z.int().min(1).max(250).default(110).meta({
    description: "Most pods of a node. AWS advises 110 for fewer than 30 vCPUs.",
    unit: "pods",
  }),
  onePerSubnet: z.boolean().default(false).meta({
    description:
      "A group in each zone, with `minimum` and `maximum` each, for pods with volumes, which stay in their zone.",
  }),
  labels: z
    .record(z.string(), z.string())
    .default({})
    .meta({ description: "Labels of the nodes in Kubernetes." }),
  taints: z.array(taint).default([]).meta({ description: "What keeps pods off the nodes." }),
});

const addonVersion = (version: string) =>
  z
    .string()
    .regex(/^v\d+\.\d+\.\d+-eksbuild\.\d+$/, "must be a version of EKS such as v1.22.4-eksbuild.3")
    .default(version);

/** Versions for Kubernetes 1.36, as of November 2026. */
const addonVersions = z.strictObject({
  "aws-ebs-csi-driver": addonVersion("v1.63.1-eksbuild.1").meta({ description: "EBS volumes." }),
  coredns: addonVersion("v1.14.3-eksbuild.23").meta({ description: "Names of services." }),
  "eks-pod-identity-agent": addonVersion("v1.3.10-eksbuild.3").meta({
    description: "Roles of pods.",
  }),
  "kube-proxy": addonVersion("v1.36.0-eksbuild.25").meta({
    description: "Addresses of services, in step with Kubernetes.",
  }),
  "metrics-server": addonVersion("v0.8.1-eksbuild.11").meta({
    description: "Use of processors and memory, for autoscalers.",
  }),
  "vpc-cni": addonVersion("v1.22.4-eksbuild.3").meta({ description: "Addresses of pods." }),
});

const chartVersion = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/, "must be an exact version such as 1.2.3")
  .optional();

const namespace = z.strictObject({
  podSecurity: z.enum(["baseline", "privileged", "restricted"]).default("restricted").meta({
    description: "How much its pods may do on their node, by the Pod Security Standards.",
  }),
  quota: z
    .record(
      z.string(),
      z
        .string()
        .regex(
          /^\d+(\.\d+)?(m|k|Ki|M|Mi|G|Gi|T|Ti)?$/,
          "must be a quantity such as 8, 500m or 16Gi",
        ),
    )
    .default({})
    .meta({
      description: "Most of each resource that it may use, by Kubernetes' own names.",
      examples: [{ "requests.cpu": "8", "requests.memory": "16Gi", pods: "50" }],
    }),
});

/** The Kubernetes cluster of a stack. */
export const clusterSchema = z.strictObject({
  kubernetesVersion: z
    .string()
    .regex(/^1\.\d{2}$/, "must be a minor version such as 1.36")
    .default("1.36")
    .meta({ description: "Version of Kubernetes, raised by one minor at a time." }),
  endpointAccess: z
    .strictObject({
      publicAccessCidrs: z.array(addressRange).default([]).meta({
        description: "Ranges of the internet that reach the API server; the VPC does in any case.",
      }),
    })
    .prefault({})
    .meta({ description: "Who reaches the API server." }),
  accessEntries: z.record(label(32), accessEntry).meta({
    description:
      "Who may do what in the cluster, by a label. Nobody else may anything, whoever made it included.",
  }),
  kubeconfigRole: principal.optional().meta({
    description:
      "Role that Pulumi takes on to reach the API server; the identity that runs it when left out.",
  }),
  nodeGroups: z
    .record(label(30), nodeGroup)
    .meta({ description: "The nodes, by a label of their kind." }),
  addonVersions: addonVersions
    .prefault({})
    .meta({ description: "Versions of the EKS add-ons, for `kubernetesVersion`." }),
  chartVersions: z
    .strictObject({
      "aws-load-balancer-controller": chartVersion.meta({
        description: "Load balancers' targets.",
      }),
      "cluster-autoscaler": chartVersion.meta({ description: "Number of nodes." }),
      "external-secrets": chartVersion.meta({ description: "Secrets of pods." }),
      "vertical-pod-autoscaler": chartVersion.meta({
        description: "Recommendations of what pods should ask for.",
      }),
    })
    .prefault({})
    .meta({
      description:
        "Versions of the Helm charts; those that the program was written for when left out.",
    }),
  namespaces: z
    .record(z.string(), namespace)
    .meta({ description: "Namespaces for workloads, by name." }),
  logRetentionDays: logRetentionDays.default(90),
  deletionProtection: z.boolean().default(true).meta({
    description:
      "AWS and Pulumi refuse to delete it; its logs, and the volumes of its pods, are left standing.",
  }),
});
