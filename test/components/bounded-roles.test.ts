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

type Make = (options: pulumi.CustomResourceOptions) => unknown;

/** What a role, or another resource, of a component becomes that has the transformation. */
async function madeBy(make: Make) {
  const { resources } = await preview((providers) => {
    const options = { providers, transformations: [transformation] };
    make({ parent: new pulumi.ComponentResource("test:index:Group", "group", {}, options) });
  });
  return resources.find(({ parent }) => parent.endsWith("::group"));
}

async function inputsOf(make: Make) {
  return (await madeBy(make))?.inputs ?? {};
}

async function optionsOf(make: Make) {
  return (await madeBy(make))?.options;
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

  it("keeps the name that the role was made with, whatever the resource is called later", async () => {
    const named = { ...role, name: "shop-production-own" };
    const generated = await optionsOf((options) => new aws.iam.Role("backup", role, options));
    const own = await optionsOf((options) => new aws.iam.Role("backup", named, options));
    assert.deepEqual(generated?.ignoreChanges, ["name"]);
    assert.deepEqual(own?.ignoreChanges, []);
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
