import assert from "node:assert/strict";
import { inputOf, parsePath, readPath } from "../../../preview/requirements/path";

const inputs = {
  iops: 3000,
  storage: { type: "gp3" },
  labels: { "app.kubernetes.io/name": "gateway" },
  subnetIds: ["subnet-a", "subnet-b"],
  parameters: [
    { name: "log_connections", value: "1" },
    { name: "rds.force_ssl", value: "1" },
    { name: "work_mem", value: { $unknown: true } },
  ],
  policy: JSON.stringify({
    Statement: [
      { Sid: "Administer", Action: ["kms:*"] },
      { Sid: "Use", Action: ["kms:Decrypt", "kms:Encrypt"] },
      { Sid: "Tag" },
    ],
  }),
  masked: [{ name: { $unknown: true }, value: "1" }],
  key: { $unknown: true },
  password: { $secret: true },
};

const read = (path: string) => readPath(inputs, parsePath(path) ?? []);

describe("a path", () => {
  for (const [path, value] of [
    ["iops", 3000],
    ["storage.type", "gp3"],
    ['labels["app.kubernetes.io/name"]', "gateway"],
    ['["iops"]', 3000],
    ["subnetIds[1]", "subnet-b"],
    ["parameters[name=rds.force_ssl].value", "1"],
    ["parameters[*].name", ["log_connections", "rds.force_ssl", "work_mem"]],
    ["policy.Statement[Sid=Administer].Action", ["kms:*"]],
    ["policy.Statement[*].Action", ["kms:*", "kms:Decrypt", "kms:Encrypt"]],
    ["key", { $unknown: true }],
    ["key.arn", { $unknown: true }],
    ["password[0]", { $secret: true }],
    ["parameters[name=work_mem].value.length", { $unknown: true }],
    ["masked[name=rds.force_ssl].value", { $unknown: true }],
  ] as const) {
    it(`reads ${path}`, () => {
      assert.deepEqual(read(path), value);
    });
  }

  it("takes an element that may be the one that is looked for as hidden", () => {
    assert.deepEqual(readPath([{ $unknown: true }], parsePath("[name=x].value") ?? []), {
      $unknown: true,
    });
  });

  for (const path of [
    "absent",
    "storage.absent.type",
    "iops.absent",
    "iops[0]",
    "storage[0]",
    "storage[*].type",
    "subnetIds[2]",
    "subnetIds.length",
    "parameters[name=absent].value",
    "storage.type.name",
    "subnetIds[0][1]",
  ]) {
    it(`finds nothing at ${path}`, () => {
      assert.equal(read(path), undefined);
    });
  }

  for (const path of ["", "a..b", "a.", ".a", "a[", "a[]", "a[b]", "a[-1]", "a b", 'a["]']) {
    it(`is not written ${JSON.stringify(path)}`, () => {
      assert.equal(parsePath(path), undefined);
    });
  }

  it("starts in the input that dependencies are recorded for", () => {
    assert.equal(inputOf(parsePath("policy.Statement[0]") ?? []), "policy");
  });

  it("starts in no input when it begins with an element", () => {
    assert.equal(inputOf(parsePath("[0].a") ?? []), "");
  });
});
