import ipaddr from "ipaddr.js";

/** Length of a range's prefix, such as 24. */
export function prefixOf(cidr: string): number {
  return ipaddr.IPv4.parseCIDR(cidr)[1];
}

/** Whether a range lies inside another. */
export function contains(outer: string, inner: string): boolean {
  const [address, prefix] = ipaddr.IPv4.parseCIDR(inner);
  return prefixOf(outer) <= prefix && address.match(ipaddr.IPv4.parseCIDR(outer));
}

/** Whether two ranges share an address. */
export function overlap(one: string, other: string): boolean {
  return contains(one, other) || contains(other, one);
}
