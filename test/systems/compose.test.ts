import assert from "node:assert/strict";
import type { Blueprint } from "../../spec/spec";
import { compose } from "../../systems/compose";
import { sizePresets } from "../../systems/sizes";

/** A blueprint whose every layer says something of the same fields. */
const blueprint: Blueprint = {
  title: "Orders",
  size: { production: "large", staging: "small" },
  base: { database: { port: 1, databaseName: "base", instanceClass: "base" } },
  sizes: { large: { database: { port: 2, instanceClass: "of the size" } } },
  environments: {
    production: { database: { port: 3 } },
    staging: {},
  },
};
const none = { production: {}, staging: {} };
const choice = { size: "large", environment: "production", overrides: {} } as const;

function database(composed: object): Readonly<Record<string, unknown>> {
  return (composed as { database: Record<string, unknown> }).database;
}

describe("compose", () => {
  it("puts the overrides over the environment", () => {
    const overrides = { database: { port: 4 } };
    assert.equal(database(compose(blueprint, { ...choice, overrides }))["port"], 4);
  });

  it("puts the environment over the size's figures", () => {
    assert.equal(database(compose(blueprint, choice))["port"], 3);
  });

  it("puts the size's figures over the base", () => {
    assert.equal(database(compose(blueprint, choice))["instanceClass"], "of the size");
  });

  it("puts the base over the preset of the size", () => {
    const composed = database(compose(blueprint, { ...choice, size: "medium" }));
    assert.equal(composed["instanceClass"], "base");
    assert.deepEqual(composed["storage"], sizePresets.medium.database?.storage);
  });

  it("leaves out what a size says of a part that nothing asks for", () => {
    const composed = compose({ ...blueprint, base: {}, sizes: {}, environments: none }, choice);
    assert.deepEqual(composed, {});
  });

  it("takes a size's figure back where a layer says null", () => {
    const overrides = { database: { storage: null } };
    assert.equal("storage" in database(compose(blueprint, { ...choice, overrides })), false);
  });

  it("leaves a part out that a layer takes back whole", () => {
    const composed = compose(blueprint, { ...choice, overrides: { database: null } });
    assert.deepEqual(composed, {});
  });
});
