import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Fields of an object that only the cluster knows, such as one that a controller brought. */
const customInputs = ["apiVersion", "kind", "metadata", "spec"];

/** What a provider's SDK declares of a type; no inputs where it has no such type. */
export function inputsOf(type: string): readonly string[] {
  const [provider = "", module = "", name = ""] = type.split(":");
  const path = fileOf(provider, module, name);
  if (!existsSync(path)) return isCustom(provider, module) ? customInputs : [];
  if (!readFileSync(path, "utf8").includes(`__pulumiType = '${type}'`)) return [];
  const declarations = readFileSync(path.replace(/\.js$/, ".d.ts"), "utf8");
  const [, args = ""] = declarations.split(`export interface ${name}Args {`);
  return [...args.matchAll(/^ {4}(\w+)\??:/gm)].map(([, input = ""]) => input);
}

/** Where an SDK declares a type. The folders of Kubernetes' have the first part of the group's name. */
function fileOf(provider: string, module: string, name: string): string {
  const sdk = dirname(require.resolve(`@pulumi/${provider}/package.json`));
  if (provider !== "kubernetes") return join(sdk, `${module.replace(/^index\//, "")}.js`);
  const [group = "", version = ""] = module.split("/");
  return join(sdk, group.split(".")[0] ?? "", version, `${lowerFirst(name)}.js`);
}

/** Whether a type's group is of a project outside Kubernetes: those of its own end in `.k8s.io` or have no dot. */
function isCustom(provider: string, module: string): boolean {
  const [group = ""] = module.split("/");
  return (
    provider === "kubernetes" &&
    group.includes(".") &&
    !/^[a-z]+(\.authorization)?\.k8s\.io$/.test(group)
  );
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
