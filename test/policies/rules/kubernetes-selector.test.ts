import assert from "node:assert/strict";
import { Property } from "../../../policies/property";
import { mustSelect, selectsAll } from "../../../policies/rules/kubernetes-selector";

const labels = { app: "orders", tier: "backend", "app.kubernetes.io/name": "orders" };

function verdictOf(selector: object, given: object = labels): string {
  return mustSelect(Property.root(selector, undefined), Property.root(given, undefined)).verdict;
}

function expression(key: string, operator: string, ...values: readonly string[]): object {
  return { matchExpressions: [{ key, operator, values }] };
}

describe("a label selector", () => {
  it("matches everything where it is empty", () => {
    assert.equal(verdictOf({}), "pass");
    assert.equal(verdictOf({}, {}), "pass");
  });

  it("matches labels that are all there", () => {
    assert.equal(verdictOf({ matchLabels: { app: "orders", tier: "backend" } }), "pass");
    assert.equal(verdictOf({ matchLabels: { "app.kubernetes.io/name": "orders" } }), "pass");
  });

  it("does not match where one is missing or another", () => {
    assert.equal(verdictOf({ matchLabels: { app: "orders", team: "a" } }), "fail");
    assert.equal(verdictOf({ matchLabels: { app: "payments" } }), "fail");
  });

  it("matches one of several values", () => {
    assert.equal(verdictOf(expression("app", "In", "payments", "orders")), "pass");
    assert.equal(verdictOf(expression("app", "In", "payments")), "fail");
    assert.equal(verdictOf(expression("team", "In", "payments")), "fail");
  });

  it("matches other values, and labels that are not there", () => {
    assert.equal(verdictOf(expression("app", "NotIn", "payments")), "pass");
    assert.equal(verdictOf(expression("team", "NotIn", "payments")), "pass");
    assert.equal(verdictOf(expression("app", "NotIn", "payments", "orders")), "fail");
  });

  it("matches labels by whether they are there", () => {
    assert.equal(verdictOf(expression("app", "Exists")), "pass");
    assert.equal(verdictOf(expression("team", "Exists")), "fail");
    assert.equal(verdictOf(expression("team", "DoesNotExist")), "pass");
    assert.equal(verdictOf(expression("app", "DoesNotExist")), "fail");
  });

  it("must match by all that it says", () => {
    const both = { matchLabels: { app: "orders" }, ...expression("tier", "In", "frontend") };
    assert.equal(verdictOf(both), "fail");
  });

  it("is of all objects only where it says nothing", () => {
    const all = (selector: object): unknown => selectsAll(Property.root(selector, undefined));
    assert.equal(all({}), true);
    assert.equal(all({ matchLabels: {}, matchExpressions: [] }), true);
    assert.equal(all({ matchLabels: { app: "orders" } }), false);
    assert.equal(all(expression("app", "Exists")), false);
  });
});
