import { acm } from "./permissions/acm";
import { appautoscaling } from "./permissions/appautoscaling";
import { cloudfront } from "./permissions/cloudfront";
import { eks } from "./permissions/eks";
import { elasticache } from "./permissions/elasticache";
import { endpoints } from "./permissions/endpoints";
import { iam } from "./permissions/iam";
import { kms } from "./permissions/kms";
import { lb } from "./permissions/lb";
import { logs } from "./permissions/logs";
import { msk } from "./permissions/msk";
import { network } from "./permissions/network";
import { rds } from "./permissions/rds";
import { route53 } from "./permissions/route53";
import { s3 } from "./permissions/s3";
import { secretsmanager } from "./permissions/secretsmanager";
import { serverlessrepository } from "./permissions/serverlessrepository";
import { sns } from "./permissions/sns";
import { wafv2 } from "./permissions/wafv2";
import type { Permissions, TypePermissions } from "./type-permissions";

/** Every type of resource that a stack may have, with what must be allowed to whoever deploys it. */
export const permissionTable: TypePermissions = {
  ...acm,
  ...appautoscaling,
  ...cloudfront,
  ...eks,
  ...elasticache,
  ...endpoints,
  ...iam,
  ...kms,
  ...lb,
  ...logs,
  ...msk,
  ...network,
  ...rds,
  ...route53,
  ...s3,
  ...secretsmanager,
  ...serverlessrepository,
  ...sns,
  ...wafv2,
};

/** The actions that look at the resources of the table, sorted. */
export function reads(table: TypePermissions): readonly string[] {
  return collect(table, ({ read }) => read);
}

/** The actions that make, change and delete the resources of the table, sorted. */
export function writes(table: TypePermissions): readonly string[] {
  return collect(table, ({ create, update, delete: remove }) => [...create, ...update, ...remove]);
}

/** The services that resources of the table give roles to, sorted. */
export function passedTo(table: TypePermissions): readonly string[] {
  return collect(table, ({ passesRoleTo = [] }) => passesRoleTo);
}

/** The services with a role of their own that come with resources of the table, sorted. */
export function serviceLinked(table: TypePermissions): readonly string[] {
  return collect(table, ({ serviceLinkedRoles = [] }) => serviceLinkedRoles);
}

/** The part of an action before the colon. */
export function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(":"));
}

/** Actions by their service, in the order of the services. */
export function byService(actions: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const services = [...new Set(actions.map(serviceOf))].sort();
  return new Map(
    services.map((service) => [service, actions.filter((action) => serviceOf(action) === service)]),
  );
}

function collect(
  table: TypePermissions,
  pick: (permissions: Permissions) => readonly string[],
): readonly string[] {
  return [...new Set(Object.values(table).flatMap(pick))].sort();
}
