import assert from "node:assert/strict";
import type { PreviewedStack } from "../../preview/preview-stack";
import { previewConfigured } from "../support/preview-configured";

const ciphertext = "v1:9lP0mWoTrcAa8bC1:Yk1pYXNkZmFzZGY=";
const settings = { "groundwork:supplied.external-services.maps": { secure: ciphertext } };

describe("a key of an external service that is encrypted in a stack's settings", () => {
  let stack: PreviewedStack;

  before(async () => {
    stack = await previewConfigured(settings);
  });

  const version = () =>
    stack.document.resources.find(
      ({ type, name }) =>
        type === "aws:secretsmanager/secretVersion:SecretVersion" &&
        name === "secrets-external-services",
    );

  it("is a value of the secret, and secret", () => {
    assert.deepEqual(version()?.inputs["secretString"], { $secret: true });
  });

  it("is undecided in strength: nobody can read it before the deployment", () => {
    const verdicts = stack.verdicts.filter(({ urn }) => urn === version()?.urn);
    assert.deepEqual(
      verdicts.filter(({ rule }) => rule === "secret-strong").map(({ verdict }) => verdict),
      ["undecided"],
    );
  });

  it("breaks no rule", () => {
    assert.deepEqual(
      stack.verdicts.filter(({ verdict }) => verdict === "fail"),
      [],
    );
  });

  it("is nowhere in the preview, encrypted or not", () => {
    assert.equal(JSON.stringify(stack.document).includes(ciphertext), false);
  });
});
