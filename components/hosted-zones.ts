import * as pulumi from "@pulumi/pulumi";
import type { HostedZonesArgs } from "./hosted-zones/args";
import { delegate } from "./hosted-zones/delegations";
import { createQueryLogs } from "./hosted-zones/query-logs";
import { sign } from "./hosted-zones/signing";
import { validateHostedZones } from "./hosted-zones/validate-hosted-zones";
import { createZone } from "./hosted-zones/zone";

/**
 * Hosted zones of the internet, which outlive the stacks that put names into them: whoever registered the domain is
 * told their name servers, and the record that vouches for their signature, once. Only AWS issues certificates for
 * their names, and every query is logged.
 */
export class HostedZones extends pulumi.ComponentResource {
  /** Id of each zone, by its name. */
  readonly ids: Readonly<Record<string, pulumi.Output<string>>>;
  /** Name servers of each zone, by its name: for the registrar, or the zone above. */
  readonly nameServers: Readonly<Record<string, pulumi.Output<string[]>>>;
  /** What the registrar, or the zone above, says of type DS of each zone, by its name. */
  readonly dsRecords: Readonly<Record<string, pulumi.Output<string>>>;

  /** @throws {pulumi.ResourceError} When AWS would refuse the arguments: every problem is listed. */
  constructor(name: string, args: HostedZonesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("groundwork:platform:HostedZones", name, { zones: Object.keys(args.zones) }, opts);

    const problems = validateHostedZones(args);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);

    const options = { parent: this };
    const zones = new Map(
      Object.keys(args.zones).map((domain) => [domain, createZone(name, domain, args, options)]),
    );
    const keys = sign(name, zones, args, options);
    delegate(name, args, { zones, keys }, options);
    createQueryLogs(name, args, zones, options);

    this.ids = pick(zones, ({ zoneId }) => zoneId);
    this.nameServers = pick(zones, ({ nameServers }) => nameServers);
    this.dsRecords = pick(keys, ({ dsRecord }) => dsRecord);
    this.registerOutputs({
      ids: this.ids,
      nameServers: this.nameServers,
      dsRecords: this.dsRecords,
    });
  }
}

function pick<From, To>(
  made: ReadonlyMap<string, From>,
  of: (one: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries([...made].map(([domain, one]) => [domain, of(one)]));
}
