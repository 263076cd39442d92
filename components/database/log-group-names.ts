import { membersOf } from "./members";
import { rotationFunctionsOf } from "./rotation-functions";
import type { Scope } from "./scope";

/** The logs of an instance that RDS sends to CloudWatch Logs. */
export const exportedLogs = ["postgresql", "upgrade"] as const;

/** The name that RDS gives to the log group of an instance's log. */
export function instanceLogGroupName(identifier: string, log: string): string {
  return `/aws/rds/instance/${identifier}/${log}`;
}

/** The name that RDS gives to the log group of a proxy. */
export function proxyLogGroupName(proxyName: string): string {
  return `/aws/rds/proxy/${proxyName}`;
}

/** The name that Lambda gives to the log group of a function. */
export function functionLogGroupName(functionName: string): string {
  return `/aws/lambda/${functionName}`;
}

/** The names of all log groups of a database, those of the primary first. */
export function logGroupNamesOf(scope: Scope): readonly string[] {
  const { proxy, identifier } = scope.settings;
  return [
    ...membersOf(scope).flatMap((member) =>
      exportedLogs.map((log) => instanceLogGroupName(member.identifier, log)),
    ),
    ...rotationFunctionsOf(scope).map(functionLogGroupName),
    ...(proxy === undefined ? [] : [proxyLogGroupName(identifier)]),
  ];
}
