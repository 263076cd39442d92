import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as aws from "@pulumi/aws";
import {
  permissionTable,
  reads,
  serviceOf,
  writes,
} from "../../components/deploy-roles/permission-table";
import { scopes } from "../../components/deploy-roles/scopes";

const components = join(__dirname, "..", "..", "components");

/** Components of the account itself, which no deploy role makes. */
const ofAccount =
  /^(account-guards|deploy-roles|hosted-zones|image-repositories|state-store)(\/|\.ts$)/;

/** The types of AWS that the components of stacks make, read from their code. */
function typesInCode(): readonly string[] {
  const files = readdirSync(components, { recursive: true, encoding: "utf8" });
  const texts = files
    .filter((file) => file.endsWith(".ts") && !ofAccount.test(file))
    .map((file) => readFileSync(join(components, file), "utf8"));
  const made = texts.flatMap((text) => [...text.matchAll(/new aws\.(\w+)\.(\w+)\(/g)]);
  return [...new Set(made.map(([, module = "", name = ""]) => tokenOf(module, name)))].sort();
}

interface Typed {
  readonly __pulumiType: string;
}

function tokenOf(module: string, name: string): string {
  const modules = aws as unknown as Readonly<Record<string, Readonly<Record<string, Typed>>>>;
  const type = modules[module]?.[name]?.__pulumiType;
  assert.ok(type, `aws.${module}.${name} must be a resource`);
  return type;
}

describe("The permissions of deploy roles", () => {
  it("has an entry for each type that a stack can have, and for no other", () => {
    assert.deepEqual(Object.keys(permissionTable).sort(), typesInCode());
  });

  it("lets each resource be read, and made by some action of a service", () => {
    for (const [type, { create, read }] of Object.entries(permissionTable)) {
      const waits = type === "aws:acm/certificateValidation:CertificateValidation";
      assert.ok(read.length > 0, type);
      assert.ok(create.length > 0 || waits, type);
    }
  });

  it("names actions, none by a wildcard, sorted and once each", () => {
    for (const [type, { create, read, update, delete: remove }] of Object.entries(
      permissionTable,
    )) {
      for (const actions of [create, read, update, remove]) {
        assert.deepEqual(actions, [...new Set(actions)].sort(), type);
        assert.ok(
          actions.every((action) => /^[a-z0-9-]+:[A-Z]\w+$/.test(action)),
          type,
        );
      }
    }
  });

  it("says for each service that writes which resources it is limited to", () => {
    const services = [...new Set(writes(permissionTable).map(serviceOf))].sort();
    assert.deepEqual(Object.keys(scopes).sort(), services);
  });

  it("never lets roles be passed or boundaries be taken away: statements of their own decide on that", () => {
    const all = [...reads(permissionTable), ...writes(permissionTable)];
    assert.ok(!all.includes("iam:PassRole"));
    assert.ok(!all.includes("iam:DeleteRolePermissionsBoundary"));
  });
});
