import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { isData } from "../engine/wire";
import { withChanges, type Changes } from "./overrides";
import { InputError } from "./problems";
import { readYaml } from "./read-yaml";
import { stackConfig, type StackConfig } from "./stack-config";

/** A stack as its project's files describe it. */
export interface Stack {
  readonly project: string;
  readonly name: string;
  /** Folder of Pulumi.yaml. */
  readonly directory: string;
  /** The program's entry point. */
  readonly main: string;
  readonly config: StackConfig;
}

/** Reads the stacks that were asked for as NAME or DIR:NAME; all of the project's where none was. */
export function readStacks(
  root: string,
  asked: readonly string[],
  changes: Changes,
): readonly Stack[] {
  const wanted = asked.length > 0 ? asked : namesIn(root);
  return wanted.map((text) => {
    const { directory, name } = locate(root, text);
    return readStack(directory, name, changes);
  });
}

function readStack(directory: string, name: string, changes: Changes): Stack {
  const project = readYaml(join(directory, "Pulumi.yaml"));
  const file = join(directory, `Pulumi.${name}.yaml`);
  if (!existsSync(file)) throw unknownStack(directory, name);
  const settings = readYaml(file);
  const projectName = String(project["name"]);
  const config = isData(settings["config"]) ? settings["config"] : {};
  return {
    project: projectName,
    name,
    directory,
    main: resolve(directory, typeof project["main"] === "string" ? project["main"] : "index.ts"),
    config: stackConfig(projectName, withChanges(config, changes)),
  };
}

function locate(root: string, text: string): { directory: string; name: string } {
  const colon = text.lastIndexOf(":");
  return colon === -1
    ? { directory: root, name: text }
    : { directory: resolve(text.slice(0, colon)), name: text.slice(colon + 1) };
}

function namesIn(directory: string): readonly string[] {
  const names = readdirSync(directory).map((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1]);
  return names.filter((name) => name !== undefined).sort();
}

function unknownStack(directory: string, name: string): InputError {
  const known = namesIn(directory).join(", ") || "none";
  return new InputError("the command line", [
    {
      path: "--stack",
      value: name,
      rule: `must be a stack of the project: ${known}`,
      fix: "name one of these",
    },
  ]);
}
