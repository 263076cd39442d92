import {
  clusterDeletionProtected,
  clusterEndpointLimited,
  clusterEndpointPrivate,
  clusterLogsDelivered,
  clusterSecretsEncrypted,
} from "../../../policies/rules/cluster";
import { unknown } from "../kit";
import { suite } from "../suite";

const type = "aws:eks/cluster:Cluster";

describe("cluster-secrets-encrypted", () => {
  const keyArn = "arn:aws:kms:eu-west-1:123456789012:key/secrets";
  const encryptionConfig = { provider: { keyArn }, resources: ["secrets"] };
  const rule = suite(clusterSecretsEncrypted, type, { encryptionConfig });
  rule.passes("passes a key of the account's own", {});
  rule.passes("passes a key that is not known yet", {
    encryptionConfig: { ...encryptionConfig, provider: { keyArn: unknown } },
  });
  rule.fails(
    "fails when nothing is said",
    { encryptionConfig: undefined },
    "encryptionConfig must be set",
  );
  rule.fails(
    "fails when the key is AWS's",
    { encryptionConfig: { ...encryptionConfig, provider: { keyArn: "alias/aws/eks" } } },
    'encryptionConfig.provider.keyArn must be a key of your own, got "alias/aws/eks"',
  );
  rule.fails(
    "fails when no key is named",
    { encryptionConfig: { resources: ["secrets"] } },
    "encryptionConfig.provider.keyArn must be set",
  );
  rule.fails(
    "fails when it is about something else",
    { encryptionConfig: { ...encryptionConfig, resources: ["configmaps"] } },
    "encryptionConfig.resources must name secrets, but does not",
  );
  rule.isUndecided(
    "is undecided while it is not known what is encrypted",
    { encryptionConfig: { ...encryptionConfig, resources: unknown } },
    "encryptionConfig.resources",
  );
});

describe("cluster-endpoint-private", () => {
  const vpcConfig = { endpointPublicAccess: false, endpointPrivateAccess: true };
  const rule = suite(clusterEndpointPrivate, type, { vpcConfig });
  rule.passes("passes an endpoint within the VPC", {});
  rule.fails(
    "fails when AWS's defaults hold",
    { vpcConfig: {} },
    "vpcConfig.endpointPrivateAccess must be true, but is not set",
    "vpcConfig.endpointPublicAccess must be false, but is not set",
  );
  rule.fails(
    "fails when the internet reaches it too",
    { vpcConfig: { ...vpcConfig, endpointPublicAccess: true } },
    "vpcConfig.endpointPublicAccess must be false, got true",
  );
  rule.isUndecided(
    "is undecided while it is not known who reaches it",
    { vpcConfig: { ...vpcConfig, endpointPublicAccess: unknown } },
    "vpcConfig.endpointPublicAccess",
  );
});

describe("cluster-endpoint-limited", () => {
  const vpcConfig = { endpointPublicAccess: true, publicAccessCidrs: ["203.0.113.0/24"] };
  const rule = suite(clusterEndpointLimited, type, { vpcConfig });
  rule.passes("passes named networks", {});
  rule.fails(
    "fails when the whole internet is one of them",
    { vpcConfig: { ...vpcConfig, publicAccessCidrs: ["203.0.113.0/24", "0.0.0.0/0"] } },
    'vpcConfig.publicAccessCidrs[1] must not be the whole internet, got "0.0.0.0/0"',
  );
  rule.fails(
    "fails when half of it is",
    { vpcConfig: { ...vpcConfig, publicAccessCidrs: ["128.0.0.0/1"] } },
    'vpcConfig.publicAccessCidrs[0] must not be the whole internet, got "128.0.0.0/1"',
  );
  rule.fails(
    "fails when AWS's defaults hold",
    { vpcConfig: {} },
    "vpcConfig.publicAccessCidrs must name who may reach the API server, but names nobody",
  );
  rule.isUndecided(
    "is undecided while a network is not known",
    { vpcConfig: { ...vpcConfig, publicAccessCidrs: [unknown] } },
    "vpcConfig.publicAccessCidrs[0]",
  );
  rule.isUndecided(
    "is undecided while none is",
    { vpcConfig: { ...vpcConfig, publicAccessCidrs: unknown } },
    "vpcConfig.publicAccessCidrs",
  );
  rule.isUndecided(
    "is undecided while an open endpoint may be a private one",
    { vpcConfig: { endpointPublicAccess: unknown } },
    "vpcConfig.endpointPublicAccess",
  );
  rule.doesNotApply(
    "does not apply to a private endpoint",
    { vpcConfig: { endpointPublicAccess: false } },
    "it is not reached from the internet",
  );
});

describe("cluster-logs-delivered", () => {
  const all = ["api", "audit", "authenticator", "controllerManager", "scheduler"];
  const rule = suite(clusterLogsDelivered, type, { enabledClusterLogTypes: all });
  rule.passes("passes all five", {});
  rule.fails(
    "fails when one is missing",
    { enabledClusterLogTypes: all.slice(0, 4) },
    "enabledClusterLogTypes must name scheduler, but does not",
  );
  rule.fails(
    "fails when none is delivered",
    { enabledClusterLogTypes: undefined },
    ...all.map((name) => `enabledClusterLogTypes must name ${name}, but does not`),
  );
  rule.isUndecided(
    "is undecided while one of them is not known",
    { enabledClusterLogTypes: [...all.slice(0, 4), unknown] },
    "enabledClusterLogTypes[4]",
  );
  const few = suite(
    clusterLogsDelivered,
    type,
    { enabledClusterLogTypes: ["audit"] },
    { logTypes: ["audit"] },
  );
  few.passes("passes those that configuration asks for", {});
  few.fails(
    "fails when one of these is missing",
    { enabledClusterLogTypes: ["api"] },
    "enabledClusterLogTypes must name audit, but does not",
  );
});

describe("cluster-deletion-protected", () => {
  const rule = suite(clusterDeletionProtected, type, { deletionProtection: true });
  rule.passes("passes a cluster that AWS keeps", {});
  rule.fails(
    "fails when nothing is said",
    { deletionProtection: undefined },
    "deletionProtection must be true, but is not set",
  );
  rule.isUndecided(
    "is undecided while it is not known",
    { deletionProtection: unknown },
    "deletionProtection",
  );
});
