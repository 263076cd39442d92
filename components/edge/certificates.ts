import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { globalRegion } from "../../spec/partition";
import type { Scope } from "./scope";

/** A certificate that is to be made. */
interface CertificatePlan {
  /** Name of its resources. */
  readonly name: string;
  readonly region: string;
  /** Names that it is for. */
  readonly names: readonly string[];
}

interface Requested extends CertificatePlan {
  readonly certificate: aws.acm.Certificate;
}

/** ARNs of the certificates once ACM has issued them. */
export interface Certificates {
  readonly loadBalancer: pulumi.Output<string>;
  /** That of the distribution; undefined where there is none. */
  readonly cdn: pulumi.Output<string> | undefined;
}

/** Makes the certificates and the records by which ACM sees that their names are the account's. */
export function createCertificates(scope: Scope): Certificates {
  const { name, settings } = scope;
  const { region, certificate, cdn } = settings;
  const home = request(scope, { name, region, names: certificate.names });
  const near =
    cdn && request(scope, { name: `${name}-cdn`, region: globalRegion, names: [cdn.hostname] });
  const records = createRecords(scope, [home, ...(near === undefined ? [] : [near])]);
  return {
    loadBalancer: awaitIssue(scope, home, records),
    cdn: near && awaitIssue(scope, near, records),
  };
}

function request({ options }: Scope, plan: CertificatePlan): Requested {
  const { name, region, names } = plan;
  const [domainName = "", ...subjectAlternativeNames] = names;
  const certificate = new aws.acm.Certificate(
    name,
    {
      region,
      domainName,
      ...(subjectAlternativeNames.length > 0 ? { subjectAlternativeNames } : {}),
      validationMethod: "DNS",
      tags: { Name: domainName },
    },
    options,
  );
  return { ...plan, certificate };
}

/** Domains whose ownership is proved: a name and the wildcard below it have one record in common. */
function domainsOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.replace(/^\*\./, "")))];
}

/**
 * Makes one record for each domain, whatever certificates name it: ACM asks for the same one in every region. How
 * many there are is known from the names; what they say, only once the certificate is requested.
 */
function createRecords(
  scope: Scope,
  requests: readonly Requested[],
): ReadonlyMap<string, aws.route53.Record> {
  const { certificate: home, zone } = scope.settings;
  const records = new Map<string, aws.route53.Record>();
  for (const { names, certificate, name } of requests) {
    const isMade = name !== scope.name || home.validationRecords;
    for (const domain of isMade ? domainsOf(names) : []) {
      if (records.has(domain)) continue;
      records.set(domain, createRecord(scope, zone.id, domain, certificate));
    }
  }
  return records;
}

function createRecord(
  { name, options }: Scope,
  zoneId: pulumi.Input<string>,
  domain: string,
  { domainValidationOptions }: aws.acm.Certificate,
): aws.route53.Record {
  // By name: the order of the options is not that of the names.
  const option = domainValidationOptions.apply((all) =>
    all.find(({ domainName }) => domainName === domain || domainName === `*.${domain}`),
  );
  return new aws.route53.Record(
    `${name}-validation-${domain}`,
    {
      zoneId,
      name: option.apply((found) => found?.resourceRecordName ?? ""),
      type: "CNAME",
      ttl: 300,
      records: [option.apply((found) => found?.resourceRecordValue ?? "")],
    },
    options,
  );
}

function awaitIssue(
  { options }: Scope,
  { name, region, names, certificate }: Requested,
  records: ReadonlyMap<string, aws.route53.Record>,
): pulumi.Output<string> {
  const own = domainsOf(names).flatMap((domain) => records.get(domain) ?? []);
  const validation = new aws.acm.CertificateValidation(
    name,
    {
      region,
      certificateArn: certificate.arn,
      ...(own.length > 0 ? { validationRecordFqdns: own.map(({ fqdn }) => fqdn) } : {}),
    },
    { ...options, customTimeouts: { create: "75m" } },
  );
  return validation.certificateArn;
}
