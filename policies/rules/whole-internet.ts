/**
 * Wider than any range that belongs to one network: a /0, and the halves and quarters it can be split
 * into. The narrowest refused is /7, next to the private 10.0.0.0/8; of IPv6 /15, but for fc00::/7.
 */
export function isWholeInternet(range: string): boolean {
  const [address = "", length = ""] = range.split("/");
  const bits = Number(length);
  if (!address.includes(":")) return bits < 8;
  return bits < 16 && !/^f[cd]/i.test(address);
}
