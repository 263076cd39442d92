import { unless } from "../../problems/phrases";
import type { Settings } from "../edge-settings";

const domain =
  /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;
const wildcard = /^\*\./;
/** Most characters of the first name, which is also the certificate's common name. */
const longestFirstName = 64;

/** What is wrong with the names: one that is not in the zone or the certificate leads nobody here. */
export function nameProblems(settings: Settings): readonly string[] {
  const { zone, hostnames, certificate, failover } = settings;
  const [first = ""] = certificate.names;
  return [
    ...unless(
      domain.test(zone.name),
      `zone.name must be a domain in lower case such as example.com, got ${zone.name}`,
    ),
    ...unless(hostnames.length > 0, "hostnames must be one at least, got none"),
    ...repeated("hostnames", hostnames),
    ...hostnames.flatMap((hostname) => servedProblems("hostnames", hostname, settings)),
    ...unless(certificate.names.length > 0, "certificate.names must be one at least, got none"),
    ...repeated("certificate.names", certificate.names),
    ...certificate.names.flatMap((name) =>
      zoneProblems("certificate.names", name, settings, name.replace(wildcard, "")),
    ),
    ...unless(
      first.length <= longestFirstName,
      `certificate.names must begin with a name of at most ${longestFirstName} characters, got ${first}`,
    ),
    ...(failover === undefined ? [] : failoverNameProblems(failover.hostname, settings)),
  ];
}

/** A problem where a name is none, or none of the zone. */
export function zoneProblems(
  path: string,
  name: string,
  { zone }: Pick<Settings, "zone">,
  bare: string = name,
): readonly string[] {
  const isInside = bare === zone.name || bare.endsWith(`.${zone.name}`);
  return unless(
    domain.test(bare) && isInside,
    `${path} must be domains in lower case within the zone ${zone.name}, got ${name}`,
  );
}

function servedProblems(path: string, name: string, settings: Settings): readonly string[] {
  const { names } = settings.certificate;
  return [
    ...zoneProblems(path, name, settings),
    ...unless(
      names.includes(name) || names.includes(name.replace(/^[^.]+/, "*")),
      `${path} must be names of the certificate, which has ${names.join(", ") || "none"}, got ${name}`,
    ),
  ];
}

function failoverNameProblems(hostname: string, settings: Settings): readonly string[] {
  return [
    ...servedProblems("failover.hostname", hostname, settings),
    ...unless(
      !settings.hostnames.includes(hostname),
      `failover.hostname must be a further name beside the hostnames, got ${hostname}`,
    ),
  ];
}

function repeated(path: string, names: readonly string[]): readonly string[] {
  const again = names.filter((name, index) => names.indexOf(name) !== index);
  return again.map((name) => `${path} must name each once, got ${name} again`);
}
