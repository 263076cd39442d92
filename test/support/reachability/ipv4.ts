import ipaddr from "ipaddr.js";

const known = new Map<string, boolean>();

/** Whether an address is in a range. */
export function isWithin(address: string, range: string): boolean {
  const question = `${address} ${range}`;
  const answer =
    known.get(question) ?? ipaddr.IPv4.parse(address).match(ipaddr.IPv4.parseCIDR(range));
  known.set(question, answer);
  return answer;
}

/** The addresses at both ends of a subnet that AWS gives to others: it keeps four for itself, and the last. */
export function endsOf(range: string): readonly string[] {
  const first = ipaddr.IPv4.networkAddressFromCIDR(range);
  const last = ipaddr.IPv4.broadcastAddressFromCIDR(range);
  return [shifted(first, 4), shifted(last, -1)];
}

/** The address that is some places further in the last octet. */
function shifted(address: ipaddr.IPv4, places: number): string {
  const octets = address.toByteArray();
  return octets.map((octet, place) => (place === 3 ? octet + places : octet)).join(".");
}
