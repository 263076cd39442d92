import assert from "node:assert/strict";
import { compile } from "../../policies/compile";
import type { Data } from "../../policies/data";
import { fail, notApplicable, pass, undecided } from "../../policies/judgement";
import { mustBe, mustBeAtLeast } from "../../policies/must";
import { rules } from "../../policies/pack";
import { resourceRule, type Rule, stackRule } from "../../policies/rule";
import {
  configurationOf,
  judge,
  judgeAsEngine,
  judgeInProcess,
  policyIds,
  resource,
  type Resource,
  root,
  secret,
  unknown,
} from "./kit";

const facts = {
  requires: "Doors are locked.",
  why: "Somebody may come in.",
  fix: "Lock it.",
  severity: "high",
  standards: { securityHub: ["DOOR.1"], checkov: ["CKV_1", "CKV_2"] },
  exemptible: true,
} as const;
const door = "home:index:Door";

const doorLocked = resourceRule({
  ...facts,
  id: "door-locked",
  types: [door],
  settings: {
    minimumTurns: {
      kind: "integer",
      description: "Turns of the key at least.",
      minimum: 1,
      maximum: 4,
      default: 2,
      stricter: "higher",
    },
  },
  check: (item, { minimumTurns }) =>
    item.at("isGlass").value === true
      ? notApplicable("a glass door keeps nobody out")
      : mustBeAtLeast(item.at("turns"), { minimum: minimumTurns, unit: "turns" }),
});

const doorClosed = resourceRule({
  ...facts,
  id: "door-closed",
  requires: "Doors are closed.",
  types: [door, "home:index:Gate"],
  severity: "low",
  level: "advisory",
  check: (item) => mustBe(item.at("closed"), true),
});

const doorWatched = stackRule({
  ...facts,
  id: "door-watched",
  requires: "Doors have a camera.",
  types: [door],
  check: (item, _settings, stack) => {
    const { found, possible } = stack.referring(item, "door", "home:index:Camera");
    if (found.length > 0) return mustBe(item.at("lit"), true);
    return possible.length > 0 ? undecided("the camera") : fail("must have a camera");
  },
});

const home: readonly Rule[] = [doorLocked, doorClosed, doorWatched];
const locked = { turns: 2, closed: true, lit: true };
const front = (inputs: Data = {}, more: Partial<Resource> = {}): Resource =>
  resource(door, { ...locked, ...inputs }, { name: "front", ...more });
const camera = (target: Resource): Resource =>
  resource("home:index:Camera", { door: unknown }, { dependencies: { door: [target] } });
const guarded = (inputs: Data = {}): readonly Resource[] => {
  const item = front(inputs);
  return [root, item, camera(item)];
};
const exempt = (more: Data = {}): Data => ({
  "door-locked": {
    exemptions: [
      { resource: "*::front", reason: "Painted.", owner: "ops", expires: "2026-06-30", ...more },
    ],
  },
});

describe("a verdict", () => {
  it("is given for each rule on each resource of its types, and on no other", async () => {
    const { verdicts } = await judge(home, [...guarded(), resource("home:index:Gate", {})]);
    assert.deepEqual(
      verdicts.map(({ rule, urn, verdict }) => [rule, urn.split("::").slice(2).join(" "), verdict]),
      [
        ["door-locked", "home:index:Door front", "pass"],
        ["door-closed", "home:index:Door front", "pass"],
        ["door-closed", "home:index:Gate example", "fail"],
        ["door-watched", "home:index:Door front", "pass"],
      ],
    );
  });

  it("says everything about a failure", async () => {
    const { verdicts } = await judge([doorLocked], [front({ turns: 1 })]);
    assert.deepEqual(verdicts, [
      {
        rule: "door-locked",
        urn: "urn:pulumi:production::shop::home:index:Door::front",
        verdict: "fail",
        level: "mandatory",
        severity: "high",
        message: "turns must be at least 2 turns, got 1",
        fix: "Lock it.",
      },
    ]);
  });

  it("says nothing more than that where the resource passes", async () => {
    const { verdicts } = await judge([doorLocked], [front()]);
    assert.deepEqual(verdicts, [
      {
        rule: "door-locked",
        urn: "urn:pulumi:production::shop::home:index:Door::front",
        verdict: "pass",
        level: "mandatory",
        severity: "high",
      },
    ]);
  });

  it("has the level that configuration gives", async () => {
    const configuration = { "door-locked": "advisory" };
    const { verdicts } = await judgeInProcess([doorLocked], [front()], { configuration });
    assert.equal(verdicts[0]?.level, "advisory");
  });

  it("is not given by a rule that is disabled", async () => {
    const configuration = { "door-locked": "disabled", "door-watched": "disabled" };
    const { verdicts } = await judge(home, guarded({ turns: 0 }), { configuration });
    assert.deepEqual(
      verdicts.map(({ rule }) => rule),
      ["door-closed"],
    );
  });
});

