import assert from "node:assert/strict";
import { showOptions } from "../../../preview/explain/show-options";
import { resource } from "../requirements/stack";

const { options } = resource({ type: "aws:ec2/vpc:Vpc", name: "network" });

describe("showOptions", () => {
  it("says nothing of defaults", () => {
    assert.equal(showOptions({ ...options, version: "7.48.0", dependsOn: ["urn"] }), "");
  });

  it("says every other option", () => {
    assert.equal(
      showOptions({
        ...options,
        ...{ protect: true, retainOnDelete: true, deleteBeforeReplace: true },
        ...{ ignoreChanges: ["a", "b"], replaceOnChanges: ["c"], additionalSecretOutputs: ["d"] },
        ...{ aliases: ["old"], importId: "vpc-1" },
        deletedWith: "urn:pulumi:production::test::aws:eks/cluster:Cluster::cluster",
        customTimeouts: { create: "1h", update: "", delete: "30m" },
      }),
      "protected; kept when it is deleted; deleted before replaced; ignores changes of a, b; replaced on changes of c; secret outputs d; formerly old; imported from vpc-1; deleted with cluster; timeouts create 1h, delete 30m",
    );
  });
});
