import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { HostedZonesArgs } from "./args";
import type { SigningKeys } from "./signing";
import { ttlSeconds, type Zones } from "./zone";

/** What zones are and what signs them, by domain. */
interface Made {
  readonly zones: Zones;
  readonly keys: SigningKeys;
}

/** Lets other zones answer for names of a zone: those of the component where they lie in it, and those of others. */
export function delegate(
  name: string,
  args: HostedZonesArgs,
  made: Made,
  options: pulumi.CustomResourceOptions,
): void {
  for (const delegation of [...within(made), ...beyond(args, made)]) {
    record(`${name}-${delegation.domain}`, delegation, options);
  }
}

function within({ zones, keys }: Made): readonly Delegation[] {
  return [...zones].flatMap(([domain, { nameServers }]) => {
    const above = zones.get(closest(domain, [...zones.keys()]) ?? "");
    const dsRecords = [keys.get(domain)?.dsRecord ?? ""];
    return above === undefined ? [] : [{ above, domain, nameServers, dsRecords }];
  });
}

function beyond(args: HostedZonesArgs, { zones }: Made): readonly Delegation[] {
  return Object.entries(args.zones).flatMap(([zone, { delegations = {} }]) => {
    const above = zones.get(zone);
    if (above === undefined) return [];
    return Object.entries(delegations).map(([domain, { nameServers, dsRecords = [] }]) => ({
      ...{ above, domain, nameServers, dsRecords },
    }));
  });
}

/** A name, and the zone that answers for it. */
interface Delegation {
  readonly above: aws.route53.Zone;
  readonly domain: string;
  readonly nameServers: pulumi.Input<readonly string[]>;
  readonly dsRecords: readonly pulumi.Input<string>[];
}

function record(
  name: string,
  { above, domain, nameServers, dsRecords }: Delegation,
  options: pulumi.CustomResourceOptions,
): void {
  const of = { zoneId: above.zoneId, name: domain, ttl: ttlSeconds };
  const records = pulumi.output(nameServers).apply((servers) => [...servers]);
  new aws.route53.Record(`${name}-delegation`, { ...of, type: "NS", records }, options);
  if (dsRecords.length === 0) return;
  new aws.route53.Record(
    `${name}-signature`,
    { ...of, type: "DS", records: [...dsRecords] },
    options,
  );
}

/** Whether a name lies in a domain, below its apex. */
export function isBelow(name: string, domain: string): boolean {
  return name.endsWith(`.${domain}`);
}

/** The zone that a domain lies in most closely. */
function closest(domain: string, domains: readonly string[]): string | undefined {
  const above = domains.filter((each) => isBelow(domain, each));
  return above.sort((a, b) => b.length - a.length)[0];
}