describe("a failure", () => {
  it("is reported under the rule's name: what is wrong, then the fix", async () => {
    const { diagnostics } = await judge(home, guarded({ turns: 1 }));
    assert.deepEqual(diagnostics, [
      {
        policy: "door-locked",
        urn: "urn:pulumi:production::shop::home:index:Door::front",
        message: "turns must be at least 2 turns, got 1\nLock it.",
        level: "mandatory",
        severity: "high",
        description: "Doors are locked.",
      },
    ]);
  });

  it("is reported at the level of the rule", async () => {
    const { diagnostics } = await judge(home, guarded({ closed: false }));
    assert.deepEqual(
      diagnostics.map(({ policy, level, severity }) => [policy, level, severity]),
      [["door-closed", "advisory", "low"]],
    );
  });

  it("is reported at the level that configuration gives", async () => {
    const configuration = { "door-closed": "mandatory", "door-watched": "advisory" };
    const { diagnostics } = await judge(home, [front({ closed: false })], { configuration });
    assert.deepEqual(
      diagnostics.map(({ policy, level }) => [policy, level]),
      [
        ["door-closed", "mandatory"],
        ["door-watched", "advisory"],
      ],
    );
  });

  it("is reported at the level of all, under the rule's own", async () => {
    const configuration = { all: "advisory", "inputs-recorded": "remediate" };
    const { diagnostics } = await judge(home, [front({ turns: 0 })], { configuration });
    assert.deepEqual(
      diagnostics.map(({ policy, level }) => [policy, level]),
      [
        ["door-locked", "advisory"],
        ["door-watched", "advisory"],
      ],
    );
  });

  it("is found by the threshold that configuration gives", async () => {
    const configuration = { "door-locked": { minimumTurns: 4 } };
    const { diagnostics } = await judge([doorLocked], [front()], { configuration });
    assert.deepEqual(
      diagnostics.map(({ message }) => message),
      ["turns must be at least 4 turns, got 2\nLock it."],
    );
  });

  it("is one for each rule and resource, its lines sorted and each there once", async () => {
    const lines = ["lock[10] is open", "lock[2] is open", "lock[10] is open", "hinge is loose"];
    const rule = resourceRule({
      ...facts,
      id: "door-whole",
      types: [door],
      check: () => fail(...lines),
    });
    const { diagnostics } = await judge([rule], [front()]);
    assert.deepEqual(
      diagnostics.map(({ message }) => message),
      ["hinge is loose\nlock[2] is open\nlock[10] is open\nLock it."],
    );
  });
});

