import assert from "node:assert/strict";
import type { DeployRolesArgs } from "../../components/deploy-roles/args";
import { DeployRoles } from "../../components/deploy-roles";
import { preview, type Previewed, type PreviewedResource } from "../support/preview";
import { args } from "./deploy-roles-args";

const role = "aws:iam/role:Role";
const policy = "aws:iam/policy:Policy";
const attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

function previewRoles(changed: Partial<DeployRolesArgs> = {}): Promise<Previewed> {
  return preview((providers) => new DeployRoles("roles", { ...args, ...changed }, { providers }));
}

interface Trust {
  readonly Statement: readonly [
    { readonly Principal: unknown; readonly Action: string; readonly Condition: unknown },
  ];
}

function trustOf({ inputs }: PreviewedResource): Trust["Statement"][0] {
  return (JSON.parse(String(inputs["assumeRolePolicy"])) as Trust).Statement[0];
}

describe("DeployRoles", () => {
  it("makes a role to deploy and one to preview each environment, with their policies and boundaries", async () => {
    const { all } = await previewRoles();
    assert.deepEqual(
      all(role).map(({ inputs }) => inputs["name"]),
      [
        "groundwork-deploy-production",
        "groundwork-deploy-staging",
        "groundwork-preview-production",
        "groundwork-preview-staging",
      ],
    );
    assert.deepEqual(
      all(policy).map(({ inputs }) => inputs["name"]),
      [
        "groundwork-deploy-boundary",
        ...[1, 2, 3, 4, 5].map((number) => `groundwork-deploy-production-${number.toString()}`),
        ...[1, 2, 3, 4, 5].map((number) => `groundwork-deploy-staging-${number.toString()}`),
        "groundwork-preview-production-1",
        "groundwork-preview-staging-1",
        "groundwork-workload-boundary",
      ],
    );
    assert.equal(all(attachment).length, 12);
  });

  it("holds every role within the boundary of those that deploy", async () => {
    const { all, one } = await previewRoles();
    const { urn } = one(policy, "roles-deploy-boundary");
    for (const { propertyDependencies } of all(role)) {
      assert.deepEqual(propertyDependencies["permissionsBoundary"], [urn]);
    }
  });

  it("attaches each policy to its role", async () => {
    const { one } = await previewRoles();
    const { propertyDependencies } = one(attachment, "roles-deploy-production-2");
    assert.deepEqual(propertyDependencies, {
      role: [one(role, "roles-deploy-production").urn],
      policyArn: [one(policy, "roles-deploy-production-2").urn],
    });
  });

  it("knows the code host by its tokens, made out for AWS", async () => {
    const { inputs } = (await previewRoles()).one(
      "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
    );
    assert.equal(inputs["url"], "https://token.actions.githubusercontent.com");
    assert.deepEqual(inputs["clientIdLists"], ["sts.amazonaws.com"]);
  });

  it("lets jobs of an environment of the repository deploy it", async () => {
    const { one } = await previewRoles();
    const issuer = "token.actions.githubusercontent.com";
    assert.deepEqual(trustOf(one(role, "roles-deploy-production")), {
      Effect: "Allow",
      Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: {
          [`${issuer}:aud`]: "sts.amazonaws.com",
          [`${issuer}:sub`]: "repo:example/infrastructure:environment:production",
        },
      },
    });
  });

  it("lets jobs of a branch deploy, and those of pull requests preview", async () => {
    const { one } = await previewRoles();
    const subject = (name: string) => JSON.stringify(trustOf(one(role, name)).Condition);
    assert.match(
      subject("roles-deploy-staging"),
      /:sub":"repo:example\/infrastructure:ref:refs\/heads\/main"/,
    );
    assert.match(
      subject("roles-preview-staging"),
      /:sub":"repo:example\/infrastructure:pull_request"/,
    );
  });

  it("ties the trust to the repository's number where it is given", async () => {
    const codeHost = { ...args.codeHost, repositoryId: "1234" };
    const { all } = await previewRoles({ codeHost });
    for (const made of all(role)) {
      assert.match(
        JSON.stringify(trustOf(made).Condition),
        /"token\.actions\.githubusercontent\.com:repository_id":"1234"/,
      );
    }
  });

  it("knows the claims of GitLab, and takes an instance of one's own", async () => {
    const { one } = await previewRoles({
      codeHost: {
        kind: "gitlab",
        issuer: "gitlab.example.com",
        repository: "group/part/infrastructure",
        repositoryId: "42",
      },
      environments: { staging: { systems: ["shop"], deployFrom: { branch: "main" } } },
    });
    const issuer = "gitlab.example.com";
    const exact = { [`${issuer}:aud`]: "sts.amazonaws.com", [`${issuer}:project_id`]: "42" };
    assert.deepEqual(trustOf(one(role, "roles-deploy-staging")).Condition, {
      StringEquals: {
        ...exact,
        [`${issuer}:sub`]: "project_path:group/part/infrastructure:ref_type:branch:ref:main",
      },
    });
    assert.deepEqual(trustOf(one(role, "roles-preview-staging")).Condition, {
      StringEquals: exact,
      StringLike: {
        [`${issuer}:sub`]: "project_path:group/part/infrastructure:ref_type:branch:ref:*",
      },
    });
  });

  it("makes no role to preview an environment whose pull requests are not previewed", async () => {
    const { all } = await previewRoles({
      environments: {
        production: {
          systems: ["shop"],
          deployFrom: { branch: "main" },
          pullRequestPreviews: false,
        },
      },
    });
    assert.deepEqual(
      all(role).map(({ name }) => name),
      ["roles-deploy-production"],
    );
  });

  const images = {
    repositories: ["shop/orders"],
    pushFrom: {
      "example/orders": { branch: "main" },
      "example/payments": { environment: "release" },
    },
  };

  it("lets jobs of the repositories that are named push images, to the repositories for them alone", async () => {
    const { one } = await previewRoles({ images });
    const issuer = "token.actions.githubusercontent.com";
    assert.deepEqual(trustOf(one(role, "roles-images")).Condition, {
      StringEquals: {
        [`${issuer}:aud`]: "sts.amazonaws.com",
        [`${issuer}:sub`]: [
          "repo:example/orders:ref:refs/heads/main",
          "repo:example/payments:environment:release",
        ],
      },
    });
    const { policy: text } = one(policy, "roles-images-1").inputs;
    const { Statement } = JSON.parse(text as string) as { Statement: { Resource: unknown }[] };
    assert.deepEqual(
      Statement.map(({ Resource }) => Resource),
      ["*", ["arn:aws:ecr:eu-west-1:123456789012:repository/shop/orders"]],
    );
    assert.equal(one(role, "roles-images").inputs["name"], "groundwork-images");
  });

  it("fails when a wildcard would let jobs of other repositories push", async () => {
    const pushFrom = { "example/*": { branch: "*" } };
    await assert.rejects(previewRoles({ images: { ...images, pushFrom } }), {
      message: [
        'images.pushFrom must be owner/name, got "example/*"',
        'images.pushFrom.example/* must name one branch or environment, got "*"',
      ].join("\n"),
    });
  });

  it("makes roles once the code host is known", async () => {
    const { all, one } = await previewRoles({ images });
    const { urn } = one("aws:iam/openIdConnectProvider:OpenIdConnectProvider");
    assert.ok(all(role).every(({ dependencies }) => dependencies.includes(urn)));
  });

  it("hands out the roles by environment, and the boundary of workloads", async () => {
    const { outputs } = await preview((providers) => {
      const roles = new DeployRoles("roles", args, { providers });
      const { deployRoleArns, previewRoleArns, workloadBoundaryArn } = roles;
      return { deployRoleArns, previewRoleArns, workloadBoundaryArn };
    });
    const unknown = { $unknown: true };
    assert.deepEqual(outputs, {
      deployRoleArns: { production: unknown, staging: unknown },
      previewRoleArns: { production: unknown, staging: unknown },
      workloadBoundaryArn: unknown,
    });
  });

  it("fails when anything could let other jobs in than are meant", async () => {
    await assert.rejects(
      previewRoles({
        codeHost: { kind: "gitlab", repository: "example/*" },
        environments: {
          production: { systems: ["shop"], deployFrom: { environment: "production" } },
          staging: { systems: ["shop"], deployFrom: { branch: "release-*" } },
        },
      }),
      {
        message: [
          'codeHost.repository must be owner/name, got "example/*"',
          "environments.production.deployFrom must be a branch: the tokens of GitLab name no environment",
          'environments.staging.deployFrom must name one branch or environment, got "release-*"',
        ].join("\n"),
      },
    );
  });

  it("fails when an environment has more systems than its role may have policies for", async () => {
    const systems = Array.from({ length: 60 }, (_, index) => `system-number-${index.toString()}`);
    const environments = { staging: { systems, deployFrom: { branch: "main" } } };
    await assert.rejects(previewRoles({ environments }), {
      message:
        /^environments\.staging\.systems must need at most 10 policies, got \d+: give fewer systems to the environment$/,
    });
  });
});
