import type * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import type { RotatedUser } from "./rotation-functions";
import type { Scope } from "./scope";

/** The punctuation that no URL, shell or connection string needs to escape. */
const punctuation = "-._~";

/**
 * What the rotation function leaves out of the passwords it makes: everything but letters, digits and
 * the same punctuation. RDS itself refuses `/`, `"`, `@` and the space.
 */
export const excludedCharacters = " !\"#$%&'()*+,/:;<=>?@[\\]^`{|}";

/** Generates the first password of the master; undefined where RDS manages it. */
export function createMasterPassword(scope: Scope): pulumi.Output<string> | undefined {
  return scope.settings.credentials.mode === "rotated"
    ? createPassword(scope, "master")
    : undefined;
}

/** Generates the first password of a user, which the first rotation puts out of use. */
export function createPassword(
  { instanceName, options }: Scope,
  user: RotatedUser,
): pulumi.Output<string> {
  return new random.RandomPassword(
    `${instanceName}-${user}`,
    {
      length: 32,
      special: true,
      overrideSpecial: punctuation,
      minLower: 1,
      minUpper: 1,
      minNumeric: 1,
      minSpecial: 1,
    },
    options,
  ).result;
}
