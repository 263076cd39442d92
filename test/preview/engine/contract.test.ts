import assert from "node:assert/strict";
import { Resource } from "@pulumi/pulumi";
import { version } from "@pulumi/pulumi/package.json";
import { version as policyVersion } from "@pulumi/policy/package.json";
import server = require("@pulumi/policy/server");
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { CallbackServer } from "@pulumi/pulumi/runtime/callbacks";
import debuggable = require("@pulumi/pulumi/runtime/debuggable");
import state = require("@pulumi/pulumi/runtime/state");

/** What the preview uses of the SDKs beyond their published interfaces: an upgrade must look at each. */
describe("the SDKs that the offline engine was written for", () => {
  it("are these versions", () => {
    assert.deepEqual([version, policyVersion], ["3.248.0", "v1.21.0"]);
  });

  it("call the monitor by these methods", () => {
    assert.deepEqual(Object.keys(ResourceMonitorService).sort(), [
      "call",
      "getDeploymentInfo",
      "invoke",
      "readResource",
      "registerErrorHook",
      "registerPackage",
      "registerResource",
      "registerResourceHook",
      "registerResourceOutputs",
      "registerStackInvokeTransform",
      "registerStackTransform",
      "signalAndWaitForShutdown",
      "supportsFeature",
    ]);
  });

  it("keep what a run knows in the store that stands when it starts", () => {
    const before = globalThis.globalStore;
    const stores = [1, 2].map(() => {
      globalThis.globalStore = new state.LocalStore();
      return state.getStore();
    });
    globalThis.globalStore = before;
    assert.notEqual(stores[0], stores[1]);
  });

  it("format a stack trace for every promise in one function that can be replaced", () => {
    assert.equal(typeof debuggable.debuggablePromise, "function");
  });

  it("ask for the stack of a resource in one function that can be replaced", () => {
    assert.equal(typeof Reflect.get(Resource, "stackTrace"), "function");
  });

  it("keep transforms by their token", () => {
    const callbacks = new CallbackServer({} as ConstructorParameters<typeof CallbackServer>[0]);
    callbacks.shutdown();
    assert.ok(Reflect.get(callbacks, "_callbacks") instanceof Map);
  });

  it("serve a pack's rules by handlers that run in any process", () => {
    assert.deepEqual(
      [typeof server.makeAnalyzeRpcFun, typeof server.makeAnalyzeStackRpcFun],
      ["function", "function"],
    );
  });
});
