import * as pulumi from "@pulumi/pulumi";
import { createPassword } from "./cache/access";
import { alarmInputsOf, type AlarmInputs } from "./cache/alarm-inputs";
import type { CacheArgs } from "./cache/args";
import { settingsOf } from "./cache/cache-settings";
import { addressOf, endpointOf, readerAddressOf } from "./cache/endpoint";
import { createCopy } from "./cache/global-datastore";
import { createGround } from "./cache/ground";
import { logGroupNamesOf } from "./cache/log-groups";
import { createPrimary } from "./cache/primary";
import { homeOf, scopeOf, sitesOf } from "./cache/scope";
import { createAuthSecret } from "./cache/secret";
import { memberIdsOf } from "./cache/topology";
import { validateCache } from "./cache/validate-cache";

/**
 * A Valkey or Redis OSS cache on ElastiCache: encrypted at rest and in transit, with a password, replicas that take
 * over and 7 days of snapshots, reached by nobody but the security groups it is told of, unless its arguments say
 * otherwise.
 */
export class Cache extends pulumi.ComponentResource {
  /** `host:port` that clients connect to: the configuration endpoint, or the primary's without cluster mode. */
  readonly endpoint: pulumi.Output<string>;
  /** Host of `endpoint`. */
  readonly address: pulumi.Output<string>;
  /** `host:port` for reading from the replicas; undefined in cluster mode, whose clients know them. */
  readonly readerEndpoint: pulumi.Output<string> | undefined;
  /** Port of the nodes. */
  readonly port: number;
  /** Security group of the nodes in the region. */
  readonly securityGroupId: pulumi.Output<string>;
  /** Secret with all that an application needs to connect; undefined without a password. */
  readonly authSecretArn: pulumi.Output<string> | undefined;
  /** Identifier of the replication group. */
  readonly replicationGroupId: string;
  /** Identifiers of the nodes, as they are when the cache is made. */
  readonly memberIds: readonly string[];
  /** `host:port` of the copy in another region; undefined without one. */
  readonly recoveryEndpoint: pulumi.Output<string> | undefined;
  /** Secret of that region with what an application needs to connect to the copy; undefined without one. */
  readonly recoveryAuthSecretArn: pulumi.Output<string> | undefined;
  /** Names of the log groups, those of the region first. */
  readonly logGroupNames: readonly string[];
  /** What alarms on the cache need to know. */
  readonly alarmInputs: AlarmInputs;

  /** @throws {pulumi.ResourceError} When AWS would refuse the arguments: every problem is listed. */
  constructor(name: string, args: CacheArgs, opts?: pulumi.ComponentResourceOptions) {
    const { replicationGroupId, region, engine, engineVersion, nodeType } = args;
    const summary = { replicationGroupId, region, engine, engineVersion, nodeType };
    super("groundwork:platform:Cache", name, summary, opts);

    const problems = validateCache(args);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);

    const scope = scopeOf(this, name, settingsOf(args));
    const site = homeOf(scope);
    const { topology } = site;
    const { port } = scope.settings;
    const password = createPassword(scope);
    const ground = createGround(scope, site, password);
    const group = createPrimary(scope, ground);
    const copy = createCopy(scope, group, password);
    const reader = readerAddressOf(group, topology);

    this.address = addressOf(group, topology);
    this.endpoint = endpointOf(this.address, port);
    this.readerEndpoint = reader && endpointOf(reader, port);
    this.port = port;
    this.securityGroupId = ground.securityGroup.id;
    this.authSecretArn = createAuthSecret(scope, { site, group, password });
    this.replicationGroupId = site.replicationGroupId;
    this.memberIds = memberIdsOf(site.replicationGroupId, topology);
    this.recoveryEndpoint = copy && endpointOf(addressOf(copy.group, topology), port);
    this.recoveryAuthSecretArn =
      copy && createAuthSecret(scope, { site: copy.ground.site, group: copy.group, password });
    this.logGroupNames = sitesOf(scope).flatMap(logGroupNamesOf);
    this.alarmInputs = alarmInputsOf(scope);
    this.registerOutputs({
      endpoint: this.endpoint,
      securityGroupId: this.securityGroupId,
      authSecretArn: this.authSecretArn,
      replicationGroupId: this.replicationGroupId,
    });
  }
}
