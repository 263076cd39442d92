/** Tells whether a resource, `type::name`, is of a type, or of a type and a name in which `*` stands for any text. */
export function isOrigin(resource: string, wanted: string): boolean {
  if (!wanted.includes("::")) return resource.startsWith(`${wanted}::`);
  if (!wanted.includes("*")) return resource === wanted;
  const escaped = wanted.replace(/[.$^+?()[\]{}|\\]/g, "\\$&").replaceAll("*", ".*");
  return new RegExp(`^${escaped}$`, "u").test(resource);
}
