import assert from "node:assert/strict";
import { find } from "../../../preview/explain/find";
import { renderProblems } from "../../../spec/problem";
import { alarm, component, instance, key, previewed, rowOf } from "./previewed";
import { resource } from "../requirements/stack";

const alias = resource({ type: "aws:kms/alias:Alias", name: "keys-data", provider: "aws" });
const resources = [alarm, key, component, instance];
const production = previewed({ resources, rows: [rowOf("cdf-db-iops")] });

/** The URNs of the resources that a name stands for. */
function urnsOf(name: string, stacks = [production]): readonly string[] {
  const subject = find(name, stacks);
  return subject.kind === "resources" ? subject.found.map((found) => found.resource.urn) : [];
}

/** What is wrong with a name, as the terminal shows it. */
function problemWith(name: string, stacks = [production]): string {
  const subject = find(name, stacks);
  assert.ok(subject.kind === "nothing");
  return renderProblems("the command line", [subject.problem]);
}

describe("find", () => {
  it("knows a requirement by its id", () => {
    assert.deepEqual(find("cdf-db-iops", [production]), { kind: "requirement", id: "cdf-db-iops" });
  });

  it("knows a rule of the pack by its id", () => {
    const subject = find("database-encrypted", [production]);
    assert.equal(subject.kind === "rule" && subject.rule.id, "database-encrypted");
  });

  for (const [how, name] of [
    ["its URN", instance.urn],
    ["its type and name", "aws:rds/instance:Instance::database"],
    ["the words of reports", "rds instance database"],
  ] as const) {
    it(`knows a resource by ${how}`, () => {
      assert.deepEqual(urnsOf(name), [instance.urn]);
    });
  }

  it("knows a resource by its name", () => {
    assert.deepEqual(urnsOf("keys-data"), [key.urn]);
  });

  it("takes a name for the component where its main resource has it, too", () => {
    assert.deepEqual(urnsOf("database"), [component.urn]);
  });

  it("finds a resource in every stack", () => {
    const elsewhere = { ...key, urn: key.urn.replace("production", "staging") };
    const staging = previewed({ stack: "staging", resources: [elsewhere] });
    assert.deepEqual(urnsOf("keys-data", [production, staging]), [key.urn, elsewhere.urn]);
  });

  it("does not take the stack itself for a resource", () => {
    const stack = resource({ type: "pulumi:pulumi:Stack", name: "test-production" });
    assert.deepEqual(urnsOf("test-production", [previewed({ resources: [stack] })]), []);
  });

  it("fails when a name is that of several resources, listing them", () => {
    assert.equal(
      problemWith("keys-data", [previewed({ resources: [key, alias] })]),
      [
        "1 problem in the command line",
        "",
        "  keys-data  must name one resource, names 2",
        "             write aws:kms/key:Key::keys-data or aws:kms/alias:Alias::keys-data",
      ].join("\n"),
    );
  });

  for (const [name, meant] of [
    ["cdf-db-iop", "cdf-db-iops (requirement)"],
    ["databse-encrypted", "database-encrypted (rule)"],
    ["key-data", "keys-data (resource)"],
    ["aws:rds/instance:Instance::databas", "aws:rds/instance:Instance::database (resource)"],
    [`${instance.urn}s`, `${instance.urn} (resource)`],
    ["db-iops", "cdf-db-iops (requirement)"],
  ] as const) {
    it(`fails when there is no ${name}, naming the nearest`, () => {
      const subject = find(name, [production]);
      assert.equal(subject.kind === "nothing" && subject.problem.fix, `write ${meant}`);
    });
  }

  it("fails when nothing is near, saying what a name may be and where they are listed", () => {
    assert.equal(
      problemWith("zzzz"),
      [
        "1 problem in the command line",
        "",
        "  zzzz  must be a requirement, a rule of the pack, or a resource or component of production: its",
        "        URN, type::name or name",
        "        list them with `groundwork requirements` and `groundwork preview --full`; the rules are in",
        "        docs/policies.md",
      ].join("\n"),
    );
  });
});
