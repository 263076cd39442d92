import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { databaseAuthorities } from "../../wiring/authorities";

function certificatesOf(region: string): readonly X509Certificate[] {
  const parts = databaseAuthorities(region).split(/(?=-----BEGIN)/);
  return parts.filter((pem) => pem.trim() !== "").map((pem) => new X509Certificate(pem));
}

describe("databaseAuthorities", () => {
  it("are RDS's authorities of the region, one for each kind of key", () => {
    const names = certificatesOf("eu-west-1").map(({ subject }) => /^CN=(.*)$/m.exec(subject)?.[1]);
    assert.deepEqual(names.sort(), [
      "Amazon RDS eu-west-1 Root CA ECC384 G1",
      "Amazon RDS eu-west-1 Root CA RSA2048 G1",
      "Amazon RDS eu-west-1 Root CA RSA4096 G1",
    ]);
  });

  it("are good for decades", () => {
    const years = certificatesOf("eu-central-1").map(({ validTo }) =>
      new Date(validTo).getFullYear(),
    );
    assert.ok(years.every((year) => year >= 2061));
  });

  it("are none where RDS is not", () => {
    assert.equal(databaseAuthorities("eu-west-9"), "");
  });
});