describe("a value that is not known yet", () => {
  it("leaves a verdict undecided and reports nothing", async () => {
    const { verdicts, diagnostics } = await judge([doorLocked], [front({ turns: unknown })]);
    assert.deepEqual(
      verdicts.map(({ verdict, message }) => [verdict, message]),
      [["undecided", "not known until deployed: turns"]],
    );
    assert.deepEqual(diagnostics, []);
  });

  it("is told to the engine as a reason why the policy did not apply", async () => {
    const { notApplied } = await judgeAsEngine([doorLocked], [front({ turns: unknown })]);
    assert.ok(notApplied.includes("door-locked: not known until deployed: turns"));
  });

  it("is reported once for each resource where configuration asks for it", async () => {
    const configuration = { "values-known": { enforcementLevel: "mandatory", report: true } };
    const stack = [
      ...guarded({ turns: unknown, closed: unknown, lit: unknown }),
      resource("home:index:Gate", { closed: unknown }),
    ];
    const { diagnostics, verdicts } = await judge(home, stack, { configuration });
    const fix = "Give the value in the program, or leave it to be judged when it is deployed.";
    assert.deepEqual(
      diagnostics.map(({ policy, urn, message, level }) => [policy, urn, message, level]),
      [
        [
          "values-known",
          "urn:pulumi:production::shop::home:index:Door::front",
          `door-closed waits for closed\ndoor-locked waits for turns\ndoor-watched waits for lit\n${fix}`,
          "mandatory",
        ],
        [
          "values-known",
          "urn:pulumi:production::shop::home:index:Gate::example",
          `door-closed waits for closed\n${fix}`,
          "mandatory",
        ],
      ],
    );
    assert.equal(verdicts.filter(({ rule }) => rule === "values-known").length, 2);
  });

  it("is not reported when it has become known", async () => {
    const configuration = { "values-known": { report: true } };
    const stack = [front({ turns: unknown }), front()];
    const { diagnostics } = await judge([doorLocked], stack, { configuration });
    assert.deepEqual(diagnostics, []);
  });

  it("is not reported where the policy that would is disabled", async () => {
    const configuration = { "values-known": { enforcementLevel: "disabled", report: true } };
    const stack = [front({ turns: unknown })];
    const { diagnostics } = await judge([doorLocked], stack, { configuration });
    assert.deepEqual(diagnostics, []);
  });
});

describe("a rule about relations", () => {
  it("judges by inputs, though the engine shows it only outputs", async () => {
    const item = front({ lit: false }, { outputs: {} });
    const { verdicts } = await judge([doorWatched], [item, camera(item)]);
    assert.deepEqual(
      verdicts.map(({ verdict, message }) => [verdict, message]),
      [["fail", "lit must be true, got false"]],
    );
  });

  it("judges alike on a preview and on an update", async () => {
    const previewed = front({ lit: false }, { outputs: { lit: unknown } });
    const updated = front({ lit: false }, { outputs: { lit: false, id: "door-1" } });
    const before = await judge([doorWatched], [previewed, camera(previewed)]);
    const after = await judge([doorWatched], [updated, camera(updated)]);
    assert.deepEqual(after.verdicts, before.verdicts);
  });

  it("judges by outputs where inputs were not recorded", async () => {
    const item = front({ lit: false }, { outputs: { lit: true } });
    const configuration = { "inputs-recorded": "disabled" };
    const { verdicts } = await judge([doorWatched], [item, camera(item)], { configuration });
    assert.deepEqual(
      verdicts.map(({ verdict }) => verdict),
      ["pass"],
    );
  });

  it("judges resources in the order of their URNs", async () => {
    const names = ["c", "a", "b"].map((name) => resource(door, {}, { name }));
    const { verdicts } = await judge([doorWatched], names);
    assert.deepEqual(
      verdicts.map(({ urn }) => urn.at(-1)),
      ["a", "b", "c"],
    );
  });
});

