import { complete } from "../complete";
import type { DatabaseBootstrapArgs } from "./args";

/** The arguments of a bootstrap with nothing left out that has a default. */
export type Settings = ReturnType<typeof settingsOf>;

/** Completes the arguments of a bootstrap by their defaults. */
export function settingsOf(args: DatabaseBootstrapArgs) {
  const settings = complete(args, { extensions: [] });
  return { ...settings, applicationRole: complete(args.applicationRole, { alternates: true }) };
}

/** The roles that the application's secret may name: they take turns. */
export function loginsOf({
  applicationRole,
}: Pick<Settings, "applicationRole">): readonly string[] {
  const { name, alternates } = applicationRole;
  return alternates ? [name, `${name}_clone`] : [name];
}
