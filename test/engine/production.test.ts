import assert from "node:assert/strict";
import { testStack } from "./stack-tests";

/** What holds data, keys to data, addresses that others know, or the network all of it stands in. */
const lasting = [
  "aws:cloudfront/distribution:Distribution",
  "aws:cloudwatch/logGroup:LogGroup",
  "aws:ec2/eip:Eip",
  "aws:ec2/subnet:Subnet",
  "aws:ec2/vpc:Vpc",
  "aws:eks/cluster:Cluster",
  "aws:elasticache/replicationGroup:ReplicationGroup",
  "aws:kms/key:Key",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:lb/loadBalancer:LoadBalancer",
  "aws:msk/cluster:Cluster",
  "aws:rds/instance:Instance",
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
  "aws:s3/bucket:Bucket",
  "aws:secretsmanager/secret:Secret",
];

testStack("production", (stack) => {
  const replacements = [
    { path: "database.databaseName", value: "another", resource: /:Instance::database$/ },
    {
      path: "network.subnets.database.a",
      value: "10.0.24.0/24",
      resource: /:Subnet::network-database-eu-west-1a$/,
    },
  ];
  for (const { path, value, resource } of replacements) {
    it(`refuses to replace what is protected, where ${path} changes`, async () => {
      await stack.override(path, value);
      const { code, events } = await stack.preview();
      await stack.takeBack(path);
      const [first] = events.diagnostics;
      assert.notEqual(code, 0);
      assert.match(first?.urn ?? "", resource);
      assert.match(
        first?.message ?? "",
        /^unable to replace resource .*\nas it is currently marked for protection/,
      );
    });
  }

  it("is not destroyed: the preview of it stops at what is protected", async () => {
    const { code, stdout } = await stack.destroy();
    assert.notEqual(code, 0);
    assert.match(stdout, /cannot be deleted\n\s+because it is protected/);
    assert.deepEqual(stack.bench.providers.subjects("delete"), []);
  });

  it("loses nothing that lasts when it is destroyed without a preview", async () => {
    const { code } = await stack.destroy("--skip-preview");
    const kept = stack.expected.resources.filter(({ options }) => options.protect);
    const state = await stack.bench.workspace.export(stack.name);
    const deleted = new Set(stack.bench.providers.subjects("delete"));
    assert.notEqual(code, 0);
    assert.deepEqual([...new Set(kept.map(({ type }) => type))].sort(), lasting);
    assert.ok(kept.every(({ urn }) => !deleted.has(urn) && state.includes(`"urn": "${urn}"`)));
  });
});
