import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { must, mustBeAtLeast, mustBeSet } from "../../policies/must";
import { Property } from "../../policies/property";
import { isSensitive } from "../../policies/sensitive";
import { unknown } from "./kit";

const proxy = unknownCheckingProxy as unknown as (inputs: object) => object;

/** The properties as the SDK hands them to a rule. */
function properties(inputs: object, secrets?: ReadonlySet<string>): Property {
  return Property.root(proxy(inputs), secrets);
}

describe("Property", () => {
  const inputs = properties({
    days: 7,
    none: null,
    later: unknown,
    list: [{ port: 22 }, { port: unknown }, "text"],
    map: { b: 1, a: unknown },
  });

  it("reads a known value", () => {
    assert.equal(inputs.at("days").value, 7);
    assert.equal(inputs.at("days").isSet, true);
    assert.equal(inputs.at("days").isUnknown, false);
  });

  it("takes null for absent", () => {
    assert.equal(inputs.at("none").isSet, false);
    assert.equal(inputs.at("none").value, undefined);
  });

  it("reads a value that is not known yet as set, without a value", () => {
    const later = inputs.at("later");
    assert.deepEqual([later.isSet, later.isUnknown, later.value], [true, true, undefined]);
  });

  it("reads below an absent property without failing", () => {
    const deep = inputs.at("missing").at("deeper");
    assert.deepEqual([deep.isSet, deep.isUnknown, deep.path], [false, false, "missing.deeper"]);
  });

  it("reads below an unknown property as unknown", () => {
    assert.equal(inputs.at("later").at("deeper").isUnknown, true);
  });

  it("reads below a plain value as absent", () => {
    assert.equal(inputs.at("days").at("toString").isSet, false);
  });

  it("takes nothing from the prototype", () => {
    assert.equal(inputs.at("constructor").isSet, false);
    assert.equal(inputs.at("list").at("push").isSet, false);
  });

  it("gives a list and a map a value that equals nothing and can be read", () => {
    assert.notEqual(inputs.at("list").value, undefined);
    assert.equal(String(inputs.at("map").value), "an object");
  });

  it("lists the elements of a list with their paths", () => {
    const ports = inputs.at("list").items.map((item) => item.at("port"));
    assert.deepEqual(
      ports.map(({ path, value, isUnknown }) => [path, value, isUnknown]),
      [
        ["list[0].port", 22, false],
        ["list[1].port", undefined, true],
        ["list[2].port", undefined, false],
      ],
    );
  });

  it("lists no elements of what is no list", () => {
    assert.deepEqual(inputs.at("days").items, []);
    assert.deepEqual(inputs.at("later").items, []);
  });

  it("lists the values of a map by key", () => {
    assert.deepEqual(
      inputs.at("map").entries.map(({ path }) => path),
      ["map.a", "map.b"],
    );
  });

  it("lists no values of what is no map", () => {
    assert.deepEqual(inputs.at("list").entries, []);
    assert.deepEqual(inputs.at("later").entries, []);
  });

  it("throws what is no unknown value", () => {
    const faulty = Object.defineProperty({}, "key", {
      enumerable: true,
      get: () => {
        throw new TypeError("defect");
      },
    });
    assert.throws(() => Property.root(faulty, undefined).at("key"), TypeError);
  });
});

describe("Property.json", () => {
  const inputs = properties(
    { text: '{"list": [{"a": "b"}]}', broken: "{", empty: " ", later: unknown, map: { a: 1 } },
    new Set(["text"]),
  );

  it("reads what a text says, with its paths, as secret as the text", () => {
    const element = inputs.at("text").json?.at("list").items[0]?.at("a");
    assert.deepEqual(
      [element?.path, element?.value, element?.isSecret],
      ["text.list[0].a", "b", true],
    );
  });

  it("reads what is no text as it is", () => {
    assert.equal(inputs.at("map").json?.at("a").value, 1);
    assert.equal(inputs.at("later").json?.at("a").isUnknown, true);
    assert.equal(inputs.at("missing").json?.isSet, false);
  });

  it("reads an empty text as absent", () => {
    assert.equal(inputs.at("empty").json?.isSet, false);
  });

  it("is undefined where the text is no JSON", () => {
    assert.equal(inputs.at("broken").json, undefined);
  });
});

