import type * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

/** Random bytes, for keys. */
export interface BytesValue {
  readonly generate: "bytes";
  /**
   * Bytes before they are encoded, 1 or more.
   *
   * @default 32
   */
  readonly bytes?: number;
  /**
   * How the bytes are written down.
   *
   * @default "base64"
   */
  readonly encoding?: "base64" | "hex";
  /**
   * Raised by one, it makes a new value at the next deployment.
   *
   * @default 1
   */
  readonly version?: number;
}

/** A random password of letters and digits, at least one of each kind. */
export interface PasswordValue {
  readonly generate: "password";
  /**
   * Characters, 4 or more.
   *
   * @default 32
   */
  readonly length?: number;
  /**
   * Special characters, of which one occurs at least.
   *
   * @default - none
   */
  readonly specialCharacters?: string;
  /**
   * Raised by one, it makes a new value at the next deployment.
   *
   * @default 1
   */
  readonly version?: number;
}

/** A value that an operator supplies. */
interface SuppliedValue {
  readonly supplied: true;
}

/** Where one value of a secret comes from. */
export type SecretValue = BytesValue | PasswordValue | SuppliedValue;

/**
 * Generates a value. It is not protected: a new version must be able to replace it.
 *
 * @see https://www.pulumi.com/registry/packages/random/api-docs/randombytes/ for why not `RandomId`
 */
export function generate(
  name: string,
  value: BytesValue | PasswordValue,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const { version = 1 } = value;
  const keepers = { version: version.toString() };
  if (value.generate === "password") return password(name, value, keepers, parent);

  const { bytes = 32, encoding = "base64" } = value;
  return new random.RandomBytes(name, { length: bytes, keepers }, { parent })[encoding];
}

function password(
  name: string,
  { length = 32, specialCharacters = "" }: PasswordValue,
  keepers: Readonly<Record<string, string>>,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const special = specialCharacters.length > 0;
  const alphabet = special ? { overrideSpecial: specialCharacters, minSpecial: 1 } : {};
  const minimums = { minLower: 1, minUpper: 1, minNumeric: 1 };
  return new random.RandomPassword(
    name,
    { length, special, ...alphabet, ...minimums, keepers },
    { parent },
  ).result;
}
