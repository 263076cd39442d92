import type { Inputs } from "@pulumi/pulumi";
import { having, without, type InputEdit, type SpecEdit } from "../../support/unsafe-edit";

const listener = "aws:lb/listener:Listener";
const distribution = "aws:cloudfront/distribution:Distribution";
const cluster = { type: "aws:eks/cluster:Cluster", resource: "cluster" };
const template = { type: "aws:ec2/launchTemplate:LaunchTemplate", resource: "cluster-general" };
const balancer = { type: "aws:lb/loadBalancer:LoadBalancer", resource: "edge" };

const registry = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

type Container = Readonly<Record<string, unknown>>;
interface Pod {
  readonly containers: readonly Container[];
  readonly securityContext: object;
}

/** The deployment of one service, with its pods changed. */
function deployment(name: string, change: (pod: Pod) => object) {
  return {
    type: "kubernetes:apps/v1:Deployment",
    name,
    resource: name,
    change: (inputs: Inputs): Inputs => {
      const { template: pods, ...spec } = inputs["spec"] as { template: { spec: Pod } };
      const template = { ...pods, spec: { ...pods.spec, ...change(pods.spec) } };
      return { ...inputs, spec: { ...spec, template } };
    },
  };
}

/** The deployment of one service, with its container changed. */
function container(name: string, change: (container: Container) => object) {
  return deployment(name, ({ containers }) => ({
    containers: containers.map((each) => ({ ...each, ...change(each) })),
  }));
}

/** The deployment of one service, with what its container may do changed. */
function confined(name: string, further: object) {
  return container(name, ({ securityContext }) => ({
    securityContext: { ...(securityContext as object), ...further },
  }));
}

/** A resource, with fields of one of its inputs changed. */
function within(input: string, further: object) {
  return (inputs: Inputs): Inputs => ({
    ...inputs,
    [input]: { ...(inputs[input] as object), ...further },
  });
}

/** An object in the cluster, with its spec changed. */
function havingSpec(further: object) {
  return within("spec", further);
}

/** The cluster and its nodes, unsafe in one way each. */
export const clusterEdits: readonly (SpecEdit | InputEdit)[] = [
  {
    what: "an API server that some of the internet reaches",
    set: 'cluster.endpointAccess.publicAccessCidrs=["203.0.113.0/24"]',
    rule: "cluster-endpoint-private",
    resource: "cluster",
  },
  {
    what: "secrets of Kubernetes without a key of ours",
    ...cluster,
    change: without("encryptionConfig"),
    rule: "cluster-secrets-encrypted",
  },
  {
    what: "a control plane that logs nothing",
    ...cluster,
    change: having({ enabledClusterLogTypes: [] }),
    rule: "cluster-logs-delivered",
  },
  {
    what: "a cluster that anyone may delete",
    ...cluster,
    change: having({ deletionProtection: false }),
    rule: "cluster-deletion-protected",
  },
  {
    what: "a cluster that is opened by a ConfigMap",
    ...cluster,
    change: having({ accessConfig: { authenticationMode: "API_AND_CONFIG_MAP" } }),
    rule: "cluster-access-by-entries",
  },
  {
    what: "nodes that give away their role",
    ...template,
    change: having({ metadataOptions: { httpTokens: "optional", httpPutResponseHopLimit: 1 } }),
    rule: "launch-template-metadata-protected",
  },
  {
    what: "nodes with plain text on their disks",
    ...template,
    change: having({
      blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "false" } }],
    }),
    rule: "launch-template-volumes-encrypted",
  },
  {
    what: "a namespace whose pods may do what they like",
    set: "cluster.namespaces.cdf-smarthub.podSecurity=privileged",
    rule: "kubernetes-namespace-pod-security",
    resource: "cluster-services-cdf-smarthub",
  },
  {
    what: "a chart of whatever version is newest",
    type: "kubernetes:helm.sh/v3:Release",
    name: "cluster-services-external-secrets",
    change: without("version"),
    rule: "kubernetes-release-pinned",
    resource: "cluster-services-external-secrets",
  },
  {
    what: "a store that reads the secrets of all namespaces",
    type: "kubernetes:external-secrets.io/v1:SecretStore",
    name: "cluster-services-cdf-smarthub",
    change: havingSpec({
      provider: { aws: { service: "SecretsManager", region: "eu-west-1" } },
    }),
    rule: "kubernetes-secret-store-limited",
    resource: "cluster-services-cdf-smarthub",
  },
];

