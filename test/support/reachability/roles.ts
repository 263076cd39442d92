import type { Deployed } from "./deployed";
import type { Graph } from "./graph";
import { allow, principalsOf, isAbout, type Request } from "./policies";
import { listAt, parsed, recordAt, textAt } from "./read";

/** Policies of AWS that give no right to data, secrets or keys: those for what serves nodes and measures. */
const harmless = [
  "AmazonEBSCSIDriverPolicyV2",
  "AmazonEC2ContainerRegistryPullOnly",
  "AmazonEKSClusterPolicy",
  "AmazonEKSWorkerNodePolicy",
  "AmazonEKS_CNI_Policy",
  "AmazonRDSEnhancedMonitoringRole",
];

/** The names of the roles that may do all of what is asked. */
export function rolesThatMay(
  graph: Graph,
  requests: (role: Deployed) => readonly Request[],
): readonly string[] {
  return graph
    .ofType("aws:iam/role:Role")
    .filter((role) => requests(role).every((request) => mayRole(graph, role, request)))
    .map(({ name }) => name);
}

/** Whether a role's policies let it do something. */
export function mayRole(graph: Graph, role: Deployed, request: Request): boolean {
  return allow(policiesOf(graph, role), request);
}

/** The role that EKS gives to the pods of a service account; undefined where they have none. */
export function roleOfPods(
  graph: Graph,
  namespace: string,
  serviceAccount: string,
): Deployed | undefined {
  const association = graph
    .ofType("aws:eks/podIdentityAssociation:PodIdentityAssociation")
    .find(
      ({ inputs }) =>
        inputs["namespace"] === namespace && inputs["serviceAccount"] === serviceAccount,
    );
  if (association === undefined) return undefined;
  const role = graph.named("aws:iam/role:Role", association.inputs["roleArn"]);
  const cluster = graph.named("aws:eks/cluster:Cluster", association.inputs["clusterName"]);
  const context = {
    "aws:RequestTag/eks-cluster-arn": textAt(cluster?.outputs, "arn"),
    "aws:RequestTag/kubernetes-namespace": namespace,
    "aws:RequestTag/kubernetes-service-account": serviceAccount,
  };
  return role !== undefined && trusts(role, "Service pods.eks.amazonaws.com", context)
    ? role
    : undefined;
}

/** Whether pods with a role may go from it to another: each of the two lets them, and the tags of their sessions with them. */
export function mayTakeOn(graph: Graph, role: Deployed, other: Deployed): boolean {
  const resource = textAt(other.outputs, "arn");
  return (
    takingOn.every((action) => mayRole(graph, role, { action, resource })) &&
    trusts(other, `AWS ${textAt(role.outputs, "arn")}`)
  );
}

const takingOn = ["sts:AssumeRole", "sts:TagSession"];

function trusts(
  role: Deployed,
  principal: string,
  context: Readonly<Record<string, string>> = {},
): boolean {
  const statements = listAt(parsed(role.inputs["assumeRolePolicy"]), "Statement");
  return takingOn.every((action) =>
    statements.some(
      (statement) =>
        principalsOf(statement).includes(principal) &&
        isAbout({ Resource: "*", ...recordAt(statement) }, { action, resource: "*", context }),
    ),
  );
}

function policiesOf(graph: Graph, { id, outputs }: Deployed): readonly unknown[] {
  const isOfRole = ({ inputs }: Deployed) => [id, outputs["name"]].includes(inputs["role"]);
  const attached = graph
    .ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
    .filter(isOfRole)
    .map(({ inputs }) => textAt(inputs, "policyArn"));
  for (const arn of attached)
    if (!harmless.includes(arn.split("/").at(-1) ?? ""))
      throw new Error(`the model does not know what the policy ${arn} allows`);
  return graph
    .ofType("aws:iam/rolePolicy:RolePolicy")
    .filter(isOfRole)
    .map(({ inputs }) => inputs["policy"]);
}
