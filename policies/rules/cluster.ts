import { all, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { given, must, mustBe, oneMust } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { mustBeCustomerKey } from "./customer-key";
import { isWholeInternet } from "./whole-internet";

const types = ["aws:eks/cluster:Cluster"];

export const clusterSecretsEncrypted = resourceRule({
  id: "cluster-secrets-encrypted",
  requires: "EKS clusters encrypt the secrets of Kubernetes with a KMS key of the account's own.",
  why: "Whoever reads the store of the control plane, or a copy of it, reads every password in the cluster; with a key of your own that takes a second right, and each use is recorded.",
  fix: 'Set encryptionConfig with the resources ["secrets"] and the ARN of an aws.kms.Key; it cannot be taken back.',
  severity: "high",
  standards: { securityHub: ["EKS.3"], checkov: ["CKV_AWS_58"] },
  types,
  exemptible: true,
  check: (cluster) => {
    const config = cluster.at("encryptionConfig");
    if (!config.isSet) return fail(`${config.path} must be set`);
    return all(
      mustInclude(config.at("resources"), "secrets"),
      mustBeCustomerKey(config.at("provider").at("keyArn")),
    );
  },
});

export const clusterEndpointPrivate = resourceRule({
  id: "cluster-endpoint-private",
  requires: "The API server of EKS clusters is reached through the VPC alone.",
  why: "Whoever finds a token, or a hole in the API server, has the whole cluster; on the internet everybody may try.",
  fix: "Set endpointPublicAccess to false and endpointPrivateAccess to true in vpcConfig, and reach it through the VPC.",
  severity: "high",
  standards: { securityHub: ["EKS.1"], checkov: ["CKV_AWS_39"] },
  types,
  exemptible: true,
  profiles: { staging: { level: "advisory" } },
  check: (cluster) => {
    const network = cluster.at("vpcConfig");
    return all(
      mustBe(network.at("endpointPublicAccess"), false),
      mustBe(network.at("endpointPrivateAccess"), true),
    );
  },
});

export const clusterEndpointLimited = resourceRule({
  id: "cluster-endpoint-limited",
  requires: "The API server of EKS clusters is not open to the whole internet.",
  why: "AWS opens it to every address where the program names none.",
  fix: "Name the addresses that may reach it in vpcConfig.publicAccessCidrs, or set endpointPublicAccess to false.",
  severity: "critical",
  standards: { checkov: ["CKV_AWS_38"] },
  types,
  exemptible: true,
  check: (cluster) => {
    const network = cluster.at("vpcConfig");
    const isPublic = network.at("endpointPublicAccess");
    return isPublic.value === false
      ? notApplicable("it is not reached from the internet")
      : given(isPublic, mustNameNetworks(network.at("publicAccessCidrs")));
  },
});

function mustNameNetworks(ranges: Property): Judgement {
  if (ranges.isUnknown) return undecided(ranges.path);
  if (ranges.items.length === 0) {
    return fail(`${ranges.path} must name who may reach the API server, but names nobody`);
  }
  return all(
    ...ranges.items.map((range) =>
      must(range, "not be the whole internet", (value) => !isWholeInternet(String(value))),
    ),
  );
}

/** What a control plane can log. */
const logTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"] as const;

export const clusterLogsDelivered = resourceRule({
  id: "cluster-logs-delivered",
  requires: "EKS clusters deliver the logs of their control plane.",
  why: "Nobody else records who did what in the cluster: without the audit log an intruder leaves no trace.",
  fix: "Name every log in enabledClusterLogTypes, and create the log group /aws/eks/<name>/cluster first, with a key and retention.",
  severity: "medium",
  standards: { securityHub: ["EKS.8"], checkov: ["CKV_AWS_37"] },
  types,
  settings: {
    logTypes: {
      kind: "texts",
      description: "Logs that must be delivered.",
      form: `names among ${logTypes.join(", ")}`,
      pattern: `^(${logTypes.join("|")})$`,
      default: logTypes,
      stricter: "more",
    },
  },
  exemptible: true,
  check: (cluster, settings) => {
    const delivered = cluster.at("enabledClusterLogTypes");
    return all(...settings.logTypes.map((name) => mustInclude(delivered, name)), pass);
  },
});

export const clusterDeletionProtected = resourceRule({
  id: "cluster-deletion-protected",
  requires: "AWS refuses to delete EKS clusters.",
  why: "With the control plane goes everything that was told to it; nodes and volumes are left behind without a master.",
  fix: "Set deletionProtection to true.",
  severity: "high",
  standards: {},
  types,
  exemptible: true,
  profiles: { staging: { level: "disabled" } },
  check: (cluster) => mustBe(cluster.at("deletionProtection"), true),
});

function mustInclude(list: Property, wanted: string): Judgement {
  if (list.isUnknown) return undecided(list.path);
  const failure = `${list.path} must name ${wanted}, but does not`;
  return oneMust(list.items, (value) => value === wanted, failure);
}
