import type * as aws from "@pulumi/aws";
import { Cluster } from "../../components/cluster";
import type { ClusterArgs } from "../../components/cluster/args";
import { preview, type Previewed } from "../support/preview";

const key = "arn:aws:kms:eu-west-1:123456789012:key";

/** The least arguments. */
export const args: ClusterArgs = {
  clusterName: "shop-production",
  region: "eu-west-1",
  accountId: "123456789012",
  privateSubnetIds: ["subnet-a", "subnet-b", "subnet-c"],
  appSecurityGroupId: "sg-app",
  ready: [],
  secretsKeyArn: `${key}/secrets`,
  logsKeyArn: `${key}/logs`,
  dataKeyArn: `${key}/data`,
  kubernetesVersion: "1.36",
  accessEntries: {
    deployer: {
      principalArn: "arn:aws:iam::123456789012:role/deployer",
      policies: [{ policy: "AmazonEKSClusterAdminPolicy" }],
    },
  },
  nodeGroups: { general: { instanceTypes: ["m7g.large"], minimum: 3, maximum: 6 } },
  addonVersions: {
    "aws-ebs-csi-driver": "v1.63.1-eksbuild.1",
    coredns: "v1.14.3-eksbuild.23",
    "eks-pod-identity-agent": "v1.3.10-eksbuild.3",
    "kube-proxy": "v1.36.0-eksbuild.25",
    "metrics-server": "v0.8.1-eksbuild.11",
    "vpc-cni": "v1.22.4-eksbuild.3",
  },
};

/** Types of the children. */
export const types = {
  addon: "aws:eks/addon:Addon",
  association: "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
  attachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  cluster: "aws:eks/cluster:Cluster",
  egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  entry: "aws:eks/accessEntry:AccessEntry",
  ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  nodeGroup: "aws:eks/nodeGroup:NodeGroup",
  provider: "pulumi:providers:kubernetes",
  role: "aws:iam/role:Role",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
  template: "aws:ec2/launchTemplate:LaunchTemplate",
} as const;

const previews = new Map<string, Promise<Previewed>>();

/** What a cluster of these arguments would be made of; its component is called `cluster`. The same arguments run once. */
export function previewCluster(clusterArgs: ClusterArgs): Promise<Previewed> {
  const key = JSON.stringify(clusterArgs);
  const preview = previews.get(key) ?? previewComponent(clusterArgs, () => undefined);
  previews.set(key, preview);
  return preview;
}

/** The same, with a look at the component itself. */
export function previewComponent(
  clusterArgs: ClusterArgs,
  look: (cluster: Cluster, provider: aws.Provider) => void,
): Promise<Previewed> {
  return preview((providers) => {
    look(new Cluster("cluster", clusterArgs, { providers }), providers[0]);
  });
}
