import assert from "node:assert/strict";
import type { ClusterArgs } from "../../components/cluster/args";
import { settingsOf } from "../../components/cluster/cluster-settings";
import type { ClusterServicesArgs } from "../../components/cluster-services/args";
import { settingsOf as servicesSettingsOf } from "../../components/cluster-services/services-settings";
import { validateServices } from "../../components/cluster-services/validate-services";
import { validateCluster } from "../../components/cluster/validate-cluster";
import { mapRecord } from "../../components/map-record";
import { clusterSchema } from "../../spec/cluster";
import { args } from "./cluster-args";

const spec = clusterSchema.parse({
  accessEntries: {
    deployer: {
      principal: "role/deployer",
      policies: [{ policy: "AmazonEKSClusterAdminPolicy" }],
    },
  },
  nodeGroups: { general: { instanceTypes: ["m7g.large"], minimum: 3, maximum: 6 } },
  namespaces: { shop: {} },
});

/** What a cluster takes of the spec as it is. */
const ofCluster: Pick<
  ClusterArgs,
  | "addonVersions"
  | "deletionProtection"
  | "endpointAccess"
  | "kubernetesVersion"
  | "logRetentionDays"
  | "nodeGroups"
> = spec;

/** What its services take of the spec as it is. */
const ofServices: Pick<ClusterServicesArgs, "chartVersions" | "deletionProtection" | "namespaces"> =
  spec;

const services: ClusterServicesArgs = {
  clusterName: "shop-production",
  region: "eu-west-1",
  accountId: "123456789012",
  kubernetesVersion: "1.36",
  vpcId: "vpc-1",
  dataKeyArn: "arn:data",
  secretsKeyArn: "arn:secrets",
  ready: [],
  namespaces: { shop: {} },
};

/** The namespaces of the spec, which does not say what secrets they have: their workloads do. */
const withoutSecrets = mapRecord(spec.namespaces, (each) => ({ ...each, secretArns: [] }));

describe("Cluster and ClusterServices by the spec", () => {
  it("have the spec's defaults, so that a direct user gets what a system gets", () => {
    const { nodeGroups, endpointAccess, logRetentionDays, deletionProtection } = settingsOf(args);

    assert.deepEqual(nodeGroups, { general: { ...spec.nodeGroups["general"], desired: 3 } });
    assert.deepEqual(endpointAccess, spec.endpointAccess);
    assert.equal(logRetentionDays, spec.logRetentionDays);
    assert.equal(deletionProtection, spec.deletionProtection);
    assert.deepEqual(servicesSettingsOf(services).namespaces, withoutSecrets);
  });

  it("take what the spec gives", () => {
    assert.deepEqual(validateCluster({ ...args, ...ofCluster }), []);
    assert.deepEqual(validateServices({ ...services, ...ofServices }), []);
    const { chartVersions, namespaces } = servicesSettingsOf({ ...services, ...ofServices });
    assert.deepEqual(
      { chartVersions, namespaces },
      { chartVersions: servicesSettingsOf(services).chartVersions, namespaces: withoutSecrets },
    );
  });
});
