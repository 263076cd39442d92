import assert from "node:assert/strict";
import { HostedZones } from "../../components/hosted-zones";
import type { HostedZonesArgs } from "../../components/hosted-zones/args";
import { preview, type Previewed } from "../support/preview";

const logsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd";
const args: HostedZonesArgs = {
  accountId: "123456789012",
  zones: { "example.com": {} },
  logsKeyArn,
};
const nameServers = ["ns-1.example.net", "ns-2.example.net"];

function previewZones(changed: Partial<HostedZonesArgs> = {}): Promise<Previewed> {
  return preview((providers) => new HostedZones("zones", { ...args, ...changed }, { providers }));
}

const zone = "aws:route53/zone:Zone";
const record = "aws:route53/record:Record";
const key = "aws:kms/key:Key";
const signingKey = "aws:route53/keySigningKey:KeySigningKey";
const signing = "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec";
const queryLog = "aws:route53/queryLog:QueryLog";
const logGroup = "aws:cloudwatch/logGroup:LogGroup";
const logPolicy = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";

describe("HostedZones", () => {
  it("makes a zone of each domain, protected", async () => {
    const { inputs, options } = (await previewZones()).one(zone);
    assert.equal(inputs["name"], "example.com");
    assert.equal(options.protect, true);
  });

  it("protects nothing when it is told so", async () => {
    const { one } = await previewZones({ deletionProtection: false });
    assert.equal(one(zone).options.protect, false);
    assert.equal(one(key).options.protect, false);
  });

  it("lets only AWS issue certificates for the names of a zone", async () => {
    const { inputs, propertyDependencies } = (await previewZones()).one(record);
    const { name, type, ttl, records } = inputs;
    assert.deepEqual(
      { name, type, ttl, records },
      { name: "example.com", type: "CAA", ttl: 3600, records: ['0 issue "amazon.com"'] },
    );
    assert.equal(propertyDependencies["zoneId"]?.length, 1);
  });

  it("lets those issue certificates that it is told", async () => {
    const { one } = await previewZones({ certificateIssuers: ["amazon.com", "ca.example.net"] });
    assert.deepEqual(one(record).inputs["records"], [
      '0 issue "amazon.com"',
      '0 issue "ca.example.net"',
    ]);
  });

  it("logs every query in us-east-1, encrypted, for 90 days, once Route 53 may write", async () => {
    const { one } = await previewZones();
    const { region, name, kmsKeyId, retentionInDays } = one(logGroup).inputs;
    assert.deepEqual(
      { region, name, kmsKeyId, retentionInDays },
      {
        region: "us-east-1",
        name: "/aws/route53/example.com",
        kmsKeyId: logsKeyArn,
        retentionInDays: 90,
      },
    );
    assert.ok(one(queryLog).dependencies.includes(one(logPolicy).urn));
    assert.deepEqual(one(queryLog).propertyDependencies["cloudwatchLogGroupArn"], [
      one(logGroup).urn,
    ]);
  });

  it("lets Route 53 write the logs of the account's zones, and nobody else", async () => {
    const { policyDocument } = (await previewZones()).one(logPolicy).inputs;
    const { Statement } = JSON.parse(String(policyDocument)) as { Statement: unknown };
    assert.deepEqual(Statement, [
      {
        Sid: "Route53Queries",
        Effect: "Allow",
        Principal: { Service: "route53.amazonaws.com" },
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: "arn:aws:logs:us-east-1:123456789012:log-group:/aws/route53/*",
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      },
    ]);
  });

  it("keeps logs as long as it is told", async () => {
    const { one } = await previewZones({ logRetentionDays: 400 });
    assert.equal(one(logGroup).inputs["retentionInDays"], 400);
  });

  it("signs each zone by a key of us-east-1 that Route 53 takes", async () => {
    const { one } = await previewZones();
    const { region, customerMasterKeySpec, keyUsage } = one(key).inputs;
    assert.deepEqual(
      { region, customerMasterKeySpec, keyUsage },
      { region: "us-east-1", customerMasterKeySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
    );
    assert.deepEqual(one(signingKey).propertyDependencies, {
      hostedZoneId: [one(zone).urn],
      keyManagementServiceArn: [one(key).urn],
    });
    assert.equal(one(signing).inputs["signingStatus"], "SIGNING");
    assert.ok(one(signing).dependencies.includes(one(signingKey).urn));
  });

  it("delegates between its own zones, with what vouches for the signature", async () => {
    const zones = { "example.com": {}, "staging.example.com": {}, "a.staging.example.com": {} };
    const { one, all } = await previewZones({ zones });
    const delegation = one(record, "zones-a.staging.example.com-delegation");
    const signature = one(record, "zones-a.staging.example.com-signature");
    assert.equal(delegation.inputs["type"], "NS");
    assert.equal(signature.inputs["type"], "DS");
    assert.deepEqual(delegation.propertyDependencies, {
      zoneId: [one(zone, "zones-staging.example.com").urn],
      records: [one(zone, "zones-a.staging.example.com").urn],
    });
    assert.deepEqual(signature.propertyDependencies["records"], [
      one(signingKey, "zones-a.staging.example.com").urn,
    ]);
    assert.equal(all(record).length, 3 + 2 * 2);
    assert.equal(all(key).length, 1);
  });

  it("delegates to the zones of other accounts", async () => {
    const delegations = {
      "signed.example.com": { nameServers, dsRecords: ["12345 13 2 ABCD"] },
      "staging.example.com": { nameServers },
    };
    const { all } = await previewZones({ zones: { "example.com": { delegations } } });
    assert.deepEqual(
      all(record)
        .filter(({ inputs }) => inputs["type"] !== "CAA")
        .map(({ inputs: { name, type, records } }) => ({ name, type, records })),
      [
        { name: "signed.example.com", type: "NS", records: nameServers },
        { name: "signed.example.com", type: "DS", records: ["12345 13 2 ABCD"] },
        { name: "staging.example.com", type: "NS", records: nameServers },
      ],
    );
  });

  it("makes nothing of no zones", async () => {
    const { resources } = await previewZones({ zones: {} });
    assert.deepEqual(
      resources.map(({ type }) => type),
      ["groundwork:platform:HostedZones"],
    );
  });

  it("hands out what the registrar is to be told", async () => {
    const { outputs } = await preview((providers) => {
      const {
        ids,
        nameServers: servers,
        dsRecords,
      } = new HostedZones("zones", args, { providers });
      return { ids, servers, dsRecords };
    });
    const unknown = { "example.com": { $unknown: true } };
    assert.deepEqual(outputs, { ids: unknown, servers: unknown, dsRecords: unknown });
  });

  it("fails when no resolver would find a name, with everything that is wrong", async () => {
    const delegations = {
      "example.net": { nameServers },
      "own.example.com": { nameServers: ["ns-1.example.net"] },
    };
    await assert.rejects(
      previewZones({
        accountId: "1234",
        zones: { Example: {}, "example.com": { delegations }, "own.example.com": {} },
      }),
      {
        message: [
          "accountId must be 12 digits, got 1234",
          "zones must be named by domains such as example.com, got Example",
          "zones.example.com.delegations must be names below example.com, got example.net",
          "zones.example.com.delegations must leave out own.example.com, which is a zone here",
          "zones.example.com.delegations.own.example.com.nameServers must be 2 at least, got 1",
        ].join("\n"),
      },
    );
  });
});