describe("an exemption", () => {
  const verdictsOn = async (stack: readonly Resource[], configuration: Data) => {
    const { verdicts, diagnostics } = await judge([doorLocked], stack, { configuration });
    return {
      verdicts: verdicts.map(({ rule, verdict, message }) => [rule, verdict, message]),
      reported: diagnostics.map(({ policy, message }) => [policy, message.split("\n")[0]]),
    };
  };
  const failure = "turns must be at least 2 turns, got 1";
  const open = [root, front({ turns: 1 })];

  it("excuses a failure, which is told but not reported", async () => {
    assert.deepEqual(await verdictsOn(open, exempt()), {
      verdicts: [
        ["door-locked", "exempt", failure],
        ["exemptions-current", "pass", undefined],
      ],
      reported: [],
    });
  });

  it("comes with the verdict", async () => {
    const { verdicts } = await judge([doorLocked], open, { configuration: exempt() });
    assert.deepEqual(verdicts[0]?.exemption, {
      resource: "*::front",
      reason: "Painted.",
      owner: "ops",
      expires: "2026-06-30",
    });
    assert.equal(verdicts[0].fix, undefined);
  });

  it("is told to the engine as a reason why the policy did not apply", async () => {
    const { notApplied } = await judgeAsEngine([doorLocked], open, { configuration: exempt() });
    assert.ok(notApplied.includes("door-locked: exempt until 2026-06-30 (ops): Painted."));
  });

  it("matches a resource by its name too", async () => {
    const { verdicts } = await verdictsOn(open, exempt({ resource: "fro*" }));
    assert.equal(verdicts[0]?.[1], "exempt");
  });

  it("leaves a resource that passes alone, and is current", async () => {
    assert.deepEqual(await verdictsOn([root, front()], exempt()), {
      verdicts: [
        ["door-locked", "pass", undefined],
        ["exemptions-current", "pass", undefined],
      ],
      reported: [],
    });
  });

  it("does not excuse a resource that it does not name", async () => {
    const unmatched =
      'the exemption of "*::back" from door-locked must match a resource that the rule judges';
    assert.deepEqual(await verdictsOn(open, exempt({ resource: "*::back" })), {
      verdicts: [
        ["door-locked", "fail", failure],
        ["exemptions-current", "fail", unmatched],
      ],
      reported: [
        ["door-locked", failure],
        ["exemptions-current", unmatched],
      ],
    });
  });

  it("is a finding about the stack when it matches nothing, in a stack without such a resource", async () => {
    const { diagnostics } = await judge([doorLocked], [root], { configuration: exempt() });
    assert.deepEqual(diagnostics, [
      {
        policy: "exemptions-current",
        urn: root.urn,
        message:
          'the exemption of "*::front" from door-locked must match a resource that the rule judges\nRemove the exemption, or have its owner renew it.',
        level: "mandatory",
        severity: "medium",
        description: "Every exemption names a resource that is there and has not expired.",
      },
    ]);
  });

  it("is no finding where the policy that would report it is disabled", async () => {
    const configuration = { ...exempt(), "exemptions-current": "disabled" };
    const { diagnostics } = await judge([doorLocked], [root], { configuration });
    assert.deepEqual(diagnostics, []);
  });

  it("excuses from a rule about relations", async () => {
    const exemptions = [
      { resource: "front", reason: "Dark.", owner: "ops", expires: "2026-06-30" },
    ];
    const configuration = { "door-watched": { exemptions } };
    const { verdicts } = await judge([doorWatched], [root, front()], { configuration });
    assert.deepEqual(
      verdicts.map(({ rule, verdict }) => [rule, verdict]),
      [
        ["door-watched", "exempt"],
        ["exemptions-current", "pass"],
      ],
    );
  });

  it("no longer excuses anything under the engine when it has expired, and is a finding", async () => {
    const configuration = exempt({ expires: "2026-01-14" });
    const { diagnostics } = await judgeAsEngine([doorLocked], open, { configuration });
    assert.deepEqual(
      diagnostics.map(({ policy, message }) => [policy, message.split("\n")[0]]),
      [
        ["door-locked", failure],
        [
          "exemptions-current",
          'the exemption of "*::front" from door-locked must not be expired, ended on 2026-01-14',
        ],
      ],
    );
  });

  it("no longer excuses anything in process when it expires after configuration was read", async () => {
    const { verdicts } = await judgeInProcess([doorLocked], open, {
      configuration: exempt(),
      runsOn: "2026-07-01",
    });
    assert.deepEqual(
      verdicts.map(({ rule, verdict }) => [rule, verdict]),
      [
        ["door-locked", "fail"],
        ["exemptions-current", "fail"],
      ],
    );
  });
});

