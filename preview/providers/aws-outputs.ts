import { isData, unknown, type Data } from "../engine/wire";
import { accountOutputs } from "./aws-account-outputs";
import { edgeOutputs } from "./aws-edge-outputs";
import { digitsOf } from "./naming";
import type { ProviderRequest } from "./stand-in";

/** A resource that AWS has made. */
export interface Created {
  readonly id: string;
  readonly arn: string;
  readonly digits: string;
  readonly inputs: Data;
}

/** Outputs that AWS makes up and that a program goes on with, by type. */
const outputs: Readonly<Record<string, (created: Created) => Data>> = {
  ...accountOutputs,
  ...edgeOutputs,
  "aws:ec2/eip:Eip": ({ id, digits }) => ({
    allocationId: id,
    publicIp: `203.0.113.${(Number.parseInt(digits.slice(0, 2), 16) % 254) + 1}`,
  }),
  "aws:ec2/vpc:Vpc": ({ digits }) => ({
    defaultNetworkAclId: `acl-${digits}`,
    defaultRouteTableId: `rtb-${digits}`,
    defaultSecurityGroupId: `sg-${digits}`,
    mainRouteTableId: `rtb-${digits}`,
  }),
  "aws:ec2/launchTemplate:LaunchTemplate": () => ({ defaultVersion: 1, latestVersion: 1 }),
  "aws:eks/cluster:Cluster": ({ inputs, digits }) => ({
    arn: `arn:aws:eks:${String(inputs["region"])}:123456789012:cluster/${String(inputs["name"])}`,
    certificateAuthority: { data: Buffer.from(digits).toString("base64") },
    endpoint: `https://${digits.toUpperCase()}.gr7.${String(inputs["region"])}.eks.amazonaws.com`,
    vpcConfig: withinVpc(inputs, `sg-${digits}`),
  }),
  "aws:eks/nodeGroup:NodeGroup": ({ digits }) => ({
    resources: [{ autoscalingGroups: [{ name: `eks-${digits}` }] }],
  }),
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": ({ digits }) => ({
    associationId: `a-${digits}`,
  }),
  "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup": ({ inputs, digits }) => ({
    globalReplicationGroupId: `${digits.slice(0, 5)}-${String(inputs["globalReplicationGroupIdSuffix"])}`,
  }),
  "aws:elasticache/replicationGroup:ReplicationGroup": ({ inputs, digits }) => {
    const group = String(inputs["replicationGroupId"]);
    const host = (role: string) =>
      `${role}.${group}.${digits.slice(0, 6)}.${String(inputs["region"])}.cache.amazonaws.com`;
    const isCluster = "replicasPerNodeGroup" in inputs;
    return {
      arn: `arn:aws:elasticache:${String(inputs["region"])}:123456789012:replicationgroup:${group}`,
      ...(isCluster
        ? { configurationEndpointAddress: host("clustercfg") }
        : { primaryEndpointAddress: host("master"), readerEndpointAddress: host("replica") }),
      clusterEnabled: isCluster,
      memberClusters: membersOf(inputs).map((member) => `${group}-${member}`),
    };
  },
  "aws:ec2/vpcEndpoint:VpcEndpoint": ({ inputs, digits }) =>
    inputs["vpcEndpointType"] === "Gateway" ? { prefixListId: `pl-${digits}` } : {},
  "aws:kms/key:Key": ({ id }) => ({ keyId: id }),
  "aws:kms/replicaKey:ReplicaKey": ({ id }) => ({ keyId: id }),
  "aws:msk/cluster:Cluster": (created) => ({
    arn: kafkaArnOf(created, "cluster", "clusterName"),
    clusterUuid: created.digits,
    currentVersion: `K${created.digits.toUpperCase()}`,
    ...bootstrapBrokersOf(created),
  }),
  "aws:msk/configuration:Configuration": (created) => ({
    arn: kafkaArnOf(created, "configuration", "name"),
    latestRevision: 1,
  }),
  "aws:msk/topic:Topic": ({ inputs }) => ({
    arn: `${String(inputs["clusterArn"]).replace(":cluster/", ":topic/")}/${String(inputs["name"])}`,
    configsActual: inputs["configs"] ?? "{}",
  }),
  "aws:rds/instance:Instance": ({ inputs, digits }) => {
    const host = `${String(inputs["identifier"])}.${digits}.${String(inputs["region"])}.rds.amazonaws.com`;
    const port = Number(inputs["port"] ?? 5432);
    return {
      address: host,
      endpoint: `${host}:${String(port)}`,
      port,
      hostedZoneId: `Z${digits.toUpperCase()}`,
      resourceId: `db-${digits.toUpperCase()}`,
      engineVersionActual: inputs["engineVersion"],
      masterUserSecrets:
        inputs["manageMasterUserPassword"] === true
          ? [
              {
                kmsKeyId: inputs["masterUserSecretKmsKeyId"],
                secretArn: `arn:aws:secretsmanager:${String(inputs["region"])}:123456789012:secret:rds!db-${digits}`,
                secretStatus: "active",
              },
            ]
          : [],
    };
  },
  "aws:rds/proxy:Proxy": ({ inputs, digits }) => ({
    endpoint: `${String(inputs["name"])}.proxy-${digits}.${String(inputs["region"])}.rds.amazonaws.com`,
  }),
  "aws:s3/bucket:Bucket": ({ id, inputs }) => ({
    arn: `arn:aws:s3:::${id}`,
    bucketDomainName: `${id}.s3.amazonaws.com`,
    bucketRegionalDomainName: `${id}.s3.${String(inputs["region"])}.amazonaws.com`,
  }),
  "aws:secretsmanager/secretVersion:SecretVersion": ({ digits }) => ({ versionId: digits }),
  "aws:serverlessrepository/cloudFormationStack:CloudFormationStack": ({ inputs, digits }) => ({
    outputs: {
      RotationLambdaARN: `arn:aws:lambda:${String(inputs["region"])}:123456789012:function:${digits}`,
    },
  }),
};

