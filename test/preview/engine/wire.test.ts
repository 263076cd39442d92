import assert from "node:assert/strict";
import {
  holdsUnknown,
  normalize,
  redact,
  reveal,
  secret,
  unknown,
} from "../../../preview/engine/wire";

const signature = "4dabf18193072939515e22adb298388d";
const output = (fields: object) => ({ [signature]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", ...fields });

describe("normalize", () => {
  it("takes the value out of an output value", () => {
    assert.deepEqual(normalize({ a: [output({ value: "x" })] }), { a: ["x"] });
  });
  it("makes an output without a value unknown", () => {
    assert.equal(normalize(output({})), unknown);
  });
  it("keeps an output's secret", () => {
    assert.deepEqual(normalize(output({ value: "x", secret: true })), secret("x"));
  });
  it("takes a text that an unknown was written into for unknown", () => {
    assert.equal(normalize(`{"password":"${unknown}"}`), unknown);
  });
  it("replaces a resource by its id", () => {
    const reference = {
      [signature]: "5cf8f73096256a8f31e491e813e4eb8e",
      urn: "urn:x",
      id: "vpc-1",
    };
    assert.equal(normalize(reference), "vpc-1");
  });
  it("replaces a component by its URN", () => {
    const reference = { [signature]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn:x" };
    assert.equal(normalize(reference), "urn:x");
  });
});

describe("redact", () => {
  it("marks secrets and unknowns and sorts keys", () => {
    const redacted = redact({ b: secret("hunter2"), a: [unknown, 1] });
    assert.equal(JSON.stringify(redacted), '{"a":[{"$unknown":true},1],"b":{"$secret":true}}');
  });
});

describe("reveal", () => {
  it("opens secrets at every depth", () => {
    assert.deepEqual(reveal({ a: [secret({ b: secret("x") })] }), { a: [{ b: "x" }] });
  });
});

describe("secret", () => {
  it("wraps no value twice", () => {
    assert.deepEqual(secret(secret("x")), secret("x"));
  });
});

describe("holdsUnknown", () => {
  it("finds an unknown at any depth", () => {
    assert.equal(holdsUnknown({ a: [{ b: unknown }] }), true);
  });
  it("finds none where all is known", () => {
    assert.equal(holdsUnknown({ a: [{ b: "x" }] }), false);
  });
});
