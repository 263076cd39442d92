import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Replica } from "./replicas";
import type { Scope } from "./scope";

/**
 * Names of our own that follow the instances, also to one that was restored. The server's certificate does
 * not carry them: a client that checks its host name (`verify-full`) needs the instance's own name.
 */
export interface DnsArgs {
  /** Hosted zone of the names. */
  readonly zoneId: pulumi.Input<string>;
  /** Name of the primary, for example `database.example.com`. */
  readonly name: string;
  /**
   * Name that is answered by each replica in turn, for example `reader.example.com`.
   *
   * @default - none
   */
  readonly readerName?: string;
}

/** Seconds that a resolver may keep an answer, and so go on to an instance that was replaced. */
const timeToLiveSeconds = 60;

/** Makes the names of the primary and of its replicas where they were asked for. */
export function createNames(
  { name, settings, options }: Scope,
  primary: aws.rds.Instance,
  replicas: readonly Replica[],
): void {
  const { dns } = settings;
  if (dns === undefined) return;

  const record = { zoneId: dns.zoneId, type: "CNAME", ttl: timeToLiveSeconds };
  new aws.route53.Record(
    `${name}-primary`,
    { ...record, name: dns.name, records: [primary.address] },
    options,
  );
  if (dns.readerName === undefined) return;

  for (const { label, instance } of replicas) {
    new aws.route53.Record(
      `${name}-replica-${label}`,
      {
        ...record,
        name: dns.readerName,
        records: [instance.address],
        setIdentifier: label,
        weightedRoutingPolicies: [{ weight: 1 }],
      },
      options,
    );
  }
}
