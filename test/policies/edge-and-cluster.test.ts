import assert from "node:assert/strict";
import { Cluster } from "../../components/cluster";
import { Edge } from "../../components/edge";
import { clusterRules } from "../../policies/cluster-rules";
import { edgeRules } from "../../policies/edge-rules";
import type { Verdict } from "../../policies/verdict";
import { args as clusterArgs } from "../components/cluster-args";
import { args as edgeArgs, cdn } from "../components/edge-args";
import { judged } from "../support/judged";

describe("what the components make of a cluster and an edge", () => {
  let verdicts: readonly Verdict[];

  before(async () => {
    verdicts = await judged((providers) => {
      new Cluster("cluster", clusterArgs, { providers });
      new Edge("edge", { ...edgeArgs, cdn }, { providers });
    });
  });

  /** The rules among these that came to a verdict on some resource. */
  const rulesWith = (wanted: Verdict["verdict"]): readonly string[] => {
    const ids = new Set([...clusterRules, ...edgeRules].map(({ id }) => id));
    const found = verdicts.filter(({ verdict }) => verdict === wanted).map(({ rule }) => rule);
    return [...new Set(found)].filter((id) => ids.has(id)).sort();
  };

  it("breaks no rule", () => {
    assert.deepEqual(
      verdicts.filter(({ verdict }) => verdict === "fail"),
      [],
    );
  });

  it("leaves none of theirs open", () => {
    assert.deepEqual(rulesWith("undecided"), []);
  });

  it("satisfies all of theirs but those about what it does not have", () => {
    const passed = new Set(rulesWith("pass"));
    const others = [...clusterRules, ...edgeRules].map(({ id }) => id);
    assert.deepEqual(
      others.filter((id) => !passed.has(id)),
      [
        "cluster-endpoint-limited",
        "node-group-private",
        "node-group-ssh-limited",
        "distribution-origin-tls",
        "load-balancer-cross-zone",
        "target-group-encrypted",
        "zone-queries-logged",
        "zone-signed",
      ],
    );
  });
});
