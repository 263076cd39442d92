import { isMark, isSecret } from "./path";

const longest = 120;

/** Texts that would be taken for nothing, a number or a flag. */
const needsQuotes = /^(-?\d+(\.\d+)?|true|false|null)?$/;

/** A value in a few words, or its mark where it is hidden. */
export function show(value: unknown): string {
  const words = showWhole(value);
  return words.length <= longest ? words : `${words.slice(0, longest - 3)}...`;
}

/** A value in as many words as it takes, or its mark where it is hidden. */
export function showWhole(value: unknown): string {
  return wordsFor(value ?? "nothing");
}

function wordsFor(value: unknown): string {
  if (isMark(value)) return isSecret(value) ? "a secret" : "a value not known yet";
  if (typeof value === "string") return needsQuotes.test(value) ? JSON.stringify(value) : value;
  if (Array.isArray(value) && value.length > 0) return value.map(showWhole).join(", ");
  return JSON.stringify(value);
}

/** A Pulumi type as people say it: `aws:ec2/natGateway:NatGateway` is an `ec2 nat gateway`. */
export function showType(type: string): string {
  const [, module = "", name = ""] = type.split(":");
  const folder = module.replace(/\/[^/]*$/, "");
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return folder === "index" ? words : `${folder} ${words}`;
}

/** A resource as people say it: `ec2 vpc network`. */
export function showResource({
  type,
  name,
}: {
  readonly type: string;
  readonly name: string;
}): string {
  return `${showType(type)} ${name}`;
}

/** Where a value comes from, `type` or `type::name`, as people say it. */
export function showOrigin(origin: string): string {
  const [type = "", name = ""] = origin.split(/::(.*)/s);
  return name === "" ? showType(type) : showResource({ type, name });
}
