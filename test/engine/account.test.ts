import assert from "node:assert/strict";
import { deploysAsPreviewed, StackUnderTest } from "./stack-tests";

describe("The account program on the real engine", () => {
  const stack = new StackUnderTest("production", "account");

  before(function () {
    return stack.start(this);
  });

  deploysAsPreviewed(stack, { resources: 100, passes: 5 });

  it("has nothing secret to keep", () => {
    assert.deepEqual([...stack.bench.providers.secrets], []);
  });

  it("tells whoever deploys stacks what they need", async () => {
    const { stdout } = await stack.bench.workspace.pulumi(
      ...["stack", "output", "--json", "--stack", stack.name],
    );
    const outputs = JSON.parse(stdout) as Record<string, Record<string, unknown>>;
    assert.deepEqual(outputs["backendUrls"], {
      production: "s3://groundwork-state-123456789012/production?region=eu-west-1",
    });
    assert.equal(
      outputs["repositoryUrls"]?.["cdf-smart-hub/api-gateway"],
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com/cdf-smart-hub/api-gateway",
    );
    assert.match(String(outputs["hostedZoneIds"]?.["cdfsmarthub.zm"]), /^Z[0-9A-F]+$/);
  });

  it("refuses what breaks a setting's rule with one message and no stack trace", async () => {
    const { workspace } = stack.bench;
    const key = "groundwork-account:region";
    await workspace.pulumi("config", "set", "--stack", stack.name, key, "nowhere");
    const { code, events } = await stack.preview();
    await workspace.pulumi("config", "set", "--stack", stack.name, key, "eu-west-1");
    const [diagnostic, ...others] = events.diagnostics;
    assert.notEqual(code, 0);
    assert.deepEqual(others, []);
    assert.match(diagnostic?.message ?? "", /1 problem in stack production/);
    assert.match(diagnostic?.message ?? "", /region {2,}must be an AWS region such as eu-west-1/);
    assert.doesNotMatch(diagnostic?.message ?? "", / at .*\.ts:\d+/);
  });

  it("loses nothing that it protects when it is destroyed without a preview", async () => {
    const { code } = await stack.destroy("--skip-preview");
    const kept = stack.expected.resources.filter(({ options }) => options.protect);
    const state = await stack.bench.workspace.export(stack.name);
    const deleted = new Set(stack.bench.providers.subjects("delete"));
    assert.notEqual(code, 0);
    assert.ok(kept.length > 30);
    assert.ok(kept.every(({ urn }) => !deleted.has(urn) && state.includes(`"urn": "${urn}"`)));
  });
});
