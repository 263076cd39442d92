import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { log, Resource } from "@pulumi/pulumi";
import debuggable = require("@pulumi/pulumi/runtime/debuggable");
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { callerFrame } from "../../../preview/engine/caller-frame";
import { makeSdkFast } from "../../../preview/engine/fast-sdk";
import { formatStacksPlainly } from "../../../preview/engine/source";

const functions = (): readonly unknown[] => [
  debuggable.debuggablePromise,
  Reflect.get(log, "debug"),
  Reflect.get(Resource, "stackTrace"),
  Reflect.get(Struct, "fromJavaScript"),
];

describe("makeSdkFast", () => {
  it("replaces functions of the SDK until it is told to give them back", () => {
    const before = functions();
    const makeSdkSlow = makeSdkFast();
    const during = functions();
    makeSdkSlow();
    assert.deepEqual(
      during.map((one, index) => one === before[index]),
      [false, false, false, false],
    );
    assert.deepEqual(functions(), before);
  });

  it("has messages become the same bytes", () => {
    const data = { list: [{ name: "a" }], map: { b: 1 } };
    const expected = Struct.fromJavaScript(data).serializeBinary();
    const makeSdkSlow = makeSdkFast();
    const bytes = Struct.fromJavaScript(data).serializeBinary();
    makeSdkSlow();
    assert.deepEqual(bytes, expected);
  });
});

describe("callerFrame", () => {
  it("is the frame that the SDK finds first in a stack", () => {
    const sdk = Reflect.get(Resource, "stackTrace") as typeof callerFrame;
    const formatAsBefore = formatStacksPlainly();
    const [expected, found] = [sdk, callerFrame].map((find) => find(1)[0]);
    formatAsBefore();
    assert.deepEqual(found, { ...expected, uri: fileURLToPath(expected?.uri ?? "") });
    assert.equal(found.uri, __filename);
  });

  it("is none where there are not so many frames", () => {
    assert.deepEqual(callerFrame(1000), []);
  });
});
