import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseConfiguration } from "../../policies/configuration";
import { rules } from "../../policies/pack";
import {
  configurationText,
  levelIn,
  profile,
  profileFiles,
  settingsIn,
  stackConfiguration,
} from "../../policies/profile";
import { environments, levels } from "../../policies/rule";
import { accepts, isAtLeastAsStrict } from "../../policies/setting";
import { policyIds, today } from "./kit";

const repository = join(__dirname, "../..");
const refused = (message: string) => ({ name: "RangeError", message });

describe("the profiles", () => {
  for (const [path, text] of profileFiles()) {
    it(`are committed as they are generated: ${path}`, () => {
      assert.equal(readFileSync(join(repository, "policies", path), "utf8"), text);
    });
  }

  for (const environment of environments) {
    it(`spell out every policy for ${environment}, without problems`, () => {
      assert.deepEqual(Object.keys(profile(environment)).sort(), [...policyIds(rules)].sort());
      const parsed = parseConfiguration(profile(environment), rules, today);
      assert.ok("configuration" in parsed, JSON.stringify(parsed));
      assert.equal(parsed.configuration.get("inputs-recorded")?.level, "remediate");
    });
  }

  it("are never laxer in production than in staging", () => {
    for (const rule of rules) {
      const [production, staging] = [levelIn(rule, "production"), levelIn(rule, "staging")];
      assert.ok(levels.indexOf(production) >= levels.indexOf(staging), rule.id);
      for (const [name, setting] of Object.entries(rule.settings)) {
        const value = settingsIn(rule, "production")[name] ?? setting.default;
        const floor = settingsIn(rule, "staging")[name] ?? setting.default;
        assert.ok(accepts(setting, value) && isAtLeastAsStrict(setting, value, floor), rule.id);
      }
    }
  });

  it("make every rule mandatory in production but those that advise", () => {
    const lax = rules.filter((rule) => levelIn(rule, "production") !== "mandatory");
    assert.deepEqual(
      lax.map(({ id }) => id),
      [
        "cache-minor-upgrades-automatic",
        "cluster-support-standard",
        "distribution-root-object",
        "iam-users-absent",
        "kubernetes-budget-unhealthy-evicted",
        "kubernetes-labels-set",
        "kubernetes-namespace-defaults-set",
        "load-balancer-cross-zone",
        "load-balancer-headers-set",
        "network-dns-logged",
        "pod-user-high",
        "security-group-egress-limited",
        "zone-queries-logged",
        "zone-signed",
      ],
    );
  });

  it("relax in staging what costs a second machine or keeps what nobody needs", () => {
    const relaxed = rules.filter((rule) => levelIn(rule, "staging") === "disabled");
    assert.deepEqual(
      relaxed.map(({ id }) => id),
      [
        "bucket-kept",
        "cache-failover-automatic",
        "cache-final-snapshot",
        "cache-multi-az",
        "cluster-deletion-protected",
        "database-deletion-protected",
        "database-final-snapshot",
        "database-multi-az",
        "firewall-blocks",
        "load-balancer-deletion-protected",
        "network-nat-per-zone",
        "pod-disruption-budgeted",
        "pod-replicas-enough",
        "pod-spread",
        "pod-update-rolling",
        "secret-recoverable",
      ],
    );
  });

  it("keep backups for 30 days in production and 7 in staging", () => {
    const days = environments.map((environment) => profile(environment)["database-backups-kept"]);
    assert.deepEqual(days, [
      { enforcementLevel: "mandatory", minimumDays: 30 },
      { enforcementLevel: "mandatory", minimumDays: 7 },
    ]);
  });
});

describe("stackConfiguration", () => {
  it("is the environment's profile where nothing is stricter", () => {
    assert.deepEqual(stackConfiguration("staging"), profile("staging"));
  });

  it("takes what is stricter, and keeps the rest of the rule and of the profile", () => {
    const stricter = {
      "generated-secret-strong": { minimumBytes: 64 },
      "database-multi-az": { enforcementLevel: "advisory" },
    };
    assert.deepEqual(stackConfiguration("staging", stricter), {
      ...profile("staging"),
      "database-multi-az": "advisory",
      "generated-secret-strong": {
        enforcementLevel: "mandatory",
        minimumCharacters: 32,
        minimumBits: 128,
        minimumBytes: 64,
      },
    });
  });

  it("takes a value that is as strict as the profile", () => {
    const same = { "database-backups-kept": { minimumDays: 30, enforcementLevel: "mandatory" } };
    assert.deepEqual(stackConfiguration("production", same), profile("production"));
  });

  it("keeps the order of the profile", () => {
    const stricter = {
      "security-group-ingress-limited": {},
      "database-backups-kept": { minimumDays: 35 },
    };
    assert.deepEqual(
      Object.keys(stackConfiguration("production", stricter)),
      Object.keys(profile("production")),
    );
  });

  it("fails when a value is laxer", () => {
    assert.throws(
      () => stackConfiguration("production", { "database-backups-kept": { minimumDays: 14 } }),
      refused(
        "database-backups-kept.minimumDays must not be laxer than the profile of production, 30, got 14",
      ),
    );
  });

  it("fails when a level is laxer", () => {
    assert.throws(
      () => stackConfiguration("production", { "key-rotated": { enforcementLevel: "advisory" } }),
      refused('key-rotated.enforcementLevel must be mandatory in production, got "advisory"'),
    );
  });

  it("fails when a level is none", () => {
    assert.throws(
      () => stackConfiguration("staging", { "database-multi-az": { enforcementLevel: "warn" } }),
      refused(
        'database-multi-az.enforcementLevel must be disabled or advisory or mandatory in staging, got "warn"',
      ),
    );
  });

  it("fails with everything that is wrong", () => {
    const wrong = {
      "key-rotation": {},
      "nothing-of-ours-at-all": {},
      "key-rotated": { days: 90 },
      "database-backups-kept": { minimumDays: 90 },
    };
    assert.throws(
      () => stackConfiguration("production", wrong),
      refused(
        [
          "key-rotation must be the name of a rule; write key-rotated",
          "nothing-of-ours-at-all must be the name of a rule",
          "key-rotated.days must be a setting of the rule",
          "database-backups-kept.minimumDays must be a whole number from 1 to 35, got 90",
        ].join("\n"),
      ),
    );
  });
});

describe("configurationText", () => {
  it("ends with a line break, as files do", () => {
    assert.equal(configurationText({ all: "mandatory" }), '{\n  "all": "mandatory"\n}\n');
  });
});
