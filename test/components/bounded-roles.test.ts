import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { boundedRoles } from "../../components/bounded-roles";
import { preview } from "../support/preview";

const transformation = boundedRoles({
  permissionsBoundary: "arn:aws:iam::123456789012:policy/groundwork-workload-boundary",
  namePrefix: "shop-production",
});

const role = { assumeRolePolicy: "{}" };

/** The inputs of a role, or of another resource, of a component that has the transformation. */
async function inputsOf(make: (options: pulumi.CustomResourceOptions) => unknown) {
  const { resources } = await preview((providers) => {
    const parent = new pulumi.ComponentResource(
      "test:index:Group",
      "group",
      {},
      {
        ...{ providers, transformations: [transformation] },
      },
    );
    make({ parent });
  });
  const made = resources.find(({ parent }) => parent.endsWith("::group"));
  return made?.inputs ?? {};
}

describe("boundedRoles", () => {
  it("holds a role within the boundary and names it after the stack", async () => {
    const inputs = await inputsOf((options) => new aws.iam.Role("backup", role, options));
    assert.equal(inputs["name"], "shop-production-backup");
    assert.equal(
      inputs["permissionsBoundary"],
      "arn:aws:iam::123456789012:policy/groundwork-workload-boundary",
    );
  });

  it("keeps a name that the role was given", async () => {
    const args = { ...role, name: "shop-production-own" };
    const inputs = await inputsOf((options) => new aws.iam.Role("backup", args, options));
    assert.equal(inputs["name"], "shop-production-own");
  });

  it("lets no role have another boundary", async () => {
    const args = { ...role, permissionsBoundary: "arn:aws:iam::123456789012:policy/wide" };
    const inputs = await inputsOf((options) => new aws.iam.Role("backup", args, options));
    assert.equal(
      inputs["permissionsBoundary"],
      "arn:aws:iam::123456789012:policy/groundwork-workload-boundary",
    );
  });

  it("shortens a name to what IAM takes, so that no two become one", async () => {
    const long = "x".repeat(60);
    const inputs = await inputsOf((options) => new aws.iam.Role(long, role, options));
    const other = await inputsOf((options) => new aws.iam.Role(`${long}y`, role, options));
    assert.match(String(inputs["name"]), /^shop-production-x{40}-[0-9a-f]{7}$/);
    assert.equal(String(inputs["name"]).length, 64);
    assert.notEqual(inputs["name"], other["name"]);
  });

  it("leaves other resources alone", async () => {
    const inputs = await inputsOf((options) => new aws.sns.Topic("news", {}, options));
    assert.ok(!("permissionsBoundary" in inputs));
  });
});
