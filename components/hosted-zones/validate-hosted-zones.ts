import { unless } from "../problems/phrases";
import type { HostedZonesArgs } from "./args";
import { isBelow } from "./delegations";

const hostname = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** What AWS would refuse, or what no resolver would find. */
export function validateHostedZones({ accountId, zones }: HostedZonesArgs): readonly string[] {
  return [
    ...unless(/^\d{12}$/.test(accountId), `accountId must be 12 digits, got ${accountId}`),
    ...Object.entries(zones).flatMap(([domain, { delegations = {} }]) => [
      ...unless(
        hostname.test(domain),
        `zones must be named by domains such as example.com, got ${domain}`,
      ),
      ...Object.entries(delegations).flatMap(([name, { nameServers }]) => [
        ...unless(
          isBelow(name, domain),
          `zones.${domain}.delegations must be names below ${domain}, got ${name}`,
        ),
        ...unless(
          !Object.hasOwn(zones, name),
          `zones.${domain}.delegations must leave out ${name}, which is a zone here`,
        ),
        ...unless(
          nameServers.length > 1,
          `zones.${domain}.delegations.${name}.nameServers must be 2 at least, got ${nameServers.length.toString()}`,
        ),
      ]),
    ]),
  ];
}
