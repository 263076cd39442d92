import * as pulumi from "@pulumi/pulumi";
import { alarmInputsOf, type AlarmInputs } from "./database/alarm-inputs";
import type { DatabaseArgs } from "./database/args";
import { createNames } from "./database/dns";
import { subscribeToEvents } from "./database/events";
import { createGround } from "./database/ground";
import { logGroupNamesOf } from "./database/log-group-names";
import { createLogins } from "./database/logins";
import { membersOf } from "./database/members";
import { createMonitoringRole } from "./database/monitoring-role";
import { createMasterPassword } from "./database/password";
import { createPrimary } from "./database/primary";
import { createProxy } from "./database/proxy";
import { replicateBackups } from "./database/recovery";
import { createRecoveryReplica } from "./database/recovery-replica";
import { createReplicas } from "./database/replicas";
import { homeOf, scopeOf } from "./database/scope";
import { settingsOf } from "./database/database-settings";
import { validateDatabase } from "./database/validate-database";

/**
 * A PostgreSQL database on RDS: encrypted, with a standby and 7 days of backups, reached by TLS only and
 * by nobody but the security groups it is told of, unless its arguments say otherwise.
 */
export class Database extends pulumi.ComponentResource {
  /** `host:port` of the primary, by the name that its certificate carries. */
  readonly endpoint: pulumi.Output<string>;
  /** Host of the primary, by the name that its certificate carries. */
  readonly address: pulumi.Output<string>;
  /** Port of the instances. */
  readonly port: pulumi.Output<number>;
  /** `host:port` for reading: the first replica by name; undefined without replicas. */
  readonly readerEndpoint: pulumi.Output<string> | undefined;
  /** `host:port` of each replica, by name. */
  readonly replicaEndpoints: Readonly<Record<string, pulumi.Output<string>>>;
  /** Host of the proxy, which listens on 5432; undefined without one. */
  readonly proxyEndpoint: pulumi.Output<string> | undefined;
  /** Security group of the instances in the region. */
  readonly securityGroupId: pulumi.Output<string>;
  /** Secret of the master user, which is not for applications. */
  readonly masterSecretArn: pulumi.Output<string>;
  /** Secret of the application's role; undefined without `applicationUser`. */
  readonly applicationSecretArn: pulumi.Output<string> | undefined;
  /** Identifiers of the instances, the primary first. */
  readonly instanceIdentifiers: readonly string[];
  /** Names of the log groups, those of the primary first. */
  readonly logGroupNames: readonly string[];
  /** What alarms on the database need to know. */
  readonly alarmInputs: AlarmInputs;

  /** @throws {pulumi.ResourceError} When AWS would refuse the arguments: every problem is listed. */
  constructor(name: string, args: DatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
    const { identifier, region, engineVersion, instanceClass } = args;
    const summary = { identifier, region, engineVersion, instanceClass };
    super("groundwork:platform:Database", name, summary, opts);

    const problems = validateDatabase(args);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);

    const scope = scopeOf(this, name, settingsOf(args));
    const monitoring = createMonitoringRole(scope);
    const ground = createGround(scope, homeOf(scope), monitoring);
    const { securityGroup } = ground;
    const password = createMasterPassword(scope);
    const primary = createPrimary(scope, ground, password);
    const replicas = createReplicas(scope, ground, primary);
    const logins = createLogins(scope, { primary, securityGroup, password });
    const proxy = createProxy(scope, primary, securityGroup, logins.application);
    replicateBackups(scope, primary);
    createRecoveryReplica(scope, primary, monitoring);
    createNames(scope, primary, replicas);
    subscribeToEvents(scope, [primary, ...replicas.map(({ instance }) => instance)]);

    this.endpoint = primary.endpoint;
    this.address = primary.address;
    this.port = primary.port;
    this.readerEndpoint = replicas[0]?.instance.endpoint;
    this.replicaEndpoints = Object.fromEntries(
      replicas.map(({ label, instance }) => [label, instance.endpoint]),
    );
    this.proxyEndpoint = proxy?.endpoint;
    this.securityGroupId = securityGroup.id;
    this.masterSecretArn = logins.master;
    this.applicationSecretArn = logins.application;
    this.instanceIdentifiers = membersOf(scope).map((member) => member.identifier);
    this.logGroupNames = logGroupNamesOf(scope);
    this.alarmInputs = alarmInputsOf(scope);
    this.registerOutputs({
      endpoint: this.endpoint,
      securityGroupId: this.securityGroupId,
      masterSecretArn: this.masterSecretArn,
      instanceIdentifiers: this.instanceIdentifiers,
    });
  }
}
