import assert from "node:assert/strict";
import { dependenciesOf, dependentsOf, membersOf } from "../../../preview/explain/neighbours";
import { resource } from "../requirements/stack";
import { alarm, component, instance, key } from "./previewed";

const stack = { resources: [alarm, key, component, instance] };

describe("neighbours", () => {
  it("are what a resource depends on, with the inputs that are made from it", () => {
    assert.deepEqual(dependenciesOf(instance, stack), [{ resource: key, inputs: ["kmsKeyId"] }]);
  });

  it("are what depends on a resource, be it for the order alone", () => {
    assert.deepEqual(dependentsOf(instance, stack), [{ resource: alarm, inputs: [] }]);
  });

  it("are known by inputs alone", () => {
    const user = resource({
      ...{ type: "aws:kms/alias:Alias", name: "a" },
      propertyDependencies: { targetKeyId: [key.urn] },
    });
    assert.deepEqual(dependentsOf(key, { resources: [user] }), [
      { resource: user, inputs: ["targetKeyId"] },
    ]);
  });
});

describe("the members of a component", () => {
  it("are its children and theirs", () => {
    const below = resource({ type: "example:index:Part", name: "part", parent: instance.urn });
    assert.deepEqual(membersOf(component, { resources: [...stack.resources, below] }), [
      instance,
      below,
    ]);
  });
});
