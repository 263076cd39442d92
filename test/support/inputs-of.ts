import { readFileSync } from "node:fs";

/** What a provider's SDK declares of a type; no inputs where it has no such type. */
export function inputsOf(type: string): readonly string[] {
  const [provider = "", module = "", name = ""] = type.split(":");
  const file = provider === "kubernetes" ? `${module}/${lowerFirst(name)}` : module;
  const path = require.resolve(`@pulumi/${provider}/${file.replace(/^index\//, "")}`);
  if (!readFileSync(path, "utf8").includes(`__pulumiType = '${type}'`)) return [];
  const declarations = readFileSync(path.replace(/\.js$/, ".d.ts"), "utf8");
  const [, args = ""] = declarations.split(`export interface ${name}Args {`);
  return [...args.matchAll(/^ {4}(\w+)\??:/gm)].map(([, input = ""]) => input);
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
