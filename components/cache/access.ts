import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { generate } from "../secrets/value";
import type { Auth } from "./auth";
import type { Scope, Site } from "./scope";

/** AWS takes 16 to 128 characters. */
const passwordLength = 64;

/** Disabled: whoever is connected without having named a user can do nothing. */
const disabled = "off ~* -@all";

type Rbac = Extract<Auth, { mode: "rbac" }>;

/** The inputs of a replication group that say who may use it. */
export type AccessInputs = Pick<
  aws.elasticache.ReplicationGroupArgs,
  "authTokenWo" | "authTokenWoVersion" | "authTokenUpdateStrategy" | "userGroupIds"
>;

/** Generates the password of the applications, the same at every place; undefined where they need none. */
export function createPassword({ name, settings, options }: Scope): Password | undefined {
  const { auth } = settings;
  if (auth.mode === "none") return undefined;
  const { version } = auth;
  const value = { generate: "password", length: passwordLength, version } as const;
  return { value: generate(`${name}-auth`, value, options.parent), version };
}

/** A password, and which one it is: AWS does not keep it to be compared. */
export interface Password {
  readonly value: pulumi.Output<string>;
  readonly version: number;
}

/** Makes what a place needs to tell who may use the cache. */
export function createAccess(
  scope: Scope,
  site: Site,
  password: Password | undefined,
): AccessInputs {
  const { auth } = scope.settings;
  if (auth.mode === "none" || password === undefined) return {};
  if (auth.mode === "rbac") {
    // Ends the token of a cache that had one: AWS keeps it beside the users otherwise.
    const userGroupIds = [createUserGroup(scope, site, auth, password).userGroupId];
    return { userGroupIds, authTokenUpdateStrategy: "DELETE" };
  }
  return {
    authTokenWo: password.value,
    authTokenWoVersion: password.version,
    authTokenUpdateStrategy: auth.updateStrategy,
  };
}

function createUserGroup(
  scope: Scope,
  site: Site,
  { userName, accessString }: Rbac,
  password: Password,
): aws.elasticache.UserGroup {
  const { settings, options } = scope;
  const { replicationGroupId, engine } = settings;
  const application = createUser(scope, site, {
    name: `${site.prefix}-application`,
    userId: replicationGroupId,
    userName,
    accessString,
    password,
  });
  const users = [application, ...createDefaultUser(scope, site)];
  return new aws.elasticache.UserGroup(
    site.prefix,
    {
      region: site.region,
      engine,
      userGroupId: replicationGroupId,
      userIds: users.map(({ userId }) => userId),
    },
    options,
  );
}

/**
 * Takes the place of the default user, which may do everything without a password. Valkey has none in a group.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 */
function createDefaultUser(scope: Scope, site: Site): readonly aws.elasticache.User[] {
  const { settings, options } = scope;
  if (settings.engine === "valkey") return [];

  const name = `${site.prefix}-default`;
  const value = { generate: "password", length: passwordLength } as const;
  const user = {
    name,
    userId: defaultUserId(settings.replicationGroupId),
    userName: "default",
    accessString: disabled,
    password: { value: generate(name, value, options.parent), version: 1 },
  };
  return [createUser(scope, site, user)];
}

/** The identifier of the user that takes the default user's place. */
export function defaultUserId(replicationGroupId: string): string {
  return `${replicationGroupId}-default`;
}

interface User {
  /** Name of the resource. */
  readonly name: string;
  readonly userId: string;
  readonly userName: string;
  readonly accessString: string;
  readonly password: Password;
}

function createUser(
  { settings, options }: Scope,
  { region }: Site,
  { name, userId, userName, accessString, password }: User,
): aws.elasticache.User {
  return new aws.elasticache.User(
    name,
    {
      region,
      engine: settings.engine,
      userId,
      userName,
      accessString,
      passwordsWo: password.value,
      passwordsWoVersion: password.version,
    },
    options,
  );
}
