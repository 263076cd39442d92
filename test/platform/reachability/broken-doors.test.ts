import assert from "node:assert/strict";
import type { Data } from "../../../preview/engine/wire";
import { builtStack } from "../../support/reachability/built-stack";
import { changed, gone } from "../../support/reachability/changed";
import type { Deployed } from "../../support/reachability/deployed";
import { doorsOf } from "../../support/reachability/doors";
import { Graph } from "../../support/reachability/graph";
import { recordAt } from "../../support/reachability/read";

describe("a door that is not as it was declared is found where", () => {
  let resources: readonly Deployed[];

  before(async () => {
    ({ resources } = await builtStack("production"));
  });

  const door = { hostnames: ["api.cdfsmarthub.zm"], pods: ["api-gateway:3000"] };

  it("no pods stand behind the service", () => {
    const elsewhere = (inputs: Data) => ({
      ...inputs,
      spec: { ...recordAt(inputs, "spec"), selector: { app: "gateway" } },
    });
    const others = changed(resources, ["Service", "api-gateway"], elsewhere);
    assert.deepEqual(doorsOf(new Graph(others)), [{ ...door, pods: [], barriers: [] }]);
  });

  it("no targets are bound to the group", () => {
    const others = changed(resources, ["TargetGroupBinding", "api-gateway"], gone);
    assert.deepEqual(doorsOf(new Graph(others)), [{ ...door, pods: [], barriers: [] }]);
  });

  it("the nodes do not let the load balancer in", () => {
    const others = changed(resources, ["SecurityGroupIngressRule", "edge-to-app"], gone);
    assert.deepEqual(doorsOf(new Graph(others)), [
      { ...door, barriers: ["security group into api-gateway"] },
    ]);
  });

  it("a network ACL stops what the load balancer asks, and the replies to it", () => {
    const others = changed(resources, ["NetworkAclRule", "network-private-ingress-replies"], gone);
    assert.deepEqual(doorsOf(new Graph(others)), [
      { ...door, barriers: ["network ACL from load balancer to api-gateway"] },
    ]);
  });

  it("a network ACL stops replies to the internet", () => {
    const others = changed(resources, ["NetworkAclRule", "network-public-egress-replies"], gone);
    assert.deepEqual(doorsOf(new Graph(others)), [
      {
        ...door,
        barriers: [
          "network ACL for replies of load balancer to internet",
          "network ACL from load balancer to api-gateway",
        ],
      },
    ]);
  });
});
