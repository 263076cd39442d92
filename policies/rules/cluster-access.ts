import { must, mustBe } from "../must";
import { resourceRule } from "../rule";

export const clusterAccessByEntries = resourceRule({
  id: "cluster-access-by-entries",
  requires: "Who may use the API server of EKS clusters is said by access entries alone.",
  why: "The ConfigMap aws-auth is another list, inside the cluster: no review of IAM shows it, and one wrong edit locks everybody out or lets somebody in.",
  fix: 'Set accessConfig.authenticationMode to "API", and create an aws.eks.AccessEntry for each role; there is no way back.',
  severity: "medium",
  standards: {},
  types: ["aws:eks/cluster:Cluster"],
  exemptible: true,
  check: (cluster) => mustBe(cluster.at("accessConfig").at("authenticationMode"), "API"),
});

const role = /^arn:[^:]+:iam::\d{12}:role\/[^*?]+$/;

export const clusterAccessByRoles = resourceRule({
  id: "cluster-access-by-roles",
  requires: "Roles are let into EKS clusters, each by its ARN; users and whole accounts are not.",
  why: "The keys of a user work from anywhere until somebody deletes them. A role is taken for an hour, by those whom its trust policy names.",
  fix: "Name the ARN of an IAM role as principalArn.",
  severity: "high",
  standards: {},
  types: [
    "aws:eks/accessEntry:AccessEntry",
    "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
  ],
  exemptible: true,
  check: (entry) =>
    must(entry.at("principalArn"), "be the ARN of a role", (value) => role.test(String(value))),
});