/** The services, unsafe in one way each. */
export const serviceEdits: readonly (SpecEdit | InputEdit)[] = [
  {
    what: "a container as root",
    ...deployment("api-gateway", ({ securityContext }) => ({
      securityContext: { ...securityContext, runAsNonRoot: false },
    })),
    rule: "pod-non-root",
  },
  {
    what: "a privileged container",
    ...confined("api-gateway", { privileged: true }),
    rule: "pod-unprivileged",
  },
  {
    what: "a container that may gain rights",
    ...confined("user-service", { allowPrivilegeEscalation: true }),
    rule: "pod-escalation-refused",
  },
  {
    what: "a container that keeps its capabilities",
    ...confined("finance-service", { capabilities: {} }),
    rule: "pod-capabilities-dropped",
  },
  {
    what: "a container that writes to its image",
    ...confined("project-service", { readOnlyRootFilesystem: false }),
    rule: "pod-root-read-only",
  },
  {
    what: "an image whose tag moves",
    ...container("user-service", () => ({
      image: `${registry}/cdf-smart-hub/user-service:latest`,
    })),
    rule: "pod-image-pinned",
  },
  {
    what: "a container without limits",
    ...container("finance-service", () => ({
      resources: { requests: { cpu: "1", memory: "2Gi" } },
    })),
    rule: "pod-limits-set",
  },
  {
    what: "a container that nobody asks whether it is ready",
    ...container("project-service", () => ({ readinessProbe: undefined })),
    rule: "pod-readiness-probed",
  },
  {
    what: "a password among the variables",
    ...container("api-gateway", () => ({
      env: [{ name: "DB_PASSWORD", value: "correct horse battery staple" }],
    })),
    rule: "pod-secrets-kept-out",
  },
  {
    what: "pods on the nodes' own network",
    ...deployment("finance-service", () => ({ hostNetwork: true })),
    rule: "pod-host-namespaces-own",
  },
  {
    what: "a password in a ConfigMap",
    type: "kubernetes:core/v1:ConfigMap",
    name: "user-service",
    change: within("data", { DB_PASSWORD: "correct horse battery staple" }),
    rule: "kubernetes-config-map-plain",
    resource: "user-service",
  },
  {
    what: "a port of every node",
    type: "kubernetes:core/v1:Service",
    name: "project-service",
    change: havingSpec({ type: "NodePort" }),
    rule: "kubernetes-service-internal",
    resource: "project-service",
  },
  {
    what: "one pod for all users",
    type: "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
    name: "user-service",
    change: havingSpec({ minReplicas: 1 }),
    rule: "pod-replicas-enough",
    resource: "user-service",
  },
  {
    what: "pods that reach whatever they like",
    type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
    name: "finance-service",
    change: havingSpec({ egress: [{}] }),
    rule: "kubernetes-network-policy-limited",
    resource: "finance-service",
  },
  {
    what: "a service that may do everything",
    type: "aws:iam/rolePolicy:RolePolicy",
    name: "project-service",
    change: having({
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
      }),
    }),
    rule: "iam-policy-limited",
    resource: "project-service",
  },
];

/** The edge, unsafe in one way each. */
export const edgeEdits: readonly (SpecEdit | InputEdit)[] = [
  {
    what: "a firewall that only counts",
    set: "edge.waf.mode=count",
    rule: "firewall-blocks",
    resource: "edge",
  },
  {
    what: "requests that HTTP answers",
    type: listener,
    name: "edge-http",
    change: having({ defaultActions: [{ type: "fixed-response" }] }),
    rule: "load-balancer-http-redirected",
    resource: "edge-http",
  },
  {
    what: "versions of TLS that are broken",
    type: listener,
    name: "edge-https",
    change: having({ sslPolicy: "ELBSecurityPolicy-2016-08" }),
    rule: "load-balancer-tls-current",
    resource: "edge-https",
  },
  {
    what: "a firewall that lets anyone ask without end",
    type: "aws:wafv2/webAclRule:WebAclRule",
    name: "edge-RateLimitRule",
    change: having({ statement: { geoMatchStatement: { countryCodes: ["ZM"] } } }),
    rule: "firewall-rate-limited",
    resource: "edge",
  },
  {
    what: "a load balancer that logs nothing",
    ...balancer,
    change: having({ accessLogs: { bucket: "logs", enabled: false } }),
    rule: "load-balancer-access-logged",
  },
  {
    what: "requests that are read in two ways",
    ...balancer,
    change: having({ dropInvalidHeaderFields: false }),
    rule: "load-balancer-malformed-refused",
  },
  {
    what: "files without TLS",
    type: distribution,
    change: within("defaultCacheBehavior", { viewerProtocolPolicy: "allow-all" }),
    rule: "distribution-viewers-https",
    resource: "edge-cdn",
  },
  {
    what: "files without a firewall",
    type: distribution,
    change: without("webAclId"),
    rule: "distribution-firewalled",
    resource: "edge-cdn",
  },
];
