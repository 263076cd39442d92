import { secretRecoveryProblems } from "../../problems/periods";
import { outsideOf, unless } from "../../problems/phrases";
import { familyOf, type Settings } from "../database-settings";

const instanceClass = /^db\.[a-z0-9-]+\.[a-z0-9]+$/;

/** What is wrong with the engine, the classes and the intervals of a database. */
export function engineProblems(settings: Settings): readonly string[] {
  const { engineVersion, parameterGroupFamily, credentials, applicationUser } = settings;
  const family = familyOf(engineVersion);
  return [
    ...unless(
      /^\d{2}(\.\d{1,2})?$/.test(engineVersion),
      `engineVersion must be a PostgreSQL version such as 16 or 16.15, got ${engineVersion}`,
    ),
    ...unless(
      parameterGroupFamily === family,
      `parameterGroupFamily must be ${family} to follow engineVersion ${engineVersion}, got ${parameterGroupFamily}`,
    ),
    ...classesOf(settings).flatMap(([path, given]) =>
      unless(
        given === undefined || instanceClass.test(given),
        `${path} must be an RDS instance class such as db.r6g.2xlarge, got ${String(given)}`,
      ),
    ),
    ...outsideOf("credentials.rotationDays", credentials.rotationDays, 1, 1000),
    ...outsideOf("applicationUser.rotationDays", applicationUser?.rotationDays, 1, 1000),
    ...proxyProblems(settings),
    ...secretRecoveryProblems("secretRecoveryDays", settings.secretRecoveryDays),
  ];
}

function classesOf({ instanceClass, readReplicas, disasterRecovery }: Settings) {
  const replicas = Object.entries(readReplicas).map(
    ([label, replica]) => [`readReplicas.${label}.instanceClass`, replica.instanceClass] as const,
  );
  const recovery =
    disasterRecovery?.mode === "replica" ? disasterRecovery.instanceClass : undefined;
  return [
    ["instanceClass", instanceClass] as const,
    ...replicas,
    ["disasterRecovery.instanceClass", recovery] as const,
  ];
}

function proxyProblems({ proxy }: Settings): readonly string[] {
  const { idleClientTimeoutSeconds, maxConnectionsPercent } = proxy ?? {};
  return [
    ...outsideOf("proxy.idleClientTimeoutSeconds", idleClientTimeoutSeconds, 1, 28800),
    ...outsideOf("proxy.maxConnectionsPercent", maxConnectionsPercent, 1, 100),
  ];
}
