import { maximumConnections } from "./connections";
import { memoryBytesOf } from "./instance-memory";
import { membersOf, type Member } from "./members";
import { rotationFunctionsOf } from "./rotation-functions";
import type { Scope } from "./scope";

/** What alarms on one instance need to know. */
export interface InstanceAlarmInputs {
  /** Value of the dimension `DBInstanceIdentifier`. */
  readonly identifier: string;
  readonly region: string;
  readonly role: Member["role"];
  readonly instanceClass: string;
  /** Size of the volume at creation in bytes, the unit of `FreeStorageSpace`. */
  readonly allocatedBytes: number;
  /** Size up to which the volume grows in bytes; undefined where it does not. */
  readonly maximumBytes: number | undefined;
  /** Memory of the class in bytes, the unit of `FreeableMemory`; undefined where it is not known. */
  readonly memoryBytes: number | undefined;
  /** Most connections it takes, an estimate; undefined where it is not known. */
  readonly maximumConnections: number | undefined;
}

/** What alarms on a database need to know. All of it is plain data, so that alarms can follow from it. */
export interface AlarmInputs {
  /** The instances, the primary first. */
  readonly instances: readonly InstanceAlarmInputs[];
  /** Value of the dimension `ProxyName`; undefined without proxy. */
  readonly proxyName: string | undefined;
  /** Values of the dimension `FunctionName` of the rotation functions. */
  readonly rotationFunctions: readonly string[];
  /** Connections that the application's role may hold; undefined where it is not limited. */
  readonly applicationConnectionLimit: number | undefined;
}

const bytesPerGib = 1024 ** 3;

/** What alarms on a database need to know, from its settings. */
export function alarmInputsOf(scope: Scope): AlarmInputs {
  const { proxy, applicationUser, identifier } = scope.settings;
  return {
    instances: membersOf(scope).map((member) => instanceInputs(scope, member)),
    proxyName: proxy && identifier,
    rotationFunctions: rotationFunctionsOf(scope),
    applicationConnectionLimit: applicationUser?.connectionLimit,
  };
}

function instanceInputs({ settings }: Scope, member: Member): InstanceAlarmInputs {
  const { identifier, region, role, instanceClass } = member;
  const { allocatedGiB, maximumGiB } = settings.storage;
  return {
    identifier,
    region,
    role,
    instanceClass,
    allocatedBytes: allocatedGiB * bytesPerGib,
    maximumBytes: maximumGiB === undefined ? undefined : maximumGiB * bytesPerGib,
    memoryBytes: memoryBytesOf(instanceClass),
    maximumConnections: maximumConnections(instanceClass, settings.parameters),
  };
}
