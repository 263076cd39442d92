/**
 * Whether a pattern of AWS covers everything that another one does: `iam:*` covers `iam:Get*`. `*` stands
 * for any characters and `?` for one; letter case does not count.
 */
export function covers(pattern: string, other: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/\*+/g, "[^]*")
    .replace(/\?/g, "[^*]");
  return new RegExp(`^${source}$`, "i").test(other);
}
