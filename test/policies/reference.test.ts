import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import type { Data } from "../../policies/data";
import { propertiesAt } from "../../policies/reference";
import { Stack, StackResource } from "../../policies/stack";
import { unknown } from "./kit";

const proxy = unknownCheckingProxy as unknown as (inputs: Data) => object;

const bucketType = "aws:s3/bucket:Bucket";
const balancerType = "aws:lb/loadBalancer:LoadBalancer";
const configType = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";

interface More {
  readonly outputs?: Data;
  readonly madeFrom?: Readonly<Record<string, readonly StackResource[]>>;
}

function resource(type: string, name: string, inputs: Data, more: More = {}): StackResource {
  const { outputs = { ...inputs, id: unknown }, madeFrom = {} } = more;
  const sources = Object.entries(madeFrom).map(([key, resources]): [string, readonly string[]] => [
    key,
    resources.map(({ urn }) => urn),
  ]);
  return new StackResource({
    urn: `urn:pulumi:production::shop::${type}::${name}`,
    type,
    name,
    inputs: proxy(inputs),
    outputs: proxy(outputs),
    secrets: undefined,
    dependencies: Object.fromEntries(sources),
  });
}

const names = (resources: readonly StackResource[]): readonly string[] =>
  resources.map(({ name }) => name);

const logs = resource(bucketType, "logs", { bucket: "shop-logs" });
const data = resource(bucketType, "data", {});

describe("propertiesAt", () => {
  const balancer = resource(balancerType, "public", {
    name: "public",
    accessLogs: { bucket: "shop-logs" },
    later: unknown,
    rules: [{ to: { bucket: "a" } }, { to: { bucket: unknown } }, "text"],
  });
  const paths = (path: string): unknown =>
    propertiesAt(balancer, path).map((property) => [
      property.path,
      property.isUnknown ? "unknown" : property.value,
    ]);

  it("reads an input", () => {
    assert.deepEqual(paths("name"), [["name", "public"]]);
  });

  it("reads what stands in an object", () => {
    assert.deepEqual(paths("accessLogs.bucket"), [["accessLogs.bucket", "shop-logs"]]);
  });

  it("reads every element of a list", () => {
    assert.deepEqual(paths("rules[].to.bucket"), [
      ["rules[0].to.bucket", "a"],
      ["rules[1].to.bucket", "unknown"],
      ["rules[2].to.bucket", undefined],
    ]);
  });

  it("reads an object that stands in place of a list", () => {
    assert.deepEqual(paths("accessLogs[].bucket"), [["accessLogs.bucket", "shop-logs"]]);
  });

  it("reads below what is not known yet, and below what is absent", () => {
    assert.deepEqual(paths("later[].bucket"), [["later.bucket", "unknown"]]);
    assert.deepEqual(paths("none[].bucket"), [["none.bucket", undefined]]);
  });
});

describe("Stack.referring", () => {
  const referring = (target: StackResource, ...others: readonly StackResource[]): unknown => {
    const stack = new Stack([target, ...others]);
    const paths: readonly [string, string][] = [
      ["accessLogs.bucket", balancerType],
      ["rules[].destination.bucket", configType],
    ];
    return paths.map(([path, type]) => {
      const { found, possible } = stack.referring(target, path, type);
      return [names(found), names(possible)];
    });
  };

  it("finds those that the program made from it, sorted, though nothing is known yet", () => {
    const balancer = (name: string): StackResource =>
      resource(
        balancerType,
        name,
        { accessLogs: { bucket: unknown } },
        { madeFrom: { accessLogs: [data] } },
      );
    const config = resource(
      configType,
      "copies",
      { rules: [{ destination: { bucket: unknown } }] },
      { madeFrom: { rules: [data] } },
    );
    assert.deepEqual(referring(data, balancer("b"), balancer("a"), config), [
      [["a", "b"], []],
      [["copies"], []],
    ]);
  });

  it("finds those that name it by its name, its domain or its ARN", () => {
    const bucketDomainName = "shop-logs.s3.amazonaws.com";
    const arn = "arn:aws:s3:::shop-logs";
    const known = resource(bucketType, "logs", {}, { outputs: { bucketDomainName, arn } });
    const balancer = resource(balancerType, "public", { accessLogs: { bucket: bucketDomainName } });
    const config = resource(configType, "copies", {
      rules: [{ destination: { bucket: "other" } }, { destination: { bucket: arn } }],
    });
    assert.deepEqual(referring(known, balancer, config), [
      [["public"], []],
      [["copies"], []],
    ]);
    const named = resource(balancerType, "public", { accessLogs: { bucket: "shop-logs" } });
    assert.deepEqual(referring(logs, named), [
      [["public"], []],
      [[], []],
    ]);
  });

  it("finds those that name its ARN, which is not known yet, by its name", () => {
    const config = resource(configType, "copies", {
      rules: [{ destination: { bucket: "arn:aws:s3:::shop-logs" } }],
    });
    assert.deepEqual(referring(logs, config), [
      [[], []],
      [["copies"], []],
    ]);
  });

  it("finds one that refers to it in both ways once", () => {
    const balancer = resource(
      balancerType,
      "public",
      { accessLogs: { bucket: "shop-logs" } },
      { madeFrom: { accessLogs: [logs] } },
    );
    assert.deepEqual(referring(logs, balancer), [
      [["public"], []],
      [[], []],
    ]);
  });

  it("gives those that may refer to it, but none that is made from another one of its type", () => {
    const open = resource(balancerType, "open", { accessLogs: { bucket: unknown } });
    const other = resource(
      balancerType,
      "other",
      { accessLogs: { bucket: unknown } },
      { madeFrom: { accessLogs: [data] } },
    );
    assert.deepEqual(referring(logs, data, open, other), [
      [[], ["open"]],
      [[], []],
    ]);
  });

  it("takes nothing absent for a reference", () => {
    const balancer = resource(balancerType, "public", {});
    const unnamed = resource(bucketType, "data", {}, { outputs: {} });
    assert.deepEqual(referring(unnamed, balancer), [
      [[], []],
      [[], []],
    ]);
  });
});

describe("Stack.referredBy", () => {
  it("gives what an input refers to, by its source or by its value", () => {
    const balancer = resource(
      balancerType,
      "public",
      { accessLogs: { bucket: "shop-logs" } },
      { madeFrom: { accessLogs: [data] } },
    );
    const stack = new Stack([logs, data, balancer]);
    const referred = stack.referredBy(balancer, "accessLogs.bucket", bucketType, configType);
    assert.deepEqual(names(referred), ["data", "logs"]);
  });
});
