import assert from "node:assert/strict";
import { args, names, previewNetwork } from "./network-under-test";

const flowLog = "aws:ec2/flowLog:FlowLog";
const logGroup = "aws:cloudwatch/logGroup:LogGroup";
const queryLog = "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig";
const queryLogAssociation =
  "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation";
const role = "aws:iam/role:Role";
const rolePolicy = "aws:iam/rolePolicy:RolePolicy";
const vpc = "aws:ec2/vpc:Vpc";

describe("the logs of a Network", () => {
  it("are kept encrypted, under names that are known beforehand", async () => {
    const previewed = await previewNetwork(args);

    assert.deepEqual(names(previewed, logGroup), ["network-dns-queries", "network-flow-logs"]);
    assert.equal(
      previewed.one(logGroup, "network-dns-queries").inputs["name"],
      "/shop/production/dns-queries",
    );
    assert.equal(
      previewed.one(logGroup, "network-flow-logs").inputs["name"],
      "/shop/production/flow-logs",
    );
    for (const { inputs } of previewed.all(logGroup)) {
      assert.equal(inputs["kmsKeyId"], "arn:aws:kms:eu-west-1:123456789012:key/1234abcd");
    }
  });

  it("are kept for a year, the queries for 90 days", async () => {
    const { one } = await previewNetwork(args);

    assert.equal(one(logGroup, "network-flow-logs").inputs["retentionInDays"], 365);
    assert.equal(one(logGroup, "network-dns-queries").inputs["retentionInDays"], 90);
  });

  it("are kept as long as they are told", async () => {
    const { one } = await previewNetwork({
      ...args,
      flowLogs: { retentionDays: 2557 },
      dnsQueryLogs: { retentionDays: 30 },
    });

    assert.equal(one(logGroup, "network-flow-logs").inputs["retentionInDays"], 2557);
    assert.equal(one(logGroup, "network-dns-queries").inputs["retentionInDays"], 30);
  });

  it("are protected by AWS too", async () => {
    const { all } = await previewNetwork(args);

    assert.deepEqual(
      all(logGroup).map(({ inputs }) => inputs["deletionProtectionEnabled"]),
      [true, true],
    );
  });

  it("are protected by nothing when the network is not", async () => {
    const { all } = await previewNetwork({ ...args, deletionProtection: false });

    assert.deepEqual(
      all(logGroup).map(({ inputs }) => inputs["deletionProtectionEnabled"]),
      [false, false],
    );
  });

  it("record all traffic of the VPC, each minute", async () => {
    const { one } = await previewNetwork(args);
    const { inputs, propertyDependencies } = one(flowLog);

    assert.equal(inputs["trafficType"], "ALL");
    assert.equal(inputs["maxAggregationInterval"], 60);
    assert.equal(inputs["logDestinationType"], "cloud-watch-logs");
    assert.deepEqual(propertyDependencies, {
      iamRoleArn: [one(role).urn],
      logDestination: [one(logGroup, "network-flow-logs").urn],
      vpcId: [one(vpc).urn],
    });
  });

  it("record the traffic they are told to, as often as they are told", async () => {
    const flowLogs = { trafficType: "REJECT", aggregationSeconds: 600 } as const;
    const { inputs } = (await previewNetwork({ ...args, flowLogs })).one(flowLog);

    assert.equal(inputs["trafficType"], "REJECT");
    assert.equal(inputs["maxAggregationInterval"], 600);
  });

  it("begin once the role may write, and end before their successor begins", async () => {
    const { one } = await previewNetwork(args);
    const { options } = one(flowLog);

    assert.ok(options.dependsOn.includes(one(rolePolicy).urn));
    assert.equal(options.deleteBeforeReplace, true);
  });

  it("are written by flow logs of this account and region alone", async () => {
    const { inputs } = (await previewNetwork(args)).one(role);

    assert.deepEqual(JSON.parse(String(inputs["assumeRolePolicy"])), {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringEquals: { "aws:SourceAccount": "123456789012" },
            ArnLike: { "aws:SourceArn": "arn:aws:ec2:eu-west-1:123456789012:vpc-flow-log/*" },
          },
        },
      ],
    });
  });

  it("are written to one log group, which the role may look for among the others", async () => {
    const { one } = await previewNetwork(args);
    const { inputs, propertyDependencies } = one(rolePolicy);

    assert.deepEqual(propertyDependencies["role"], [one(role).urn]);
    assert.deepEqual(JSON.parse(String(inputs["policy"])), {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          Resource: "arn:aws:logs:eu-west-1:123456789012:log-group:/shop/production/flow-logs:*",
        },
        {
          Effect: "Allow",
          Action: "logs:DescribeLogGroups",
          Resource: "arn:aws:logs:eu-west-1:123456789012:log-group:*",
        },
      ],
    });
  });

  it("hold the DNS queries of the VPC", async () => {
    const { one } = await previewNetwork(args);

    assert.deepEqual(one(queryLog).propertyDependencies, {
      destinationArn: [one(logGroup, "network-dns-queries").urn],
    });
    assert.deepEqual(one(queryLogAssociation).propertyDependencies, {
      resolverQueryLogConfigId: [one(queryLog).urn],
      resourceId: [one(vpc).urn],
    });
  });
});
