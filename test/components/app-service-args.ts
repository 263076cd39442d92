import * as aws from "@pulumi/aws";
import * as k8s from "@pulumi/kubernetes";
import { AppService } from "../../components/app-service";
import type { AppServiceArgs } from "../../components/app-service/args";
import { preview, type Previewed } from "../support/preview";

/** The least arguments, without what stands before. */
export const args: Omit<AppServiceArgs, "ready"> = {
  workloadName: "orders",
  namespace: "shop",
  partOf: "shop",
  clusterName: "shop-production",
  region: "eu-west-1",
  accountId: "123456789012",
  secretStore: { kind: "SecretStore", name: "secrets-manager" },
  image: "registry.example.com/orders:1.4.2",
  port: 3000,
  replicas: { minimum: 3 },
  resources: { requests: { cpu: "1", memory: "2Gi" }, limits: { cpu: "2", memory: "4Gi" } },
  probes: { liveness: { path: "/api/v1/health" }, readiness: { path: "/api/v1/ready" } },
};

/** Types of the children, and of the VPC that stands for what must be there before. */
export const types = {
  association: "aws:eks/podIdentityAssociation:PodIdentityAssociation",
  autoscaler: "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
  binding: "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding",
  budget: "kubernetes:policy/v1:PodDisruptionBudget",
  deployment: "kubernetes:apps/v1:Deployment",
  map: "kubernetes:core/v1:ConfigMap",
  policy: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
  role: "aws:iam/role:Role",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
  secret: "kubernetes:external-secrets.io/v1:ExternalSecret",
  service: "kubernetes:core/v1:Service",
  serviceAccount: "kubernetes:core/v1:ServiceAccount",
  verticalAutoscaler: "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler",
  vpc: "aws:ec2/vpc:Vpc",
} as const;

/** What a service would be made of in a cluster that stands. */
export function previewService(
  change: Partial<AppServiceArgs> = {},
  look: (service: AppService) => void = () => undefined,
): Promise<Previewed> {
  return preview(([provider]) => {
    const nodes = new aws.ec2.Vpc("nodes", {}, { provider });
    const providers = [provider, new k8s.Provider("cluster", { kubeconfig: "{}" })];
    look(new AppService("orders", { ...args, ready: [nodes], ...change }, { providers }));
  });
}
