import type * as pulumi from "@pulumi/pulumi";
import type { Settings } from "./broker-settings";

/** One user with a password. */
export interface ScramUserArgs {
  /**
   * Raised by one, it makes a new password at the next deployment, which brokers know within 10 minutes.
   *
   * @default 1
   */
  readonly passwordVersion?: number | undefined;
}

/** Users and passwords (SASL/SCRAM-SHA-512). */
export interface ScramArgs {
  /**
   * The users, by name: letters, digits and `_ . @ -`, at most 64. Each has a secret of its own with
   * `username` and a generated `password`.
   */
  readonly users: Readonly<Record<string, ScramUserArgs>>;
}

/** Client certificates (mutual TLS). */
export interface TlsArgs {
  /** Authorities of ACM Private CA whose certificates are accepted, one at least. */
  readonly certificateAuthorityArns: readonly pulumi.Input<string>[];
}

/** The ways in which clients prove who they are. Whoever does not is refused. */
export interface AuthenticationArgs {
  /**
   * By the identity that IAM knows, which also says what they may do.
   *
   * @default true
   */
  readonly iam?: boolean | undefined;
  /**
   * By a password.
   *
   * @default - none has one
   */
  readonly scram?: ScramArgs | undefined;
  /**
   * By a certificate.
   *
   * @default - none is accepted
   */
  readonly tls?: TlsArgs | undefined;
}

/** The inputs of a cluster that say who is let in. */
export function authenticationInputs({ authentication }: Settings) {
  const { iam, scram, tls } = authentication;
  return {
    unauthenticated: false,
    sasl: { iam, scram: scram !== undefined },
    ...(tls === undefined
      ? {}
      : { tls: { certificateAuthorityArns: [...tls.certificateAuthorityArns] } }),
  };
}
