import assert from "node:assert/strict";
import { previewConfigured } from "../support/preview-configured";

const settings = {
  "groundwork:overrides": { broker: { authentication: { scram: { users: { reports: {} } } } } },
};

describe("a stack whose brokers have users with passwords", () => {
  it("lets MSK read their secrets under the secrets key, and breaks no rule", async () => {
    const { document } = await previewConfigured(settings);
    const key = document.resources.find(
      ({ type, name }) => type === "aws:kms/key:Key" && name === "keys-secrets",
    );
    const policy = JSON.stringify(key?.inputs["policy"]);
    assert.ok(policy.includes("KafkaScram"), policy);
    assert.deepEqual(
      document.findings.filter(({ verdict }) => verdict === "fail"),
      [],
    );
  });
});
