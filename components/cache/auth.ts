import { complete } from "../complete";

/** One password for all clients, the AUTH token, kept in a secret. */
export interface TokenAuthArgs {
  readonly mode: "token";
  /**
   * Raised by one, it makes a new token at the next deployment.
   *
   * @default 1
   */
  readonly version?: number | undefined;
  /**
   * What becomes of the token before: `SET` ends it at once, `ROTATE` leaves both good, until a deployment
   * with `SET` again.
   *
   * @default "SET"
   */
  readonly updateStrategy?: "SET" | "ROTATE" | undefined;
}

/**
 * A user with rights and a password of its own, kept in a secret. The default user, as whom clients log in
 * that name none, is disabled.
 */
export interface RbacAuthArgs {
  readonly mode: "rbac";
  /**
   * Name of the user that applications log in as.
   *
   * @default "application"
   */
  readonly userName?: string | undefined;
  /**
   * What the user may do with which keys and channels.
   *
   * @default "on ~* &* +@all -@dangerous +info", everything but what is dangerous to all data
   * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
   */
  readonly accessString?: string | undefined;
  /**
   * Raised by one, it makes a new password at the next deployment. Connections stay open; new ones need it at once.
   *
   * @default 1
   */
  readonly version?: number | undefined;
}

/** No password: whoever reaches the cache may use it. */
export interface NoAuthArgs {
  readonly mode: "none";
}

/** How clients show that they may use the cache. */
export type AuthArgs = TokenAuthArgs | RbacAuthArgs | NoAuthArgs;

/** How clients show that they may use the cache, with nothing left out. */
export type Auth = ReturnType<typeof completeAuth>;

const defaults = {
  token: { version: 1, updateStrategy: "SET" },
  rbac: {
    version: 1,
    userName: "application",
    accessString: "on ~* &* +@all -@dangerous +info",
  },
} as const;

/** Completes how clients show that they may use the cache. */
export function completeAuth(auth: AuthArgs) {
  if (auth.mode === "none") return auth;
  return auth.mode === "token" ? complete(auth, defaults.token) : complete(auth, defaults.rbac);
}
