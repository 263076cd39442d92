import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { preview } from "../../support/preview";

class Store extends pulumi.ComponentResource {
  constructor(name: string, opts: pulumi.ComponentResourceOptions, child: pulumi.Alias[] = []) {
    super("test:index:Store", name, {}, opts);
    new random.RandomBytes(`${name}-bytes`, { length: 8 }, { parent: this, aliases: child });
    new random.RandomPassword("password", { length: 8 }, { parent: this });
    this.registerOutputs();
  }
}

const project = "urn:pulumi:production::test";
const bytesType = "random:index/randomBytes:RandomBytes";
const passwordType = "random:index/randomPassword:RandomPassword";

/** The aliases of the one resource of a type in a program. */
async function aliasesOf(type: string, build: (opts: pulumi.ComponentResourceOptions) => unknown) {
  const { one } = await preview((providers) => build({ providers }));
  return one(type).options.aliases;
}

describe("the aliases of a resource", () => {
  it("are the URNs that its former names make", async () => {
    const aliases = await aliasesOf("test:index:Store", (opts) => {
      new Store("store", { ...opts, aliases: [{ name: "depot" }] });
    });
    assert.deepEqual(aliases, [`${project}::test:index:Store::depot`]);
  });

  it("are the URNs that its former types and parents make", async () => {
    const aliases = await aliasesOf(bytesType, (opts) => {
      const type = "random:index/randomId:RandomId";
      const former = [{ type }, { parent: pulumi.rootStackResource }];
      new Store("store", opts, former);
    });
    assert.deepEqual(aliases, [
      `${project}::test:index:Store$random:index/randomId:RandomId::store-bytes`,
      `${project}::${bytesType}::store-bytes`,
    ]);
  });

  it("are the URNs that are given as they are", async () => {
    const urn = `${project}::${bytesType}::bytes`;
    const aliases = await aliasesOf("test:index:Store", (opts) => {
      new Store("store", { ...opts, aliases: [urn] });
    });
    assert.deepEqual(aliases, [urn]);
  });

  it("follow those of its parent, with the name that is made from the parent's", async () => {
    const aliases = await aliasesOf(bytesType, (opts) => {
      new Store("store", { ...opts, aliases: [{ name: "depot" }] });
    });
    assert.deepEqual(aliases, [`${project}::test:index:Store$${bytesType}::depot-bytes`]);
  });

  it("follow those of its parent, with a name of its own", async () => {
    const aliases = await aliasesOf(passwordType, (opts) => {
      new Store("store", { ...opts, aliases: [{ type: "test:index:Shop" }] });
    });
    assert.deepEqual(aliases, [`${project}::test:index:Shop$${passwordType}::password`]);
  });

  it("combine its own with those of its parent", async () => {
    const aliases = await aliasesOf(bytesType, (opts) => {
      const former = [{ name: "store-octets" }];
      new Store("store", { ...opts, aliases: [{ name: "depot" }] }, former);
    });
    assert.deepEqual(aliases, [
      `${project}::test:index:Store$${bytesType}::store-octets`,
      `${project}::test:index:Store$${bytesType}::depot-bytes`,
      `${project}::test:index:Store$${bytesType}::depot-octets`,
    ]);
  });

  it("are none where nothing had another name", async () => {
    assert.deepEqual(await aliasesOf(bytesType, (opts) => new Store("store", opts)), []);
  });
});
