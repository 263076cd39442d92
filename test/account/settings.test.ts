import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { loadSettings, resolveAccount } from "../../account/settings";
import type { Problem } from "../../spec/problem";

/** An account's configuration with nothing wrong. */
const config = {
  "pulumi:disable-default-providers": '["*"]',
  "groundwork-account:account": "123456789012",
  "groundwork-account:region": "eu-west-1",
  "groundwork-account:codeHost": '{"kind":"github","repository":"example/infrastructure"}',
  "groundwork-account:environments":
    '{"staging":{"systems":["shop"],"deployFrom":{"branch":"main"}}}',
};

type Changes = Readonly<Record<string, unknown>>;

/** The configuration with settings changed, by their names; undefined takes one away. */
function changed(changes: Changes): Record<string, string> {
  const entries = Object.entries(changes).map(([name, value]) => [
    `groundwork-account:${name}`,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  const all = { ...config, ...Object.fromEntries(entries) } as Record<string, string | undefined>;
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function specOf(changes: Changes = {}) {
  const resolved = resolveAccount(changed(changes), []);
  assert.ok("spec" in resolved, JSON.stringify(resolved));
  return resolved.spec;
}

function problemsOf(changes: Changes, secretKeys: readonly string[] = []): readonly Problem[] {
  const resolved = resolveAccount(changed(changes), secretKeys);
  return "problems" in resolved ? resolved.problems : [];
}

describe("the settings of an account", () => {
  it("become a spec, with defaults for what they leave out", () => {
    assert.deepEqual(specOf(), {
      account: "123456789012",
      region: "eu-west-1",
      codeHost: { kind: "github", repository: "example/infrastructure" },
      environments: {
        staging: { systems: ["shop"], deployFrom: { branch: "main" }, pullRequestPreviews: true },
      },
      operatorRoles: [],
      hostedZones: {},
      images: {
        repositories: [],
        keptImages: 200,
        untaggedDays: 14,
        scanning: "basic",
        pushFrom: {},
        pullAccounts: [],
      },
      logRetentionDays: 90,
      tags: {},
    });
  });

  it("take an account for a name, not for a number", () => {
    assert.equal(specOf({ account: "000000000012" }).account, "000000000012");
  });

  it("take numbers and lists", () => {
    const { logRetentionDays, operatorRoles } = specOf({
      logRetentionDays: 400,
      operatorRoles: ["operators/*"],
    });
    assert.deepEqual([logRetentionDays, operatorRoles], [400, ["operators/*"]]);
  });

  it("say everything that is malformed, missing or unknown at once", () => {
    const problems = problemsOf({
      account: "1234",
      region: undefined,
      images: { repositories: ["Shop"], kept: 3 },
      hostedZone: {},
    });
    assert.deepEqual(
      problems.map(({ path, rule }) => `${path} ${rule}`),
      [
        "account must be an AWS account id of 12 digits, in quotes",
        "hostedZone must be a field of the spec: account, region, disasterRecoveryRegion, codeHost, environments, operatorRoles, hostedZones, images, securityContact, logRetentionDays, tags",
        "images.kept must be a field of images: repositories, keptImages, untaggedDays, scanning, pushFrom, pullAccounts",
        "images.repositories[0] must be lower-case words in folders such as cdf-smart-hub/api-gateway",
        "region must be given: an AWS region such as eu-west-1",
      ],
    );
  });

  it("fail when one is encrypted, which is said once", () => {
    const path = "groundwork-account:region";
    assert.deepEqual(problemsOf({}, [path]), [
      {
        path,
        rule: "must not be encrypted, nor hold an encrypted value",
        fix: "write it in plain text",
      },
    ]);
  });

  it("fail when one stands in another namespace, where nothing reads it", () => {
    const resolved = resolveAccount({ ...config, "groundwork:hostedZones": "{}" }, []);
    assert.deepEqual("problems" in resolved && resolved.problems, [
      {
        path: "groundwork:hostedZones",
        rule: "must be in the namespace groundwork-account: nothing reads it here",
        fix: "write groundwork-account:hostedZones",
      },
    ]);
  });

  it("fail when a mapping is no mapping", () => {
    const [problem] = problemsOf({ environments: "production" });
    assert.equal(problem?.path, "environments");
  });

  it("fail when the other region is the same", () => {
    assert.deepEqual(problemsOf({ disasterRecoveryRegion: "eu-west-1" }), [
      {
        path: "disasterRecoveryRegion",
        value: "eu-west-1",
        rule: "must be another than region",
        fix: "name another region, or leave it out",
      },
    ]);
  });

  it("fail when no environment stands in the account", () => {
    assert.deepEqual(problemsOf({ environments: {} }), [
      {
        path: "environments",
        rule: "must have one environment at least",
        fix: "add production, staging or both",
      },
    ]);
  });

  it("fail when GitLab is to deploy from an environment", () => {
    const deployFrom = { environment: "staging" };
    assert.deepEqual(
      problemsOf({
        codeHost: { kind: "gitlab", repository: "group/infrastructure" },
        environments: { staging: { systems: ["shop"], deployFrom } },
      }),
      [
        {
          path: "environments.staging.deployFrom",
          value: deployFrom,
          rule: "must be a branch: the tokens of GitLab name no environment",
          fix: "write branch: and the name of a protected branch",
        },
      ],
    );
  });

  it("take a branch of GitLab", () => {
    const codeHost = { kind: "gitlab", repository: "group/part/infrastructure" };
    assert.deepEqual(problemsOf({ codeHost }), []);
  });

  it("fail when a wildcard would let other branches deploy", () => {
    const environments = { staging: { systems: ["shop"], deployFrom: { branch: "*" } } };
    const [problem] = problemsOf({ environments });
    assert.equal(problem?.path, "environments.staging.deployFrom.branch");
  });

  it("fail when an environment's domain is in no hosted zone", () => {
    const staging = { systems: ["shop"], deployFrom: { branch: "main" } };
    const problems = (domains: readonly string[], hostedZones: object) =>
      problemsOf({ environments: { staging: { ...staging, domains } }, hostedZones });
    assert.deepEqual(problems(["example.org"], {}), [
      {
        path: "environments.staging.domains",
        value: "example.org",
        rule: "must be in a hosted zone: there is none",
        fix: "add the zone to hostedZones, or name a domain of one",
      },
    ]);
    assert.deepEqual(problems(["example.com", "staging.example.com"], { "example.com": {} }), []);
  });

  it("fail when a zone delegates what is not below it, or what is a zone here", () => {
    const nameServers = ["ns-1.example.net", "ns-2.example.net"];
    const delegations = {
      "example.net": { nameServers },
      "a.example.com": { nameServers },
      "b.example.com": { nameServers },
    };
    const path = 'hostedZones["example.com"].delegations';
    assert.deepEqual(
      problemsOf({ hostedZones: { "example.com": { delegations }, "b.example.com": {} } }),
      [
        {
          path,
          value: "example.net",
          rule: "must be names below example.com",
          fix: "write for example staging.example.com",
        },
        {
          path,
          value: "b.example.com",
          rule: "must leave out what is a hosted zone of this account: it is delegated to anyway",
          fix: "remove it",
        },
      ],
    );
  });

  it("fail when a repository is named twice", () => {
    assert.deepEqual(problemsOf({ images: { repositories: ["shop/a", "shop/b", "shop/a"] } }), [
      {
        path: "images.repositories",
        value: "shop/a",
        rule: "must name each repository once",
        fix: "remove the repetition",
      },
    ]);
  });

  it("fails when everything is tagged as an environment's, and takes the tag in any case", () => {
    assert.deepEqual(problemsOf({ tags: { Environment: "Production" } }), [
      {
        path: "tags.Environment",
        value: "Production",
        rule: "must be shared in whatever case, by which roles know what environments share",
        fix: "write shared, or remove it",
      },
    ]);
    assert.deepEqual(problemsOf({ tags: { Environment: "Shared" } }), []);
  });

  it("end the program with one message where anything is wrong", () => {
    pulumi.runtime.setAllConfig({ ...config, "groundwork-account:account": "1234" }, []);
    try {
      assert.throws(loadSettings, (error) => {
        assert.ok(error instanceof pulumi.RunError);
        assert.match(error.message, /^1 problem in stack /);
        assert.match(error.message, /account {2,}must be an AWS account id of 12 digits/);
        return true;
      });
    } finally {
      pulumi.runtime.setAllConfig({}, []);
    }
  });

  it("start the program where nothing is wrong", () => {
    pulumi.runtime.setAllConfig({ ...config }, []);
    try {
      assert.equal(loadSettings().account, "123456789012");
    } finally {
      pulumi.runtime.setAllConfig({}, []);
    }
  });
});