/** What tells the nodes of a replication group apart: `001`, or `0001-001` where there are shards. */
function membersOf(inputs: Data): readonly string[] {
  const replicas = inputs["replicasPerNodeGroup"];
  if (replicas === undefined) return numbered(Number(inputs["numCacheClusters"] ?? 1), 3);
  const nodes = numbered(1 + Number(replicas), 3);
  const shards = numbered(Number(inputs["numNodeGroups"] ?? 1), 4);
  return shards.flatMap((shard) => nodes.map((node) => `${shard}-${node}`));
}

function numbered(count: number, digits: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1).padStart(digits, "0"));
}

/** The ports at which a cluster's brokers listen, by the output that names them. */
const brokerPorts = {
  bootstrapBrokersTls: 9094,
  bootstrapBrokersSaslScram: 9096,
  bootstrapBrokersSaslIam: 9098,
} as const;

/** The first brokers of a cluster, for each way in which its clients prove who they are; empty for the others. */
function bootstrapBrokersOf({ inputs, digits }: Created): Data {
  const authentication = inputs["clientAuthentication"];
  const { sasl, tls } = isData(authentication) ? authentication : {};
  const { iam, scram } = isData(sasl) ? sasl : {};
  const has = {
    bootstrapBrokersTls: tls !== undefined,
    bootstrapBrokersSaslScram: scram === true,
    bootstrapBrokersSaslIam: iam === true,
  };
  const domain = `${String(inputs["clusterName"])}.${digits}.c2.kafka.${String(inputs["region"])}.amazonaws.com`;
  return Object.fromEntries(
    Object.entries(brokerPorts).map(([output, port]) => {
      const hosts = [1, 2, 3].map((broker) => `b-${broker}.${domain}:${port}`);
      return [output, has[output as keyof typeof has] ? hosts.join(",") : ""];
    }),
  );
}

function kafkaArnOf({ inputs, digits }: Created, kind: string, name: string): string {
  return `arn:aws:kafka:${String(inputs["region"])}:123456789012:${kind}/${String(inputs[name])}/${digits}`;
}

/** What is known of a resource before its creation: what it is made from, but for what AWS adds inside of that. */
export function plannedOutputs({ type, inputs }: ProviderRequest): Data {
  return type === "aws:eks/cluster:Cluster"
    ? { ...inputs, vpcConfig: withinVpc(inputs, unknown) }
    : inputs;
}

/** Where a control plane stands, with the security group that EKS makes for it. */
function withinVpc({ vpcConfig }: Data, clusterSecurityGroupId: string): unknown {
  return isData(vpcConfig) ? { ...vpcConfig, clusterSecurityGroupId } : vpcConfig;
}

/** What AWS knows a resource by, of the types whose id a program or a rule meets elsewhere. */
const ids: Readonly<Record<string, (inputs: Data, digits: string) => string>> = {
  "aws:route53/zone:Zone": (_, digits) => `Z${digits.toUpperCase()}`,
  "aws:s3/bucket:Bucket": ({ bucket }) => String(bucket),
};

/** A resource as AWS would describe it after its creation. */
export function createdOutputs({ urn, type, name, inputs }: ProviderRequest): {
  readonly id: string;
  readonly outputs: Data;
} {
  const digits = digitsOf(urn, 12);
  const id = ids[type]?.(inputs, digits) ?? `${name}-${digits}`;
  const arn = arnOf(type, id, inputs);
  const made = outputs[type]?.({ id, arn, digits, inputs }) ?? {};
  return { id, outputs: { ...inputs, id, arn, ...made } };
}

function arnOf(type: string, id: string, inputs: Data): string {
  const service = type.split(":")[1]?.split("/")[0] ?? "aws";
  const where = typeof inputs["region"] === "string" ? inputs["region"] : "";
  const named = typeof inputs["name"] === "string" ? inputs["name"] : id;
  return `arn:aws:${service}:${where}:123456789012:${named}`;
}
