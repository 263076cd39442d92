import type { Scope } from "./scope";

/** A user of the database whose secret a function rotates. */
export type RotatedUser = "master" | "application";

/** The name of the function that rotates a user's secret. */
export function rotationFunctionName({ settings }: Scope, user: RotatedUser): string {
  return `${settings.identifier}-rotate-${user}`;
}

/** The names of the functions that rotate secrets of the database. */
export function rotationFunctionsOf(scope: Scope): readonly string[] {
  const { credentials, applicationUser } = scope.settings;
  const users: readonly (RotatedUser | undefined)[] = [
    credentials.mode === "rotated" ? "master" : undefined,
    applicationUser && "application",
  ];
  return users.flatMap((user) => (user === undefined ? [] : [rotationFunctionName(scope, user)]));
}