describe("a defect of a rule", () => {
  const faulty = resourceRule({
    ...facts,
    id: "door-painted",
    types: [door],
    check: (item) => {
      throw new SyntaxError(`cannot parse ${String(item.at("paint").value)}`);
    },
  });
  const thrower = stackRule({
    ...facts,
    id: "door-numbered",
    types: [door],
    check: () => {
      const painter = (function* () {
        yield;
      })();
      painter.throw("no error at all");
      return pass;
    },
  });

  it("is a finding that names the rule and the resource, and quotes no value", async () => {
    const { diagnostics } = await judge([faulty], [front({ paint: secret("hunter2") })]);
    assert.deepEqual(
      diagnostics.map(({ policy, message }) => [policy, message]),
      [
        [
          "door-painted",
          'the rule door-painted could not judge home:index:Door "front": SyntaxError, a defect of the rule\nLock it.',
        ],
      ],
    );
  });

  it("does not stop the other rules", async () => {
    const { verdicts } = await judge([faulty, thrower, doorLocked], [front()]);
    assert.deepEqual(
      verdicts.map(({ rule, verdict }) => [rule, verdict]),
      [
        ["door-painted", "fail"],
        ["door-locked", "pass"],
        ["door-numbered", "fail"],
      ],
    );
  });
});

describe("policies for the engine", () => {
  it("are one for each rule, the recorder first", () => {
    assert.deepEqual(
      compile(rules)
        .map(({ name }) => name)
        .sort(),
      [...policyIds(rules)].sort(),
    );
    assert.equal(compile(rules)[0]?.name, "inputs-recorded");
  });

  it("tell the engine what the rule is about", () => {
    const [, policy] = compile([doorLocked]);
    assert.ok(policy);
    assert.deepEqual(
      { ...policy, validateResource: undefined, configSchema: undefined },
      {
        name: "door-locked",
        description: "Doors are locked.",
        enforcementLevel: "mandatory",
        severity: "high",
        remediationSteps: "Lock it.",
        tags: ["AWS Security Hub DOOR.1", "checkov CKV_1", "checkov CKV_2"],
        validateResource: undefined,
        configSchema: undefined,
      },
    );
    const { minimumTurns, exemptions } = policy.configSchema?.properties ?? {};
    assert.deepEqual(minimumTurns, {
      type: "integer",
      minimum: 1,
      maximum: 4,
      description: "Turns of the key at least.",
      default: 2,
    });
    assert.equal(exemptions?.type, "array");
  });

  it("have no schema where there is nothing to configure", () => {
    const rule = resourceRule({
      ...facts,
      id: "door-there",
      types: [door],
      exemptible: false,
      check: () => pass,
    });
    assert.equal(compile([rule])[1]?.configSchema, undefined);
  });

  it("are passed over for other types once they have seen their configuration", async () => {
    const gate = resource("home:index:Gate", {});
    const { notApplied } = await judgeAsEngine([doorLocked], [gate, gate]);
    assert.deepEqual(
      notApplied.filter((line) => line.startsWith("door-locked")),
      [
        "door-locked: it is about home:index:Door",
        "door-locked: Policy only applies to resources of type 'home:index:Door'",
      ],
    );
  });

  it("are never passed over where the rule has several types", async () => {
    const window = resource("home:index:Window", {});
    const { notApplied } = await judgeAsEngine([doorClosed], [window, window]);
    assert.deepEqual(
      notApplied.filter((line) => line.startsWith("door-closed")),
      [
        "door-closed: it is about home:index:Door, home:index:Gate",
        "door-closed: it is about home:index:Door, home:index:Gate",
      ],
    );
  });
});

describe("policies for one process", () => {
  it("are three, however many rules there are", () => {
    const configuration = configurationOf(rules);
    assert.deepEqual(
      compile(rules, { configuration }).map(({ name }) => name),
      ["inputs-recorded", "rules-about-resources", "rules-about-the-stack"],
    );
  });

  it("do without the recorder where it is off", () => {
    const configuration = configurationOf(rules, { "inputs-recorded": "disabled" });
    assert.deepEqual(
      compile(rules, { configuration }).map(({ name }) => name),
      ["rules-about-resources", "rules-about-the-stack"],
    );
  });

  it("leave out rules that the configuration does not know", async () => {
    const { verdicts } = await judgeInProcess(home, guarded(), { configuredFor: [doorLocked] });
    assert.deepEqual(
      verdicts.map(({ rule }) => rule),
      ["door-locked"],
    );
  });
});