describe("Property.finding", () => {
  const inputs = properties(
    {
      text: "a",
      list: ["a", 1, unknown, null],
      object: { a: 1 },
      password: "hunter2",
      manageMasterUserPassword: false,
      secretString: ["hunter2"],
      wrapped: "hunter2",
      wrappedList: ["hunter2"],
    },
    new Set(["wrapped", "wrappedList[0]"]),
  );
  const findings: readonly [string, string][] = [
    ["missing", "but is not set"],
    ["text", 'got "a"'],
    ["list", 'got ["a", 1, a value not known yet, null]'],
    ["object", "got an object"],
    ["manageMasterUserPassword", "got false"],
    ["password", "got a value that is not shown"],
    ["secretString", "got a value that is not shown"],
    ["wrapped", "got a value that is not shown"],
    ["wrappedList", "got [a value that is not shown]"],
  ];
  for (const [key, finding] of findings) {
    it(`reads "${finding}" of ${key}`, () => {
      assert.equal(inputs.at(key).finding, finding);
    });
  }
});

describe("Property.isSecret", () => {
  const inputs = properties(
    { map: { key: "a" }, list: [{ key: "a" }], mapping: "a" },
    new Set(["map", "list[0]"]),
  );

  it("is true of a secret and of all within it", () => {
    assert.equal(inputs.at("map").isSecret, true);
    assert.equal(inputs.at("map").at("key").isSecret, true);
    assert.equal(inputs.at("list").items[0]?.at("key").isSecret, true);
  });

  it("is false of what only begins alike, and of what holds a secret", () => {
    assert.equal(inputs.at("mapping").isSecret, false);
    assert.equal(inputs.at("list").isSecret, false);
  });

  it("is undefined where secrets are not recorded", () => {
    assert.equal(properties({ a: 1 }).at("a").isSecret, undefined);
  });
});

describe("isSensitive", () => {
  for (const path of [
    "password",
    "masterPasswordWo",
    "authToken",
    "secretString",
    "tls.privateKey",
    "users[0].password",
    "stringData.DB_PASSWORD",
    "credentials.user",
  ]) {
    it(`is true of ${path}`, () => {
      assert.equal(isSensitive(path), true);
    });
  }
  for (const path of [
    "identifier",
    "masterUserSecretKmsKeyId",
    "secretId",
    "secretArnLists[0]",
    "authTokenUpdateStrategy",
    "noPasswordRequired",
    "passwordWoVersion",
    "kmsKeyId",
  ]) {
    it(`is false of ${path}`, () => {
      assert.equal(isSensitive(path), false);
    });
  }
});

describe("must", () => {
  const inputs = properties({ days: 7, text: "7", later: unknown });

  it("is undecided on a value that is not known yet", () => {
    assert.deepEqual(
      must(inputs.at("later"), "be true", () => false),
      {
        verdict: "undecided",
        values: ["later"],
      },
    );
  });

  it("gives the check undefined for an absent value", () => {
    const seen: unknown[] = [];
    must(inputs.at("missing"), "be true", (value) => {
      seen.push(value);
      return true;
    });
    assert.deepEqual(seen, [undefined]);
  });

  it("takes a value that is not known yet for set", () => {
    assert.deepEqual(mustBeSet(inputs.at("later")), { verdict: "pass" });
  });

  it("takes the default of AWS for an absent number", () => {
    const floor = { minimum: 7, unit: "days", absent: 30 };
    assert.deepEqual(mustBeAtLeast(inputs.at("missing"), floor), { verdict: "pass" });
  });

  it("fails when a number is a text", () => {
    assert.deepEqual(mustBeAtLeast(inputs.at("text"), { minimum: 7, unit: "days" }), {
      verdict: "fail",
      failures: ['text must be at least 7 days, got "7"'],
    });
  });
});
