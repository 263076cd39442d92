import assert from "node:assert/strict";
import { deployBoundary, workloadBoundary } from "../../../components/deploy-roles/boundaries";
import {
  permissionTable,
  reads,
  serviceOf,
  writes,
} from "../../../components/deploy-roles/permission-table";
import { resourcesOf, type EnvironmentPlan } from "../../../components/deploy-roles/plan";
import { comparedWithAll, unscoped } from "../../../components/deploy-roles/scopes";
import { cfnLintOrSkip } from "./cfn-lint";

/** What AWS says of the actions of a service, and of the resources that they can be limited to. */
interface Service {
  readonly Actions: Readonly<Record<string, { readonly Resources?: readonly string[] }>>;
  readonly Resources: Readonly<Record<string, { readonly ARNFormats: readonly string[] }>>;
}

const plan: EnvironmentPlan = {
  accountId: "123456789012",
  region: "eu-west-1",
  environment: "production",
  systems: ["shop"],
  regions: ["eu-west-1"],
  domains: [],
  stateBucketName: "groundwork-state-123456789012",
  stateKeyAliases: [],
  table: permissionTable,
};

const all = [...new Set([...reads(permissionTable), ...writes(permissionTable)])].sort();

describe("The actions of deploy roles, held against AWS's list of all actions", () => {
  let services: Readonly<Record<string, Service>>;

  before(function () {
    const cfnLint = cfnLintOrSkip(this);
    services = cfnLint.data("AdditionalSpecs/Policies.json") as typeof services;
  });

  it("exist", () => {
    assert.ok(all.length > 400);
    assert.deepEqual(
      all.filter((action) => actionOf(action) === undefined),
      [],
    );
  });

  it("are limited to resources wherever AWS can limit them", () => {
    const open = writes(permissionTable).filter((action) => resourcesIn(action).length === 0);
    assert.deepEqual(
      open.filter((action) => serviceOf(action) !== "ec2"),
      [...unscoped].filter((action) => !comparedWithAll.has(action)),
    );
  });

  it("are limited to resources of a form that the action takes", () => {
    const limited = writes(permissionTable).filter(
      (action) => serviceOf(action) !== "ec2" && !unscoped.has(action),
    );
    assert.ok(limited.length > 200);
    assert.deepEqual(
      limited.filter((action) => !takes(action)),
      [],
    );
  });

  it("are refused by boundaries under names that AWS has", () => {
    const patterns = [deployBoundary(plan), workloadBoundary(plan)]
      .flatMap((text) => (JSON.parse(text) as { Statement: { Action: string[] }[] }).Statement)
      .flatMap(({ Action }) => Action);
    assert.ok(patterns.length > 80);
    assert.deepEqual(
      patterns.filter((pattern) => !matchesSome(pattern)),
      [],
    );
  });

  function actionOf(action: string): Service["Actions"][string] | undefined {
    const name = action.slice(serviceOf(action).length + 1).toLowerCase();
    return services[serviceOf(action)]?.Actions[name];
  }

  function resourcesIn(action: string): readonly string[] {
    return actionOf(action)?.Resources ?? [];
  }

  /** Whether a scope of the service could be an ARN of a form of one of the action's resources. */
  function takes(action: string): boolean {
    const service = services[serviceOf(action)];
    const forms = resourcesIn(action).flatMap(
      (each) => service?.Resources[each.toLowerCase()]?.ARNFormats ?? [],
    );
    const scopes = resourcesOf(plan, serviceOf(action));
    return forms.some((form) => scopes.some((scope) => isOfForm(scope, form)));
  }

  function matchesSome(pattern: string): boolean {
    const name = pattern.slice(serviceOf(pattern).length + 1).toLowerCase();
    const form = new RegExp(`^${name.replaceAll("*", ".*")}$`);
    return Object.keys(services[serviceOf(pattern)]?.Actions ?? {}).some((each) => form.test(each));
  }
});

/** `.*` at the end of a form stands for any name, `${Region}` and its like for one word. */
function isOfForm(scope: string, form: string): boolean {
  const [, , service = "", , , ...rest] = form.split(":");
  const [, , scoped = "", , , ...given] = scope.split(":");
  if (service !== scoped) return false;
  const kind = rest.join(":").replace(/\.\*$/, "");
  const own = given.join(":").replace(/\*.*$/, "");
  return own.startsWith(kind) || kind.startsWith(own);
}
